import type { DexieStorageInternals } from 'rxdb';
import type { LocalCollection } from '../local-collections.ts';

/** Readers that keep something of their own (the list's snapshot) must have seen a removal before it is forgotten. */
const KEPT_FOR_MS = 3_600_000;

/**
 * Really removes the documents that the hub took away: RxDB only marks them, and a client who went to another rep would
 * stay readable on the old one's disk. RxDB's own clean-up reads the whole collection to find them; this asks the
 * index. Only for pulled collections, where nobody needs the mark to tell the hub.
 */
export async function purgeTombstones(collection: LocalCollection, now = Date.now()): Promise<void> {
  const { dexieTable } = await (collection.internalStorageInstance.internals as DexieStorageInternals);
  await dexieTable
    .where('[_deleted+id]')
    .between(['1', ''], ['1', '\uffff'])
    .filter((document: { _meta: { lwt: number } }) => document._meta.lwt < now - KEPT_FOR_MS)
    .delete();
}
