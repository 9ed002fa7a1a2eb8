import { createHash } from 'node:crypto';
import type { CollectionName } from '@tournee/graphql';
import { and, eq, inArray, or } from 'drizzle-orm';
import { chunks, groupBy } from '../batches.ts';
import type { Queryable } from '../engines/database.ts';
import { syncDoc } from '../schema/sync.table.ts';
import { feedTombstone } from './feed-tombstone.ts';
import { drawNumbers } from './sync-clock.ts';

export interface FeedChange {
  readonly collection: CollectionName;
  readonly id: string;
  readonly scope: string;
  /** JSON with explicit nulls, keys in the order of the GraphQL type, without `deleted`. */
  readonly body: string;
  /** The document leaves the scope; see `feedTombstone` for its body. */
  readonly deleted?: boolean;
}

/** A document, and all the scopes it belongs to: it leaves the others. Without a scope it is gone. */
export interface FeedDocument {
  readonly collection: CollectionName;
  readonly id: string;
  readonly scopes: readonly string[];
  readonly body: string;
}

export interface Published {
  /** Rows written: live ones and tombstones. */
  readonly written: number;
  /** Last number drawn; 0 when nothing was written. */
  readonly lastSeq: number;
}

/** Where a document stands in the feed. */
export interface Placement {
  readonly id: string;
  readonly scope: string;
  readonly hash: string;
  readonly deleted: boolean;
}

// SQL Server takes 2,100 parameters in a statement: 8 columns a row, and room for the rest.
const ROWS_PER_INSERT = 250;
const IDS_PER_QUERY = 1000;

/** Digest by which bodies are compared. */
export function bodyHash(body: string): string {
  return createHash('sha256').update(body, 'utf8').digest('base64');
}

export async function findPlacements(
  q: Queryable,
  collection: CollectionName,
  ids: readonly string[],
): Promise<Placement[]> {
  const found: Placement[] = [];
  for (const some of chunks(ids, IDS_PER_QUERY)) {
    const rows = await q
      .select({ id: syncDoc.id, scope: syncDoc.scope, hash: syncDoc.hash, deleted: syncDoc.deleted })
      .from(syncDoc)
      .where(and(eq(syncDoc.collection, collection), inArray(syncDoc.id, some)));
    found.push(...rows);
  }
  return found;
}

export async function publishChanges(
  tx: Queryable,
  changes: readonly FeedChange[],
  now: Date,
): Promise<Published> {
  return write(tx, changes, await standingRows(tx, changes), now);
}

export async function publishDocuments(
  tx: Queryable,
  documents: readonly FeedDocument[],
  now: Date,
): Promise<Published> {
  const standing = await standingRows(tx, documents);
  return write(tx, changesOf(documents, standing), standing, now);
}

/** Documents that are not in the feed as they should be. */
export async function findChanged(q: Queryable, documents: readonly FeedDocument[]): Promise<FeedDocument[]> {
  const standing = await standingRows(q, documents);
  const changed = new Set(
    changesOf(documents, standing)
      .filter((change) => isNews(change, standing))
      .map(keyOf),
  );
  return documents.filter((document) => changed.has(keyOf(document)));
}

/** By document, then by scope. */
type Standing = ReadonlyMap<string, ReadonlyMap<string, Placement>>;

function changesOf(documents: readonly FeedDocument[], standing: Standing): FeedChange[] {
  return documents.flatMap((document) => {
    const { collection, id, scopes, body } = document;
    const left = [...(standing.get(keyOf(document))?.keys() ?? [])].filter(
      (scope) => !scopes.includes(scope),
    );
    return [
      ...left.map((scope) => feedTombstone(collection, id, scope)),
      ...scopes.map((scope): FeedChange => ({ collection, id, scope, body })),
    ];
  });
}

function isNews(change: FeedChange, standing: Standing): boolean {
  const known = standing.get(keyOf(change))?.get(change.scope);
  // What no device ever got need not be taken back.
  if (change.deleted === true) return known?.deleted === false;
  return known === undefined || known.deleted || known.hash !== bodyHash(change.body);
}

async function write(
  tx: Queryable,
  changes: readonly FeedChange[],
  standing: Standing,
  now: Date,
): Promise<Published> {
  // The last word on a document counts.
  const last = new Map(changes.map((change) => [`${change.scope} ${keyOf(change)}`, change]));
  const news = [...last.values()].filter((change) => isNews(change, standing));
  if (news.length === 0) return { written: 0, lastSeq: 0 };
  // A device that pulls both sides of a move in one page drops the old document before it takes the new one.
  const ordered = [...news.filter((change) => change.deleted), ...news.filter((change) => !change.deleted)];
  const lastSeq = await drawNumbers(tx, ordered.length);
  const firstSeq = lastSeq - ordered.length + 1;
  const replaced = ordered.filter((change) => standing.get(keyOf(change))?.has(change.scope));
  for (const some of chunks(replaced, ROWS_PER_INSERT)) await remove(tx, some);
  const rows = ordered.map(({ collection, id, scope, body, deleted = false }, index) => {
    return {
      collection,
      id,
      scope,
      body,
      deleted,
      hash: bodyHash(body),
      seq: firstSeq + index,
      updatedAt: now,
    };
  });
  for (const some of chunks(rows, ROWS_PER_INSERT)) await tx.insert(syncDoc).values(some);
  return { written: rows.length, lastSeq };
}

async function standingRows(
  q: Queryable,
  documents: readonly { collection: CollectionName; id: string }[],
): Promise<Standing> {
  const standing = new Map<string, Map<string, Placement>>();
  for (const [collection, some] of groupBy(documents, (document) => document.collection)) {
    const ids = [...new Set(some.map((document) => document.id))];
    const placements = groupBy(await findPlacements(q, collection, ids), ({ id }) => id);
    for (const [id, rows] of placements) {
      standing.set(keyOf({ collection, id }), new Map(rows.map((row) => [row.scope, row])));
    }
  }
  return standing;
}

/** Delete and insert again: two statements for many rows, where an update would need one for each. */
async function remove(tx: Queryable, rows: readonly FeedChange[]): Promise<void> {
  const groups = groupBy(rows, (row) => `${row.collection} ${row.scope}`);
  const conditions = [...groups.values()].map((group) => {
    const [{ collection, scope }] = group;
    const ids = group.map((row) => row.id);
    return and(eq(syncDoc.collection, collection), eq(syncDoc.scope, scope), inArray(syncDoc.id, ids));
  });
  await tx.delete(syncDoc).where(or(...conditions));
}

/** In SQL Server's collation, ids that differ in case only are one key. */
function keyOf({ collection, id }: { collection: string; id: string }): string {
  return `${collection} ${id.toUpperCase()}`;
}
