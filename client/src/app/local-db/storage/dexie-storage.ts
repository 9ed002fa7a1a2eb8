import type { RxStorage, RxStorageInstance, RxStorageInstanceCreationParams } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { putTogether } from './bulk-puts.ts';
import { readSparsely } from './sparse-reads.ts';
import { withoutStorageAdvert } from './storage-advert.ts';

type Internals = Awaited<
  ReturnType<ReturnType<typeof getRxStorageDexie>['createStorageInstance']>
>['internals'];
type Settings = NonNullable<Parameters<typeof getRxStorageDexie>[0]>;
export type DexieStorage = RxStorage<Internals, Settings>;

/** What a device alone knows must survive a power cut; what it pulled can be pulled again. */
const WRITTEN_HERE = 'operation';

const adapted = new WeakSet<object>();

/**
 * RxDB's Dexie storage, with four differences: operations are flushed to disk before a write counts as done (Chromium
 * otherwise leaves that to the operating system), reading many documents that are not there is cheap, so is writing
 * many, and its advert stays out of the console.
 */
export function createDexieStorage(): DexieStorage {
  const relaxed: DexieStorage = getRxStorageDexie();
  const strict: DexieStorage = getRxStorageDexie({ chromeTransactionDurability: 'strict' });
  return {
    name: relaxed.name,
    rxdbVersion: relaxed.rxdbVersion,
    async createStorageInstance<Document>(
      params: RxStorageInstanceCreationParams<Document, Settings>,
    ): Promise<RxStorageInstance<Document, Internals, Settings>> {
      const storage = params.collectionName === WRITTEN_HERE ? strict : relaxed;
      const instance = await storage.createStorageInstance(params);
      const { dexieTable } = await instance.internals;
      // Two openings of a base in one page share the table.
      if (!adapted.has(dexieTable)) {
        adapted.add(dexieTable);
        readSparsely(dexieTable);
        putTogether(dexieTable);
      }
      return withoutStorageAdvert(instance);
    },
  };
}
