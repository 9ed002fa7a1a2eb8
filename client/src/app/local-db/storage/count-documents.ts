import type { DexieStorageInternals } from 'rxdb';
import type { LocalCollection } from '../local-collections.ts';

/** How many documents a collection holds. RxDB would read them all; this asks the index. */
export async function countDocuments(collection: LocalCollection): Promise<number> {
  const { dexieTable } = await (collection.internalStorageInstance.internals as DexieStorageInternals);
  return dexieTable.where('[_deleted+id]').between(['0', ''], ['0', '\uffff']).count();
}
