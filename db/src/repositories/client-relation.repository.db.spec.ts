import type { Database } from '../engines/database.ts';
import { client } from '../schema/client.table.ts';
import type { clientRelation } from '../schema/client-relation.table.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { type ClientRelationRepository, clientRelationRepository } from './client-relation.repository.ts';

const BEFORE = new Date('2026-11-25T00:00:00Z');

let test: TestDatabase;
let database: Database;
let relations: ClientRelationRepository;

beforeEach(async () => {
  test = await openTestDatabase();
  database = test.database;
  relations = clientRelationRepository(database.db);
  await database.db.insert(client).values([{ cClient: '000100' }, { cClient: '000107' }]);
});
afterEach(() => test.remove());

type Values = Partial<typeof clientRelation.$inferInsert>;

const add = (values: Values): Promise<number> =>
  relations.insert({ typeEntite: 'C', cEntite: '000100', origineRelation: 'CRV', cArchive: 'N', ...values });

describe('insert', () => {
  it('answers the key that winpneu gave', async () => {
    expect(await add({})).toBe(1);
    expect(await add({})).toBe(2);
  });
});

describe('relations of clients', () => {
  it('are found for many at once, and the newest of one', async () => {
    await add({ objet: 'Visite' });
    await add({ cEntite: '000107' });
    await add({ cEntite: '000100                        ', cArchive: null });
    await add({});
    const rows = await relations.newestOf('000100', 2);
    expect(rows).toMatchObject([
      { numRelation: 4 },
      { numRelation: 3, cArchive: null, operation: null, answers: null },
    ]);
    expect(await relations.relationsOfMany(['000100', '000107'])).toHaveLength(4);
  });

  it('leave out what is archived, in either case, and what is no client’s, but these count', async () => {
    await add({ cArchive: 'O' });
    await add({ cArchive: 'o' });
    await add({ typeEntite: 'F' });
    await add({ typeEntite: null });
    expect(await relations.newestOf('000100', 9)).toEqual([]);
    expect(await relations.relationsOfMany(['000100'])).toEqual([]);
    expect(await relations.countArchived()).toBe(2);
    expect(await relations.countOf('000100')).toBe(4);
    const numbers = [1, 2, 3, 4].map((num) => ({ code: '000100', num }));
    expect(await relations.numbersOfMany(['000107', '000100'])).toEqual(numbers);
  });
});

describe('lastVisits', () => {
  it('answers the newest visit that is not in the future, archived or not', async () => {
    await add({ dateRelation: new Date('2026-03-01T00:00:00Z'), cArchive: 'O' });
    await add({ dateRelation: new Date('2026-02-01T00:00:00Z') });
    await add({ dateRelation: new Date('2026-11-01T00:00:00Z'), origineRelation: 'TEL' });
    await add({ dateRelation: new Date('2099-01-01T00:00:00Z') });
    expect(await relations.lastVisits(['000100'], BEFORE)).toEqual(
      new Map([['000100', new Date('2026-03-01T00:00:00Z')]]),
    );
    expect(await relations.lastVisit('000100', BEFORE)).toEqual(new Date('2026-03-01T00:00:00Z'));
  });

  it('does not take SQL Server’s empty date for a visit', async () => {
    await add({ dateRelation: new Date('1900-01-01T00:00:00Z') });
    await add({ dateRelation: null });
    expect(await relations.lastVisits(['000100', '000107'], BEFORE)).toEqual(new Map());
    expect(await relations.lastVisit('000100', BEFORE)).toBeUndefined();
  });
});

describe('withoutClient', () => {
  it('counts relations of unknown clients and lists the first ones', async () => {
    await add({});
    await add({ cEntite: 'INCONNU' });
    await add({ cEntite: null });
    await add({ cEntite: 'INCONNU', cArchive: 'O' });
    await add({ cEntite: 'INCONNU', typeEntite: 'F' });
    expect(await relations.withoutClient(1)).toEqual({ total: 2, numbers: [2] });
  });
});

describe('ofOtherEntities', () => {
  it('counts relations of something else than a client and lists the first ones', async () => {
    await add({});
    await add({ typeEntite: 'F' });
    await add({ typeEntite: null });
    expect(await relations.ofOtherEntities(10)).toEqual({ total: 2, numbers: [2, 3] });
  });
});
