import { openDatabase } from '../open-database.ts';
import type { LocalDatabase } from '../local-collections.ts';

const ids = Array.from({ length: 300 }, (_, index) => `c_rep:${String(index * 7).padStart(5, '0')}`);
let database: LocalDatabase;

function reference(id: string): { id: string; liste: string; code: string; libelle: string } {
  return { id, liste: 'c_rep', code: id.slice(6), libelle: `Libellé ${id}` };
}

async function found(wanted: readonly string[]): Promise<string[]> {
  const documents = await database.reference.storageInstance.findDocumentsById([...wanted], true);
  return documents.map(({ id }) => id);
}

beforeEach(async () => {
  database = await openDatabase('tournee-sparse');
});
afterEach(async () => {
  await database.remove();
});

describe('readSparsely', () => {
  it('finds the same documents as asking for each, in the order asked', async () => {
    expect(await found(ids)).toEqual([]);
    const there = ids.filter((_, index) => index % 3 === 0);
    await database.reference.bulkInsert(there.map(reference));
    expect(await found(ids)).toEqual(there);
    expect(await found([...ids].reverse())).toEqual([...there].reverse());
    await database.reference.bulkInsert(ids.filter((id) => !there.includes(id)).map(reference));
    expect(await found(ids)).toEqual(ids);
    expect(await found(ids.slice(0, 3))).toEqual(ids.slice(0, 3));
  });

  it('lets a bulk write see what is there already', async () => {
    await database.reference.bulkInsert(ids.slice(0, 100).map(reference));
    const { error } = await database.reference.bulkInsert(ids.map(reference));
    expect(error.map(({ status, documentId }) => [status, documentId])).toEqual(
      ids.slice(0, 100).map((id) => [409, id]),
    );
    expect(await found(ids)).toEqual(ids);
  });
});
