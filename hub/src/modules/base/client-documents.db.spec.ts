import { clientRepository, type ClientRow, type Database, operation, visit } from '@tournee/db';
import { openTestDatabase, type TestDatabase } from '@tournee/db/testing';
import { type WinpneuBase, winpneuBase } from '@tournee/db/testing/winpneu';
import { COLLECTIONS } from '@tournee/graphql';
import { readBaseContext } from './base-context.ts';
import { buildClientDocuments } from './client-documents.ts';
import { OddRowCollector, type OddRows } from './odd-rows.ts';

const NOW = new Date('2026-11-24T09:00:00.000Z');

let test: TestDatabase;
let database: Database;
let winpneu: WinpneuBase;

beforeEach(async () => {
  test = await openTestDatabase();
  database = test.database;
  winpneu = winpneuBase(database);
  await winpneu.user('GA00', { nomAffiche: 'Isabelle Garnier' });
  await winpneu.user('CHF', { scopeKind: 'agence', cAgence: 'A01' });
  await winpneu.user('DIR', { role: 'admin', scopeKind: 'tous' });
});
afterEach(() => test.remove());

interface Built {
  readonly client: Record<string, unknown>;
  readonly history: { readonly relations: Record<string, unknown>[] };
  readonly scopes: readonly string[];
  readonly bodies: readonly string[];
  readonly odd: readonly OddRows[];
}

/** Builds the documents of the first client. */
async function build(): Promise<Built> {
  const rows: ClientRow[] = await clientRepository(database.db).page('', 10);
  const odd = new OddRowCollector();
  const context = await readBaseContext(database.db, NOW);
  const [card, history] = await buildClientDocuments(database.db, rows, context, { context, collector: odd });
  if (!card || !history) throw new Error('no document was built');
  return {
    client: JSON.parse(card.body) as Built['client'],
    history: JSON.parse(history.body) as Built['history'],
    scopes: card.scopes,
    bodies: [card.body, history.body],
    odd: odd.report(),
  };
}

const kinds = (odd: readonly OddRows[]): Record<string, unknown> =>
  Object.fromEntries(odd.map(({ kind, keys }) => [kind, keys]));

describe('the client’s document', () => {
  it('has all fields in the order of its GraphQL type, with nulls, and what winpneu has without padding', async () => {
    await winpneu.client('000100', {
      nomClient: '  GARAGE ESPACÉ                    ',
      tel1: '                    ',
      fax: '03 53 01 12 34',
      nbJour1: 30,
      dateCreationSte: new Date('2008-06-27T00:00:00Z'),
    });
    const { client, bodies } = await build();
    expect(Object.keys(client)).toEqual(COLLECTIONS.client.fields.filter((field) => field !== 'deleted'));
    expect(client).toMatchObject({
      id: '000100',
      nomClient: 'GARAGE ESPACÉ',
      tel1: null,
      tel2: null,
      fax: '03 53 01 12 34',
      nbJour1: 30,
      dateCreationSte: '2008-06-27',
      lastVisit: null,
    });
    expect(bodies[0]).toContain('"ca":{"annee":2026,"cumul":0,"cumulN1":0,"totalN1":0,"mois":[0,');
  });

  it('adds up the turnover of the year so far and of the year before', async () => {
    await winpneu.client('000100');
    for (const [annee, mois, caHt] of [
      [2024, 5, 999],
      [2025, 1, 100.1],
      [2025, 11, 200.2],
      [2025, 12, 50.55],
      [2026, 1, 0.1],
      [2026, 2, 0.2],
      [2026, 11, -17.99],
      [2026, 12, 1000],
      [2026, 13, 5],
    ] as const) {
      await winpneu.turnover('000100', annee, mois, caHt);
    }
    const { client, odd } = await build();
    expect(client['ca']).toEqual({
      annee: 2026,
      cumul: -17.69,
      cumulN1: 300.3,
      totalN1: 350.85,
      mois: [0.1, 0.2, 0, 0, 0, 0, 0, 0, 0, 0, -17.99, 1000],
      moisN1: [100.1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 200.2, 50.55],
    });
    expect(kinds(odd)).toEqual({ turnoverOddMonth: ['000100'] });
  });

  it('stands in the scopes of its rep, its office and the admins', async () => {
    await winpneu.client('000100', { cRep: 'ga00', cAgence: 'A01 ' });
    expect((await build()).scopes).toEqual(['admin', 'rep:GA00', 'agence:A01']);
  });

  it.each([{ cRep: 'ZZ99' }, { cRep: '    ' }, { cRep: null }])(
    'goes to office and admins with %j',
    async (fields) => {
      await winpneu.client('000100', fields);
      const { scopes, odd } = await build();
      expect(scopes).toEqual(['admin', 'agence:A01']);
      expect(odd).toEqual([{ kind: 'clientWithoutKnownRep', isPublished: true, count: 1, keys: ['000100'] }]);
    },
  );

  it('is published with what is odd in it, and says so', async () => {
    await winpneu.client('000100', {
      nomClient: '',
      cAgence: '',
      dateCreationSte: new Date('1900-01-01T00:00:00Z'),
    });
    const { client, scopes, odd } = await build();
    expect(client).toMatchObject({ nomClient: '(sans nom)', cAgence: null, dateCreationSte: '1900-01-01' });
    expect(scopes).toEqual(['admin', 'rep:GA00']);
    expect(kinds(odd)).toEqual({
      clientWithoutName: ['000100'],
      clientWithoutOffice: ['000100'],
      clientOddDate: ['000100'],
    });
  });
});

describe('the history’s document', () => {
  beforeEach(() => winpneu.client('000100'));

  it('has the relations newest first, with the author’s name', async () => {
    await winpneu.relation('000100', {
      dateRelation: new Date('2026-11-02T00:00:00Z'),
      heureRelation: '17:30',
    });
    await winpneu.relation('000100', {
      dateRelation: new Date('2026-11-02T00:00:00Z'),
      heureRelation: '17:30',
    });
    await winpneu.relation('000100', {
      dateRelation: new Date('2026-11-02T00:00:00Z'),
      heureRelation: '09:00',
    });
    await winpneu.relation('000100', { dateRelation: new Date('2026-11-20T00:00:00Z'), commentaire: 'RAS' });
    await winpneu.relation('000100', { dateRelation: null });
    const { history, client, odd } = await build();
    expect(history.relations.map(({ num }) => num)).toEqual([4, 2, 1, 3, 5]);
    expect(JSON.stringify(history.relations[0])).toBe(
      '{"num":4,"origine":"CRV","date":"2026-11-20","heure":"10:15","cUser":"GA00","auteur":"Isabelle Garnier",' +
        '"objet":"Visite du 20/11/2026","commentaire":"RAS","operation":null,"answers":null}',
    );
    expect(client).toMatchObject({ lastVisit: '2026-11-20' });
    expect(kinds(odd)).toEqual({ relationOddDate: ['5'] });
  });

  it('leaves out what is archived and what is no client’s, but an archived visit was a visit', async () => {
    await winpneu.relation('000100', { cArchive: 'O', dateRelation: new Date('2021-03-01T00:00:00Z') });
    await winpneu.relation('000100', { cArchive: 'o' });
    await winpneu.relation('000100', { typeEntite: 'F' });
    await winpneu.changeRelation(2, { dateRelation: new Date('2020-03-01T00:00:00Z') });
    const { history, client } = await build();
    expect(history.relations).toEqual([]);
    expect(client).toMatchObject({ lastVisit: '2021-03-01' });
  });

  it('has odd rows as winpneu has them, and says so', async () => {
    await winpneu.relation('000100', { heureRelation: '25:99' });
    await winpneu.relation('000100', {
      heureRelation: '     ',
      dateRelation: new Date('1900-01-01T00:00:00Z'),
    });
    await winpneu.relation('000100', {
      dateRelation: new Date('2099-01-01T00:00:00Z'),
      cUser: '????',
      objet: null,
    });
    const { history, odd } = await build();
    expect(history.relations).toMatchObject([
      { num: 3, date: '2099-01-01', cUser: '????', auteur: null, objet: '' },
      { num: 1, date: '2026-11-20', heure: '25:99' },
      { num: 2, date: '1900-01-01', heure: null },
    ]);
    expect(kinds(odd)).toEqual({
      relationOddHour: ['1'],
      relationOddDate: ['2', '3'],
      relationUnknownUser: ['3'],
    });
  });

  it('names the operation behind a visit of this CRM, with its answers', async () => {
    const num = await winpneu.relation('000100');
    const name = 'VC_GA00_20261120T101500123_7f3a9c2k';
    const common = { userId: 1, cUser: 'GA00', createdAt: NOW };
    const entity = { entityType: 'client', entityId: '000100' };
    await database.db.insert(operation).values({
      ...common,
      ...entity,
      name,
      code: 'VC',
      payload: '{}',
      status: 'integrated',
      receivedAt: NOW,
    });
    await database.db.insert(visit).values({
      ...common,
      operation: name,
      cClient: '000100',
      dateVisite: '2026-11-20',
      heureVisite: '10:15',
      answers: '{"contact":["visite"]}',
      numRelation: num,
    });
    const { history } = await build();
    expect(history.relations).toMatchObject([{ num, operation: name, answers: { contact: ['visite'] } }]);
  });
});
