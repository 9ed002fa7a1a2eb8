import { prospect, visit } from '@tournee/db';
import { COLLECTIONS, type Operation, type ProspectCreation } from '@tournee/graphql';
import { TestDevice } from '../../testing/test-device.ts';
import { startTestHub, type TestHub } from '../../testing/test-hub.ts';
import { creation, deletion, modification, prospectVisit } from '../../testing/test-prospects.ts';

let test: TestHub;
let rep: TestDevice;
let other: TestDevice;
let admin: TestDevice;

beforeEach(async () => {
  test = await startTestHub();
  rep = new TestDevice(test, (await test.signIn('igarnier')).accessToken);
  other = new TestDevice(test, (await test.signIn('pmartin')).accessToken);
  admin = new TestDevice(test, (await test.signIn('direction')).accessToken);
});
afterEach(() => test.remove());

const rows = () => test.database.db.select().from(prospect);
const only = ([answer]: Operation[]): Operation => answer!;

describe('CP', () => {
  it('needs a name only, and becomes a prospect of its author', async () => {
    const sent = creation({ cRep: null, tel1: '03.20.12.34.56', villeFac: '  LILLE ' });
    expect(only(await rep.push(sent))).toMatchObject({ status: 'integrated', reason: null, notice: null });
    const [row] = await rows();
    expect(row).toMatchObject({
      id: sent.id,
      nomClient: 'FERME DU MOULIN',
      villeFac: 'LILLE',
      tel1Key: '+33320123456',
      deletedAt: null,
    });
    expect(await rep.pull('prospect')).toEqual([sent.id]);
    expect(Object.keys(rep.held('prospect', sent.id)!)).toEqual([...COLLECTIONS.prospect.fields]);
    expect(rep.held('prospect', sent.id)).toMatchObject({
      villeFac: 'LILLE',
      cUser: 'GA00',
      ownerCUser: 'GA00',
    });
    expect(await admin.pull('prospect')).toEqual([sent.id]);
    expect(await other.pull('prospect')).toEqual([]);
  });

  it('is done once, however often it comes', async () => {
    const sent = creation();
    await rep.push(sent);
    await rep.push(sent, sent);
    expect(await rows()).toHaveLength(1);
  });

  it.each([
    [{ nomClient: ' ' }, 'PAYLOAD_INVALID', 'nomClient', 'Le nom est obligatoire.'],
    [{ nomClient: 'X'.repeat(36) }, 'PAYLOAD_INVALID', 'nomClient', '« Nom » dépasse 35 caractères.'],
    [{ iban: 'FR7630006000011234567890188' }, 'IBAN_INVALID', 'iban', expect.stringContaining('IBAN')],
    [{ bic: 'AGRI' }, 'BIC_INVALID', 'bic', expect.stringContaining('BIC')],
    [
      { dateCreationSte: '2026-02-30' },
      'PAYLOAD_INVALID',
      'dateCreationSte',
      expect.stringContaining('date'),
    ],
    [{ nbJour1: 1.5 }, 'PAYLOAD_INVALID', 'nbJour1', expect.stringContaining('entier')],
    [{ couleur: 'bleu' }, 'PAYLOAD_INVALID', null, expect.stringContaining('illisible')],
  ])('refuses %j, and says why', async (fields, code, field, message) => {
    expect(only(await rep.push(creation(fields as ProspectCreation)))).toMatchObject({
      status: 'rejected',
      reason: { code, field, message },
    });
    expect(await rows()).toEqual([]);
  });

  it('refuses an id that is not its own name', async () => {
    const sent = { ...creation(), entityId: 'CP_GA00_20261124T081500123_zzzzzzzz' };
    expect(only(await rep.push(sent)).reason?.code).toBe('ENTITY_INVALID');
  });

  it('keeps what only looks odd', async () => {
    const sent = creation({ tel1: 'demander Paul', contactDivers2: '123', contactDivers4: 'paul' });
    expect(only(await rep.push(sent)).status).toBe('integrated');
  });

  it('tells of the same phone number where the author may read it, and nowhere else', async () => {
    await test.database.db.execute(
      `update [dbo].[client] set [tel_1] = '+33 3 20 12 34 56' where [c_client] in ('C0001', 'C0101')`,
    );
    await other.push(creation({ nomClient: 'AUTRE', tel2: '03 20 12 34 56' }, 'PM00'));
    const answer = only(await rep.push(creation({ tel1: '0320123456' })));
    expect(answer.status).toBe('integrated');
    expect(answer.notice).toContain('GARAGE C0001');
    expect(answer.notice).not.toMatch(/AUTRE|C0101/);
    expect(only(await rep.push(creation({ nomClient: 'SECOND', tel2: '03.20.12.34.56' }))).notice).toContain(
      'FERME DU MOULIN',
    );
  });
});

describe('MP', () => {
  let id: string;

  beforeEach(async () => {
    const sent = creation({ tel1: '0320123456', villeFac: 'LILLE' });
    id = sent.id;
    await rep.push(sent);
    test.clock.advance({ minutes: 1 });
  });

  it('changes the fields that still are what he saw', async () => {
    const answer = only(
      await rep.push(modification(id, { villeFac: ['LILLE', 'ROUBAIX'], adr1Fac: [null, '1 rue du Bac'] })),
    );
    expect(answer).toMatchObject({ status: 'integrated', conflicts: null });
    expect((await rows())[0]).toMatchObject({
      villeFac: 'ROUBAIX',
      adr1Fac: '1 rue du Bac',
      tel1: '0320123456',
    });
    await rep.pull('prospect');
    expect(rep.held('prospect', id)).toMatchObject({
      villeFac: 'ROUBAIX',
      updatedAt: '2026-11-24T09:01:00.000Z',
    });
  });

  it('applies the others and shows both values where somebody else was quicker', async () => {
    await admin.push(
      modification(id, { villeFac: ['LILLE', 'TOURCOING'], tel1: ['0320123456', '0320999999'] }, 'DIR'),
    );
    const sent = modification(id, {
      villeFac: ['LILLE', 'ROUBAIX'],
      cAttention: [null, 'M. Paul'],
      tel1: ['0320123456', '0320999999'],
    });
    const answer = only(await rep.push(sent));
    expect(answer).toMatchObject({
      status: 'conflict',
      reason: { code: 'FIELDS_CHANGED', field: 'villeFac' },
      conflicts: [{ field: 'villeFac', mine: 'ROUBAIX', theirs: 'TOURCOING' }],
    });
    expect((await rows())[0]).toMatchObject({
      villeFac: 'TOURCOING',
      cAttention: 'M. Paul',
      tel1: '0320999999',
      tel1Key: '+33320999999',
    });
    expect(await rep.push(sent)).toEqual([answer]);
    await rep.pull('operation');
    expect(rep.held('operation', sent.id)).toMatchObject({ conflicts: answer.conflicts });
  });

  it('is settled by a new one that cites it', async () => {
    await admin.push(modification(id, { villeFac: ['LILLE', 'TOURCOING'] }, 'DIR'));
    const first = modification(id, { villeFac: ['LILLE', 'ROUBAIX'] });
    await rep.push(first);
    const settling = { ...modification(id, { villeFac: ['TOURCOING', 'ROUBAIX'] }), cites: first.id };
    expect(only(await rep.push(settling))).toMatchObject({ status: 'integrated', cites: first.id });
    expect((await rows())[0]?.villeFac).toBe('ROUBAIX');
    expect(only(await rep.push({ ...modification(id, {}), cites: first.id }))).toMatchObject({
      status: 'integrated',
    });
    expect(only(await rep.push({ ...modification(id, {}), cites: 'nonsense' })).reason).toMatchObject({
      code: 'NAME_INVALID',
      field: 'cites',
    });
  });

  it('may not empty the name, nor break the account', async () => {
    expect(
      only(await rep.push(modification(id, { nomClient: ['FERME DU MOULIN', ''] }))).reason,
    ).toMatchObject({ field: 'nomClient' });
    expect(only(await rep.push(modification(id, { iban: [null, 'FR00'] }))).reason).toMatchObject({
      code: 'IBAN_INVALID',
      field: 'iban',
    });
  });

  it('is refused alike for somebody else’s prospect and for none', async () => {
    const unknown = 'CP_GA00_20261124T081500123_zzzzzzzz';
    const answers = await other.push(
      modification(id, { villeFac: ['LILLE', 'X'] }, 'PM00'),
      modification(unknown, { villeFac: [null, 'X'] }, 'PM00'),
    );
    expect(answers.map(({ reason }) => reason)).toEqual([answers[0]!.reason, answers[0]!.reason]);
    expect(answers[0]?.reason?.code).toBe('PROSPECT_NOT_YOURS');
  });

  it('is refused with the cause when the creation was refused', async () => {
    const bad = creation({ nomClient: '' });
    const [, change, trip] = await rep.push(
      bad,
      modification(bad.id, { villeFac: [null, 'X'] }),
      prospectVisit(bad.id),
    );
    expect(change?.reason).toMatchObject({
      code: 'DEPENDS_ON_REJECTED',
      message: expect.stringContaining('Le nom est obligatoire'),
    });
    expect(trip?.reason?.code).toBe('DEPENDS_ON_REJECTED');
    const asOther = only(await other.push(modification(bad.id, { villeFac: [null, 'X'] }, 'PM00')));
    expect(asOther.reason?.code).toBe('PROSPECT_NOT_YOURS');
  });

  it('moves it to another rep: it leaves one device and comes to the other, with its history', async () => {
    await rep.push(prospectVisit(id));
    await Promise.all([rep.pull('prospect'), other.pull('prospect'), rep.pull('visit'), other.pull('visit')]);
    await admin.push(modification(id, { cRep: ['GA00', 'PM00'] }, 'DIR'));
    expect(await rep.pull('prospect')).toEqual([]);
    expect(await other.pull('prospect')).toEqual([id]);
    expect(other.held('prospect', id)).toMatchObject({ cRep: 'PM00', ownerCUser: 'PM00', cUser: 'GA00' });
    expect(await other.pull('visit')).toHaveLength(1);
    expect(await rep.pull('visit')).toHaveLength(1);
  });

  it('that was not sent before the move is still integrated, and tells nothing of what is there now', async () => {
    await rep.pull('prospect');
    await admin.push(modification(id, { cRep: ['GA00', 'PM00'], villeFac: ['LILLE', 'SECRET'] }, 'DIR'));
    const [change, trip] = await rep.push(
      modification(id, { villeFac: ['LILLE', 'ROUBAIX'], cAttention: [null, 'M. Paul'] }),
      prospectVisit(id),
    );
    expect(change).toMatchObject({
      status: 'integrated',
      conflicts: null,
      notice: expect.stringContaining('autre commercial'),
    });
    expect(trip).toMatchObject({ status: 'integrated', notice: expect.stringContaining('autre commercial') });
    expect(JSON.stringify([change, trip])).not.toContain('SECRET');
    expect((await rows())[0]).toMatchObject({ villeFac: 'SECRET', cAttention: 'M. Paul' });
  });
});

describe('SP', () => {
  it('is for who created it and for whom it is attached to', async () => {
    const [first, second] = [creation(), creation()];
    await rep.push(first, second);
    expect(only(await other.push(deletion(first.id, 'PM00'))).reason?.code).toBe('PROSPECT_NOT_YOURS');
    await admin.push(
      modification(first.id, { cRep: ['GA00', 'PM00'] }, 'DIR'),
      modification(second.id, { cRep: ['GA00', 'PM00'] }, 'DIR'),
    );
    await other.pull('prospect');
    expect(only(await other.push(deletion(first.id, 'PM00'))).status).toBe('integrated');
    expect(only(await rep.push(deletion(second.id))).status).toBe('integrated');
    expect(await other.pull('prospect')).toEqual([]);
    expect(await admin.pull('prospect')).toEqual([]);
    expect(await rows()).toHaveLength(2);
  });

  it('is refused to who had it and did not create it', async () => {
    const sent = creation({ cRep: 'PM00' });
    expect(only(await rep.push(sent)).notice).toContain('rattaché à un autre');
    await other.pull('prospect');
    await admin.push(modification(sent.id, { cRep: ['PM00', 'GA00'] }, 'DIR'));
    expect(only(await other.push(deletion(sent.id, 'PM00'))).reason?.code).toBe('PROSPECT_MOVED');
  });

  it('may come twice; a change after it is refused, a visit is kept', async () => {
    const sent = creation();
    const answers = await rep.push(
      sent,
      deletion(sent.id),
      deletion(sent.id),
      modification(sent.id, { villeFac: [null, 'X'] }),
      prospectVisit(sent.id),
    );
    expect(answers.map(({ status }) => status)).toEqual([
      'integrated',
      'integrated',
      'integrated',
      'rejected',
      'integrated',
    ]);
    expect(answers[3]?.reason?.code).toBe('PROSPECT_DELETED');
    expect(await rep.pull('visit')).toHaveLength(1);
  });
});

describe('VP', () => {
  it('is a visit of its author, and a movement of the prospect', async () => {
    const sent = creation();
    await rep.push(sent);
    test.clock.advance({ minutes: 5 });
    const trip = prospectVisit(sent.id);
    await rep.push(trip);
    expect(await test.database.db.select().from(visit)).toEqual([
      expect.objectContaining({
        operation: trip.id,
        prospectId: sent.id,
        cClient: null,
        numRelation: null,
        commentaire: 'Vu le patron.',
      }),
    ]);
    await rep.pull('prospect');
    expect(rep.held('prospect', sent.id)).toMatchObject({
      lastMovementAt: '2026-11-24T09:05:00.000Z',
      updatedAt: '2026-11-24T09:00:00.000Z',
    });
    expect(await rep.pull('visit')).toEqual([trip.id]);
    expect(rep.held('visit', trip.id)).toMatchObject({
      prospectId: sent.id,
      cClient: null,
      answers: { contact: ['visite'] },
    });
    expect(await other.pull('visit')).toEqual([]);
  });

  it('is bounded like a visit to a client', async () => {
    const sent = creation();
    await rep.push(sent);
    const late = {
      ...prospectVisit(sent.id),
      payload: { date: '2026-11-30', heure: '10:00', commentaire: '', answers: null },
    };
    expect(only(await rep.push(late)).reason?.code).toBe('VISIT_IN_FUTURE');
  });
});
