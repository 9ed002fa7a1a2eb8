import {
  clientCreationRepository,
  changeRequestRepository,
  clientRelation,
  mail,
  setting,
} from '@tournee/db';
import type { Client, Operation, OperationInput } from '@tournee/graphql';
import { dataOf, updateSettings } from './testing/test-admin.ts';
import { startTestHub, type TestHub } from './testing/test-hub.ts';
import { push, visitOperation } from './testing/test-operations.ts';

const PULL =
  '{ pullClients(limit: 100) { documents { id lastVisit followUp fleet { type count } deleted } checkpoint { seq epoch } } }';

const CARD = {
  cFamClient: 'GAR',
  cSfamClient: 'GA1',
  nomClient: 'GARAGE DE L’ÉTÉ',
  adr1Fac: '1 rue du Port',
  depFac: '59',
  burDisFac: '000',
  villeFac: 'LILLE',
  cAgence: 'A01',
  cRep: 'GA00',
  cPays: 'F',
  tel1: '03 20 12 34 56',
  contactDivers2: '73282932000074',
  cPer: 'M',
  cCatc: 'PUB',
  cModRgl1: 'VI',
  nbJour1: 30,
  typeEditionFac: 'N',
};

let count = 0;
function operation(code: string, payload: unknown, fields: Partial<OperationInput> = {}): OperationInput {
  count += 1;
  const id = `${code}_GA00_20261124T081500123_${count.toString(36).padStart(8, 'x')}`;
  return visitOperation({ id, code, payload, ...fields });
}

describe('operations about clients', () => {
  let test: TestHub;
  let rep: string;

  beforeAll(async () => {
    test = await startTestHub();
    rep = (await test.signIn()).accessToken;
    const admin = (await test.signIn('direction')).accessToken;
    await updateSettings(test, admin, [
      { name: 'mail.accountantAddresses', value: ['compta@pneus.example'] },
      { name: 'mail.publicUrl', value: 'https://tournee.example' },
      { name: 'client.farmerFamilies', value: ['AGR'] },
    ]);
    expect(await test.database.db.select().from(setting)).toHaveLength(3);
  });
  afterAll(() => test.remove());

  const send = async (one: OperationInput): Promise<Operation> =>
    (await push(test, rep, one))[0] as Operation;
  const clientOf = async (id: string): Promise<Client> => {
    const { documents } = dataOf<{ documents: Client[] }>(await test.query(PULL, {}, rep), 'pullClients');
    return documents.find((one) => one.id === id) as Client;
  };
  const mailsOf = async (cause: string) =>
    (await test.database.db.select().from(mail)).filter((row) => row.cause.startsWith(cause));

  describe('DR', () => {
    it('puts the day on the client’s card, and takes it away', async () => {
      expect((await send(operation('DR', { date: '2027-02-01' }))).status).toBe('integrated');
      expect(await clientOf('C0001')).toMatchObject({ followUp: '2027-02-01' });
      await send(operation('DR', { date: null }, { createdAt: '2026-11-24T08:16:00.000Z' }));
      expect(await clientOf('C0001')).toMatchObject({ followUp: null });
    });

    it('lets what was said last count, whatever the order of arrival', async () => {
      await send(
        operation('DR', { date: '2027-03-02' }, { entityId: 'C0002', createdAt: '2026-11-24T08:30:00.000Z' }),
      );
      await send(
        operation('DR', { date: '2027-03-01' }, { entityId: 'C0002', createdAt: '2026-11-24T08:20:00.000Z' }),
      );
      expect(await clientOf('C0002')).toMatchObject({ followUp: '2027-03-02' });
    });

    it.each([
      [{ date: '2026-11-23' }, 'FOLLOW_UP_IN_PAST', 'date'],
      [{ date: '2036-11-23' }, 'FOLLOW_UP_TOO_FAR', 'date'],
      [{ date: '2027-02-30' }, 'PAYLOAD_INVALID', 'date'],
      [{}, 'PAYLOAD_INVALID', 'date'],
    ])('refuses %p', async (payload, code, field) => {
      expect(await send(operation('DR', payload))).toMatchObject({
        status: 'rejected',
        reason: { code, field },
      });
    });

    it('refuses somebody else’s client and an unknown one alike', async () => {
      const theirs = await send(operation('DR', { date: '2027-02-01' }, { entityId: 'C0101' }));
      const nobodys = await send(operation('DR', { date: '2027-02-01' }, { entityId: 'C9999' }));
      expect(theirs.reason).toEqual(nobodys.reason);
    });
  });

  describe('PA', () => {
    it('puts the fleet on the client’s card, without the types that he has none of', async () => {
      await send(
        operation('PA', {
          counts: [
            { type: 'vl', count: 12 },
            { type: 'pl', count: 0 },
            { type: 'agri', count: 3 },
          ],
        }),
      );
      expect((await clientOf('C0001')).fleet).toEqual([
        { type: 'vl', count: 12 },
        { type: 'agri', count: 3 },
      ]);
    });

    it.each([
      [{ counts: [{ type: 'char', count: 1 }] }, 'FLEET_TYPE_UNKNOWN', 'counts.0.type'],
      [
        {
          counts: [
            { type: 'vl', count: 1 },
            { type: 'vl', count: 2 },
          ],
        },
        'FLEET_TYPE_UNKNOWN',
        'counts.1.type',
      ],
      [{ counts: [{ type: 'vl', count: -1 }] }, 'PAYLOAD_INVALID', 'counts.0.count'],
      [{ counts: [{ type: 'vl', count: 1.5 }] }, 'PAYLOAD_INVALID', 'counts.0.count'],
    ])('refuses %p', async (payload, code, field) => {
      expect(await send(operation('PA', payload))).toMatchObject({
        status: 'rejected',
        reason: { code, field },
      });
    });
  });

  describe('MC', () => {
    it('mails the accountant in the customer’s words, notes a relation, and is no visit', async () => {
      const changes = {
        nomClient: { from: 'GARAGE C0001', to: 'GARAGE DU PORT' },
        villeFac: { from: null, to: 'LILLE' },
      };
      const sent = operation('MC', { changes });
      expect((await send(sent)).status).toBe('integrated');
      await push(test, rep, sent);
      const mails = await mailsOf(sent.id);
      expect(mails).toHaveLength(1);
      expect(mails[0]).toMatchObject({
        recipient: 'compta@pneus.example',
        senderAddress: 'igarnier@pneus.example',
        subject: '[Modification Client] C0001 GARAGE C0001',
      });
      expect(mails[0]?.text).toContain('Champ Nom : « GARAGE C0001 » remplacé par « GARAGE DU PORT »');
      const relations = await test.database.db.select().from(clientRelation);
      const noted = relations.filter(({ objet }) => objet?.startsWith('Demande de modification'));
      expect(noted).toMatchObject([
        { origineRelation: 'CRV', cEntite: 'C0001', cUser: 'GA00', typeRelation: 'S', cArchive: 'N' },
      ]);
      expect(noted[0]?.commentaire).toMatch(/saisie via le CRM$/);
      expect(await changeRequestRepository(test.database.db).find(sent.id)).toMatchObject({
        status: 'open',
        cClient: 'C0001',
      });
      expect((await clientOf('C0001')).lastVisit).toBeNull();
    });

    it('asks for nothing that winpneu already holds', async () => {
      const sent = operation(
        'MC',
        { changes: { nomClient: { from: 'VIEUX NOM', to: 'GARAGE C0002' } } },
        { entityId: 'C0002' },
      );
      expect((await send(sent)).status).toBe('integrated');
      expect(await mailsOf(sent.id)).toHaveLength(0);
    });

    it.each([
      [{ changes: {} }, 'CHANGES_MISSING'],
      [{ changes: { nomClient: { from: 'A', to: ' A ' } } }, 'CHANGES_MISSING'],
      [{ changes: { nomClient: { from: 'A', to: 'x'.repeat(36) } } }, 'PAYLOAD_INVALID'],
      [{ changes: { noSuchField: { from: 'A', to: 'B' } } }, 'PAYLOAD_INVALID'],
    ])('refuses %p', async (payload, code) => {
      expect((await send(operation('MC', payload))).reason?.code).toBe(code);
    });
  });

  describe('CC', () => {
    const prospectOf = async (): Promise<string> => {
      const creation = operation(
        'CP',
        { nomClient: 'GARAGE DE L’ÉTÉ', cRep: 'GA00' },
        { entityType: 'prospect' },
      );
      const created = await send({ ...creation, entityId: creation.id });
      expect(created.status).toBe('integrated');
      return creation.id;
    };
    const about = (entityId: string, change: object = {}, signature: string | null = null): OperationInput =>
      operation('CC', { card: { ...CARD, ...change }, signature }, { entityType: 'prospect', entityId });

    it('asks the accountant, tells the rep, and waits for one decision at a time', async () => {
      const id = await prospectOf();
      const sent = about(id);
      expect((await send(sent)).status).toBe('integrated');
      const mails = await mailsOf(sent.id);
      expect(mails.map(({ recipient }) => recipient)).toEqual([
        'compta@pneus.example',
        'igarnier@pneus.example',
      ]);
      expect(mails[0]?.subject).toBe('[Création Client] GARAGE DE L’ÉTÉ');
      expect(mails[0]?.text).toContain(`https://tournee.example/creations/${sent.id}`);
      const request = await clientCreationRepository(test.database.db).find(sent.id);
      expect(request).toMatchObject({ status: 'pending', prospectId: id, nomClient: 'GARAGE DE L’ÉTÉ' });
      expect((await send(about(id))).reason?.code).toBe('CREATION_PENDING');
    });

    it.each([
      [{ adr1Fac: null }, null, 'FIELD_MISSING', 'card.adr1Fac'],
      [{ contactDivers2: '12345678900000' }, null, 'SIRET_ODD', 'card.contactDivers2'],
      [{ cModRgl1: 'CH', nbJour1: 20 }, null, 'CHEQUE_NOT_ALLOWED', 'card.cModRgl1'],
      [{ cModRgl1: 'CH', nbJour1: 30, cFamClient: 'AGR' }, null, 'CHEQUE_TERM', 'card.nbJour1'],
      [{ cModRgl1: 'LD' }, null, 'FIELD_MISSING', 'card.bic'],
      [
        { cModRgl1: 'LD', bic: 'AGRIFRPP', iban: 'FR1420041010050500013M02606' },
        null,
        'SIGNATURE_MISSING',
        'signature',
      ],
      [{}, 'data:text/html;base64,AAAA', 'PAYLOAD_INVALID', 'signature'],
    ])('refuses %p', async (change, signature, code, field) => {
      const answer = await send(about(await prospectOf(), change, signature));
      expect(answer).toMatchObject({ status: 'rejected', reason: { code, field } });
    });

    it('takes a farmer’s cheque and a signed direct debit', async () => {
      const cheque = { cModRgl1: 'CH', nbJour1: 20, cFamClient: 'AGR' };
      expect((await send(about(await prospectOf(), cheque))).status).toBe('integrated');
      const debit = { cModRgl1: 'LD', bic: 'AGRIFRPP', iban: 'FR1420041010050500013M02606' };
      const signed = about(await prospectOf(), debit, 'data:image/png;base64,iVBORw0KGgo=');
      expect((await send(signed)).status).toBe('integrated');
    });
  });
});
