import { hash as digestOf } from 'node:crypto';
import type { CollectionName } from '@tournee/graphql';
import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { chunks, groupBy } from '../batches.ts';
import type { Queryable } from '../engines/database.ts';
import { syncDoc, type SyncDocRow } from '../schema/sync.table.ts';
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

/** What is published: one scope of a document, or a whole document. */
export type FeedEntry = FeedChange | FeedDocument;

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
  /** By the hub's clock; of a tombstone, when the document left. */
  readonly updatedAt: Date;
}

// SQL Server takes 2,100 parameters in a statement: 8 columns a row, and room for the rest.
const ROWS_PER_INSERT = 250;
const IDS_PER_QUERY = 1000;
/** A visit replaces the card and the history of a client in a few scopes. */
const MOST_UPDATES = 8;

/** Digest by which bodies are compared. */
export function bodyHash(body: string): string {
  return digestOf('sha256', body, 'base64');
}

export async function findPlacements(
  q: Queryable,
  collection: CollectionName,
  ids: readonly string[],
): Promise<Placement[]> {
  const found: Placement[] = [];
  for (const some of chunks(ids, IDS_PER_QUERY)) {
    found.push(...(await selectPlacements(q).where(isOneOf(collection, some))));
  }
  return found;
}

function selectPlacements(q: Queryable) {
  const { collection, id, scope, hash, deleted, updatedAt } = syncDoc;
  return q.select({ collection, id, scope, hash, deleted, updatedAt }).from(syncDoc);
}

function isOneOf(collection: CollectionName, ids: readonly string[]) {
  return and(eq(syncDoc.collection, collection), inArray(syncDoc.id, [...ids]));
}

export async function publishEntries(
  tx: Queryable,
  entries: readonly FeedEntry[],
  now: Date,
): Promise<Published> {
  const standing = await standingRows(tx, entries);
  return write(tx, changesOf(entries, standing), standing, now);
}

/** Documents that are not in the feed as they should be. */
export async function findChanged(q: Queryable, documents: readonly FeedDocument[]): Promise<FeedDocument[]> {
  const standing = await standingRows(q, documents);
  const digest = digests();
  const changed = new Set(
    changesOf(documents, standing)
      .filter((change) => isNews(change, standing, digest))
      .map(keyOf),
  );
  return documents.filter((document) => changed.has(keyOf(document)));
}

type Digest = (body: string) => string;

/** Digests that are computed once, for a body that goes to several scopes. */
function digests(): Digest {
  const known = new Map<string, string>();
  return (body) => {
    const digest = known.get(body) ?? bodyHash(body);
    known.set(body, digest);
    return digest;
  };
}

/** By document, then by scope. */
type Standing = ReadonlyMap<string, ReadonlyMap<string, Placement>>;

function changesOf(entries: readonly FeedEntry[], standing: Standing): FeedChange[] {
  return entries.flatMap((entry) => {
    if (!('scopes' in entry)) return entry;
    const { collection, id, scopes, body } = entry;
    const left = [...(standing.get(keyOf(entry))?.keys() ?? [])].filter((scope) => !scopes.includes(scope));
    return [
      ...left.map((scope) => feedTombstone(collection, id, scope)),
      ...scopes.map((scope): FeedChange => ({ collection, id, scope, body })),
    ];
  });
}

function isNews(change: FeedChange, standing: Standing, digest: Digest): boolean {
  const known = standing.get(keyOf(change))?.get(change.scope);
  // What no device ever got need not be taken back.
  if (change.deleted === true) return known?.deleted === false;
  return known === undefined || known.deleted || known.hash !== digest(change.body);
}

async function write(
  tx: Queryable,
  changes: readonly FeedChange[],
  standing: Standing,
  now: Date,
): Promise<Published> {
  // The last word on a document counts.
  const last = new Map(changes.map((change) => [`${change.scope} ${keyOf(change)}`, change]));
  const digest = digests();
  const news = [...last.values()].filter((change) => isNews(change, standing, digest));
  if (news.length === 0) return { written: 0, lastSeq: 0 };
  // A device that pulls both sides of a move in one page drops the old document before it takes the new one.
  const ordered = [...news.filter((change) => change.deleted), ...news.filter((change) => !change.deleted)];
  const lastSeq = await drawNumbers(tx, ordered.length);
  const firstSeq = lastSeq - ordered.length + 1;
  const rows = ordered.map(({ collection, id, scope, body, deleted = false }, index) => {
    return {
      collection,
      id,
      scope,
      body,
      deleted,
      hash: digest(body),
      seq: firstSeq + index,
      updatedAt: now,
    };
  });
  const replaced = rows.filter((row) => standing.get(keyOf(row))?.has(row.scope));
  const isUpdated = replaced.length <= MOST_UPDATES;
  if (isUpdated) for (const same of groupBy(replaced, sameText).values()) await update(tx, same);
  else for (const some of chunks(replaced, ROWS_PER_INSERT)) await remove(tx, some);
  const inserted = isUpdated ? rows.filter((row) => !replaced.includes(row)) : rows;
  for (const some of chunks(inserted, ROWS_PER_INSERT)) await tx.insert(syncDoc).values(some);
  return { written: rows.length, lastSeq };
}

/** A document that stands in several scopes has one text, which goes to the database once. */
function sameText({ collection, id, hash, deleted }: SyncDocRow): string {
  return `${keyOf({ collection, id })} ${hash} ${String(deleted)}`;
}

async function update(tx: Queryable, rows: readonly [SyncDocRow, ...SyncDocRow[]]): Promise<void> {
  const [{ collection, id, scope: _scope, seq: _seq, ...text }] = rows;
  const numbers = rows.map(({ scope, seq }) => sql`when ${scope} then ${sql.param(seq, syncDoc.seq)}`);
  const scopes = rows.map(({ scope }) => scope);
  await tx
    .update(syncDoc)
    .set({ ...text, seq: sql`case ${syncDoc.scope} ${sql.join(numbers, sql` `)} end` })
    .where(and(eq(syncDoc.collection, collection), eq(syncDoc.id, id), inArray(syncDoc.scope, scopes)));
}

async function standingRows(
  q: Queryable,
  entries: readonly { collection: CollectionName; id: string }[],
): Promise<Standing> {
  const standing = new Map<string, Map<string, Placement>>();
  for (const some of chunks(entries, IDS_PER_QUERY)) {
    const byCollection = groupBy(some, (entry) => entry.collection);
    const conditions = [...byCollection].map(([collection, same]) =>
      isOneOf(collection, [...new Set(same.map(({ id }) => id))]),
    );
    for (const row of await selectPlacements(q).where(or(...conditions))) {
      const key = keyOf(row);
      standing.set(key, (standing.get(key) ?? new Map<string, Placement>()).set(row.scope, row));
    }
  }
  return standing;
}

/** Many rows are deleted and inserted again: two statements, where an update would need one for each. */
async function remove(tx: Queryable, rows: readonly SyncDocRow[]): Promise<void> {
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
