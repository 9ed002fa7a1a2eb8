import type { CollectionName } from '@tournee/graphql';
import { and, eq, inArray, lt, max } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { syncDoc, syncFloor } from '../schema/sync.table.ts';

/**
 * Drops tombstones from before an instant, and raises the floor of their scopes and collections: whoever has not read
 * up to it may have missed one. Must be called inside a transaction. Answers how many were dropped.
 */
export async function pruneTombstones(tx: Queryable, before: Date): Promise<number> {
  const isOld = and(eq(syncDoc.deleted, true), lt(syncDoc.updatedAt, before));
  const groups = await tx
    .select({ scope: syncDoc.scope, collection: syncDoc.collection, seq: max(syncDoc.seq) })
    .from(syncDoc)
    .where(isOld)
    .groupBy(syncDoc.scope, syncDoc.collection);
  let dropped = 0;
  for (const { scope, collection, seq } of groups) {
    await raiseFloor(tx, scope, collection, Number(seq));
    const rows = await tx
      .delete(syncDoc)
      .output({ id: syncDoc.id })
      .where(and(isOld, eq(syncDoc.scope, scope), eq(syncDoc.collection, collection)));
    dropped += rows.length;
  }
  return dropped;
}

async function raiseFloor(tx: Queryable, scope: string, collection: string, seq: number): Promise<void> {
  const isIt = and(eq(syncFloor.scope, scope), eq(syncFloor.collection, collection));
  const [known] = await tx.select({ seq: syncFloor.seq }).from(syncFloor).where(isIt);
  if (known === undefined) await tx.insert(syncFloor).values({ scope, collection, seq });
  else if (known.seq < seq) await tx.update(syncFloor).set({ seq }).where(isIt);
}

/** Greatest number of a tombstone that was pruned from a collection in these scopes; 0 for none. */
export async function readFloor(
  q: Queryable,
  collection: CollectionName,
  scopes: readonly string[],
): Promise<number> {
  if (scopes.length === 0) return 0;
  const [row] = await q
    .select({ seq: max(syncFloor.seq) })
    .from(syncFloor)
    .where(and(eq(syncFloor.collection, collection), inArray(syncFloor.scope, [...scopes])));
  return row?.seq ?? 0;
}
