import type { CollectionName } from '@tournee/graphql';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { chunks } from '../batches.ts';
import type { Queryable } from '../engines/database.ts';
import { syncDoc } from '../schema/sync.table.ts';
import { readClock } from './sync-clock.ts';

/** Size of a page, as the database stores its bodies. */
export const PAGE_BYTES = 4_000_000;

export interface PullRequest {
  readonly collection: CollectionName;
  readonly scopes: readonly string[];
  readonly afterSeq: number;
  readonly limit: number;
  /** Where a page ends, if not at `limit` documents. A document that is larger alone makes a page of its own. */
  readonly bytes?: number;
}

export interface FeedRow {
  readonly seq: number;
  readonly id: string;
  readonly deleted: boolean;
  /** Ready-made JSON, without `deleted`. */
  readonly body: string;
}

export interface FeedPage {
  /**
   * By rising number, at most `limit` documents or `bytes` of them; none only when there is nothing more. A document
   * stands in it once. Tombstones of documents that are live in another of the scopes are left out: for this reader the
   * document did not leave.
   */
  readonly rows: readonly FeedRow[];
  /** Checkpoint: the greatest number looked at, tombstones left out included; `afterSeq` when there was none. */
  readonly lastSeq: number;
  /** Whether there is something after `lastSeq`. */
  readonly hasMore: boolean;
}

/** What is known of a document before its body is read. */
interface Entry {
  readonly seq: number;
  readonly id: string;
  readonly deleted: boolean;
  readonly scope: string;
  readonly bytes: number;
}

interface Range {
  readonly afterSeq: number;
  readonly upTo: number;
}

// `id in (…)` of the check for live documents, within SQL Server's 2,100 parameters.
const IDS_PER_QUERY = 1000;

export async function pullFeed(q: Queryable, request: PullRequest): Promise<FeedPage> {
  const { scopes, limit, bytes = PAGE_BYTES } = request;
  // Numbers up to the clock are committed for good. Without this bound, a commit between the scans of two scopes would
  // show its number in the second scope and hide a smaller one in the first.
  const bound = await readClock(q);
  const kept = new Map<string, FeedRow>();
  let lastSeq = request.afterSeq;
  let room = bytes;
  let hasMore = scopes.length > 0;
  while (hasMore && kept.size < limit) {
    const wanted = limit - kept.size;
    const found = await findEntries(q, request, { afterSeq: lastSeq, upTo: bound }, wanted + 1);
    const taken = fitting(found.slice(0, wanted), room, kept.size === 0);
    hasMore = found.length > taken.length;
    const last = taken.at(-1);
    if (last === undefined) break;
    const rows = await readRows(q, request, await withoutMoves(q, request, taken), {
      afterSeq: lastSeq,
      upTo: last.seq,
    });
    for (const row of rows) {
      kept.delete(row.id);
      kept.set(row.id, row);
    }
    lastSeq = last.seq;
    room -= taken.reduce((sum, entry) => sum + entry.bytes, 0);
  }
  return { rows: [...kept.values()], lastSeq, hasMore };
}

/** The first entries that fit into `room` together; one in any case when the page would be empty else. */
function fitting(entries: readonly Entry[], room: number, isFirst: boolean): readonly Entry[] {
  let sum = 0;
  const end = entries.findIndex((entry, index) => {
    sum += entry.bytes;
    return sum > room && !(isFirst && index === 0);
  });
  return end === -1 ? entries : entries.slice(0, end);
}

function byNumber(a: { seq: number }, b: { seq: number }): number {
  return a.seq - b.seq;
}

/** The next entries of all scopes by number, without their bodies: what does not fit into the page is not read. */
async function findEntries(
  q: Queryable,
  { collection, scopes }: PullRequest,
  { afterSeq, upTo }: Range,
  limit: number,
): Promise<Entry[]> {
  type RawEntry = [seq: number | string, id: string, deleted: boolean, bytes: number | string];
  const scans = await Promise.all(
    scopes.map(async (scope) => {
      const rows = await q.execute<RawEntry>(
        sql`select top(${limit}) ${syncDoc.seq}, ${syncDoc.id}, ${syncDoc.deleted}, datalength(${syncDoc.body})
          from ${syncDoc} where ${syncDoc.scope} = ${scope} and ${syncDoc.collection} = ${collection}
          and ${syncDoc.seq} > ${afterSeq} and ${syncDoc.seq} <= ${upTo} order by ${syncDoc.seq}`,
        'arrays',
      );
      return rows.map(([seq, id, deleted, bytes]): Entry => ({
        seq: Number(seq),
        id,
        deleted,
        scope,
        bytes: Number(bytes),
      }));
    }),
  );
  return scans.length === 1 ? (scans[0] ?? []) : scans.flat().sort(byNumber).slice(0, limit);
}

/**
 * The bodies of some entries of a range, one scan of the feed's index for each scope that has any; raw rows, for this is
 * the hot path. An entry that was published again meanwhile has another number, and comes with a later page.
 */
async function readRows(
  q: Queryable,
  { collection }: PullRequest,
  entries: readonly Entry[],
  { afterSeq, upTo }: Range,
): Promise<FeedRow[]> {
  type RawBody = [seq: number | string, body: string];
  const bodies = new Map<number, string>();
  for (const scope of new Set(entries.map((entry) => entry.scope))) {
    const rows = await q.execute<RawBody>(
      sql`select ${syncDoc.seq}, ${syncDoc.body} from ${syncDoc}
        where ${syncDoc.scope} = ${scope} and ${syncDoc.collection} = ${collection}
        and ${syncDoc.seq} > ${afterSeq} and ${syncDoc.seq} <= ${upTo}`,
      'arrays',
    );
    for (const [seq, body] of rows) bodies.set(Number(seq), body);
  }
  return entries.flatMap(({ seq, id, deleted }) => {
    const body = bodies.get(seq);
    return body === undefined ? [] : [{ seq, id, deleted, body }];
  });
}

async function withoutMoves(
  q: Queryable,
  request: PullRequest,
  rows: readonly Entry[],
): Promise<readonly Entry[]> {
  const gone = rows.filter((row) => row.deleted).map((row) => row.id);
  if (gone.length === 0 || request.scopes.length === 1) return rows;
  const live = new Set<string>();
  for (const ids of chunks(gone, IDS_PER_QUERY)) {
    const found = await q
      .select({ id: syncDoc.id })
      .from(syncDoc)
      .where(
        and(
          eq(syncDoc.collection, request.collection),
          inArray(syncDoc.id, ids),
          inArray(syncDoc.scope, [...request.scopes]),
          eq(syncDoc.deleted, false),
        ),
      );
    for (const row of found) live.add(row.id);
  }
  return rows.filter((row) => !row.deleted || !live.has(row.id));
}
