import { COLLECTIONS, type CollectionName } from '@tournee/graphql';
import { and, count, eq, gt, inArray, max } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { isUniqueViolation } from '../engines/engine-errors.ts';
import { syncDoc, syncScope } from '../schema/sync.table.ts';
import { readClock } from './sync-clock.ts';
import { readFloor } from './sync-floor.ts';
import { type FeedPage, pullFeed, type PullRequest } from './sync-pull.ts';
import { type FeedDocument, findChanged, findPlacements, type Placement } from './sync-publish.ts';

/**
 * The feed: every document that a device may read, once per scope (`crm.sync_doc`), numbered by `crm.sync_clock`.
 * It is read here, and written by a `FeedWriter` (publishing.ts).
 * See ARCHITECTURE.md on why the order of numbers is the order of commits.
 */
export interface SyncDocRepository {
  /** Those of the documents for which `FeedWriter.publish` would write something. Needs no transaction. */
  findChanged(documents: readonly FeedDocument[]): Promise<FeedDocument[]>;
  /** Newest number that is committed. */
  clock(): Promise<number>;
  /** The next page of a collection for a reader of `scopes`. See FeedPage. */
  pull(request: PullRequest): Promise<FeedPage>;
  /** Where the documents of these ids stand, tombstones included. */
  placements(collection: CollectionName, ids: readonly string[]): Promise<Placement[]>;
  /** A page, by id, of the ids of a collection that are live somewhere. */
  liveIds(collection: CollectionName, afterId: string, limit: number): Promise<string[]>;
  /** Scopes in which a document is live. */
  scopesOf(collection: CollectionName, id: string): Promise<string[]>;
  /** Newest number of each collection in these scopes, among those after `afterSeq`. Collections without one are absent. */
  newestSeq(scopes: readonly string[], afterSeq?: number): Promise<Map<CollectionName, number>>;
  /** Documents in these scopes, tombstones included: the total of a first sync. */
  count(scopes: readonly string[]): Promise<number>;
  scopesInUse(): Promise<string[]>;
  /** Makes a scope one that is published to. Harmless when it is already. */
  useScope(scope: string, now: Date): Promise<void>;
  /**
   * Greatest number of a tombstone that was pruned from a collection in these scopes, 0 for none. Read it after the
   * page it is meant for: then none is missing that it does not tell of.
   */
  floor(collection: CollectionName, scopes: readonly string[]): Promise<number>;
}

export function syncDocRepository(q: Queryable): SyncDocRepository {
  return {
    findChanged: (documents) => findChanged(q, documents),
    clock: () => readClock(q),
    pull: (request) => pullFeed(q, request),
    placements: (collection, ids) => findPlacements(q, collection, ids),
    liveIds: (collection, afterId, limit) => liveIds(q, collection, afterId, limit),
    scopesOf: (collection, id) => scopesOf(q, collection, id),
    newestSeq: (scopes, afterSeq = 0) => newestSeq(q, scopes, afterSeq),
    count: (scopes) => countDocuments(q, scopes),
    scopesInUse: () => scopesInUse(q),
    useScope: (scope, now) => useScope(q, scope, now),
    floor: (collection, scopes) => readFloor(q, collection, scopes),
  };
}

async function liveIds(
  q: Queryable,
  collection: CollectionName,
  afterId: string,
  limit: number,
): Promise<string[]> {
  const rows = await q
    .selectDistinct({ id: syncDoc.id })
    .top(limit)
    .from(syncDoc)
    .where(and(eq(syncDoc.collection, collection), gt(syncDoc.id, afterId), eq(syncDoc.deleted, false)))
    .orderBy(syncDoc.id);
  return rows.map((row) => row.id);
}

async function scopesOf(q: Queryable, collection: CollectionName, id: string): Promise<string[]> {
  const rows = await q
    .select({ scope: syncDoc.scope })
    .from(syncDoc)
    .where(and(eq(syncDoc.collection, collection), eq(syncDoc.id, id), eq(syncDoc.deleted, false)));
  return rows.map((row) => row.scope);
}

/** Naming all collections lets both engines seek the feed's index, once per scope and collection. */
const COLLECTION_NAMES = Object.keys(COLLECTIONS) as CollectionName[];

async function newestSeq(
  q: Queryable,
  scopes: readonly string[],
  afterSeq: number,
): Promise<Map<CollectionName, number>> {
  if (scopes.length === 0) return new Map();
  const rows = await q
    .select({ collection: syncDoc.collection, seq: max(syncDoc.seq) })
    .from(syncDoc)
    .where(
      and(
        inArray(syncDoc.scope, [...scopes]),
        inArray(syncDoc.collection, COLLECTION_NAMES),
        gt(syncDoc.seq, afterSeq),
      ),
    )
    .groupBy(syncDoc.collection);
  return new Map(rows.map((row) => [row.collection as CollectionName, Number(row.seq)]));
}

async function countDocuments(q: Queryable, scopes: readonly string[]): Promise<number> {
  if (scopes.length === 0) return 0;
  const [row] = await q
    .select({ documents: count() })
    .from(syncDoc)
    .where(inArray(syncDoc.scope, [...scopes]));
  return row?.documents ?? 0;
}

async function scopesInUse(q: Queryable): Promise<string[]> {
  const rows = await q.select({ scope: syncScope.scope }).from(syncScope).orderBy(syncScope.scope);
  return rows.map((row) => row.scope);
}

async function useScope(q: Queryable, scope: string, now: Date): Promise<void> {
  const known = await q.select({ scope: syncScope.scope }).from(syncScope).where(eq(syncScope.scope, scope));
  if (known.length > 0) return;
  try {
    await q.insert(syncScope).values({ scope, createdAt: now });
  } catch (error) {
    // Another process was quicker: the scope is in use, which is all that was asked.
    if (!isUniqueViolation(error)) throw error;
  }
}
