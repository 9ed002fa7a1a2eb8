import type { DexieStorageInternals } from 'rxdb';
import type { LocalDatabase } from '../local-collections.ts';
import { openDatabase } from '../open-database.ts';

let database: LocalDatabase;
let table: Awaited<DexieStorageInternals>['dexieTable'];

const references = Array.from({ length: 120 }, (_, index) => {
  const id = `c_rep:${String(index).padStart(5, '0')}`;
  return { id, liste: 'c_rep', code: id.slice(6), libelle: `Libellé ${id}` };
});

beforeEach(async () => {
  database = await openDatabase('tournee-puts');
  ({ dexieTable: table } = await (database.reference.internalStorageInstance
    .internals as DexieStorageInternals));
});
afterEach(async () => {
  await database.remove();
});

function put(documents: readonly object[], meanwhile: () => void = () => undefined): PromiseLike<unknown> {
  return table.db.transaction('rw', table, () => {
    const putting = table.bulkPut([...documents] as never[]);
    meanwhile();
    return putting;
  });
}

describe('putTogether', () => {
  it('writes what it was given, over what is there', async () => {
    await database.reference.bulkInsert(references);
    expect(await database.reference.count().exec()).toBe(120);
    await database.reference.bulkUpsert(references.map((one) => ({ ...one, libelle: 'Autre' })));
    const documents = await database.reference.find().exec();
    expect(documents).toHaveLength(120);
    expect(new Set(documents.map(({ libelle }) => libelle))).toEqual(new Set(['Autre']));
  });

  it('writes nothing when one document cannot be written, and says so', async () => {
    const bad = references.map((one, index) => (index === 100 ? { ...one, id: null } : one));
    await expect(put(bad)).rejects.toThrow();
    expect(await table.count()).toBe(0);
  });

  it('rejects when the browser gives the transaction up', async () => {
    const giveUp = (): void => {
      const { currentTransaction } = table.db.constructor as unknown as {
        currentTransaction: { idbtrans: IDBTransaction };
      };
      currentTransaction.idbtrans.abort();
    };
    await expect(put(references, giveUp)).rejects.toThrow();
    expect(await table.count()).toBe(0);
  });

  it('writes at once in a transaction of its own where there is none', async () => {
    await table.bulkPut(references as never[]);
    expect(await table.count()).toBe(120);
  });
});
