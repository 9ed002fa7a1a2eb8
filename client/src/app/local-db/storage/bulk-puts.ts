import { Dexie } from 'dexie';
import type { DexieStorageInternals } from 'rxdb';

type Table = Awaited<DexieStorageInternals>['dexieTable'];

/** From so many documents on. */
const MANY = 50;

/**
 * Makes writing many documents cheap. Dexie listens to each single request, to tell which of them failed; RxDB does not
 * ask: it takes a write as a whole. Here only the last request is listened to. One that fails aborts the transaction,
 * and with it the last one.
 */
export function putTogether(table: Table): void {
  const putOneByOne = table.bulkPut.bind(table) as (documents: readonly unknown[]) => PromiseLike<unknown>;
  const put = (documents: readonly unknown[]): PromiseLike<unknown> => {
    const transaction = Dexie.currentTransaction as typeof Dexie.currentTransaction | null;
    if (documents.length < MANY || transaction === null) return putOneByOne(documents);
    const store = transaction.idbtrans.objectStore(table.name);
    // Dexie's own promise: that of the language would leave the transaction.
    return new Dexie.Promise((resolve, reject) => {
      let last: IDBRequest | undefined;
      for (const document of documents) last = store.put(document);
      if (last === undefined) return;
      last.onsuccess = resolve;
      last.onerror = () => {
        reject(last.error ?? new Error('IndexedDB did not write.'));
      };
    });
  };
  table.bulkPut = put as Table['bulkPut'];
}
