import type { CollectionName } from '@tournee/graphql';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { chunks } from '../batches.ts';
import type { Queryable } from '../engines/database.ts';
import { syncDoc } from '../schema/sync.table.ts';
import { readClock } from './sync-clock.ts';

export interface PullRequest {
  readonly collection: CollectionName;
  readonly scopes: readonly string[];
  readonly afterSeq: number;
  readonly limit: number;
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
   * By rising number, at most `limit` of them; fewer only when there is nothing more (RxDB stops at a short page). A
   * document stands in it once. Tombstones of documents that are live in another of the scopes are left out: for this
   * reader the document did not leave.
   */
  readonly rows: readonly FeedRow[];
  /** Checkpoint: the greatest number looked at, tombstones left out included; `afterSeq` when there was none. */
  readonly lastSeq: number;
}

type RawRow = [seq: number | string, id: string, deleted: boolean, body: string];

// `id in (…)` of the check for live documents, within SQL Server's 2,100 parameters.
const IDS_PER_QUERY = 1000;

export async function pullFeed(q: Queryable, request: PullRequest): Promise<FeedPage> {
  const { scopes, limit } = request;
  // Numbers up to the clock are committed for good. Without this bound, a commit between the scans of two scopes would
  // show its number in the second scope and hide a smaller one in the first.
  const bound = await readClock(q);
  const kept = new Map<string, FeedRow>();
  let lastSeq = request.afterSeq;
  while (kept.size < limit && scopes.length > 0) {
    const wanted = limit - kept.size;
    const scans = await Promise.all(
      scopes.map((scope) => scan(q, request, { scope, afterSeq: lastSeq, bound, limit: wanted })),
    );
    const merged = (scans.length === 1 ? (scans[0] ?? []) : scans.flat().sort(byNumber)).slice(0, wanted);
    const last = merged.at(-1);
    if (last === undefined) break;
    lastSeq = last.seq;
    for (const row of await withoutMoves(q, request, merged)) {
      kept.delete(row.id);
      kept.set(row.id, row);
    }
    if (merged.length < wanted) break;
  }
  return { rows: [...kept.values()], lastSeq };
}

function byNumber(a: FeedRow, b: FeedRow): number {
  return a.seq - b.seq;
}

/** One range scan of the feed's index; raw rows, for this is the hot path. */
async function scan(
  q: Queryable,
  { collection }: PullRequest,
  { scope, afterSeq, bound, limit }: { scope: string; afterSeq: number; bound: number; limit: number },
): Promise<FeedRow[]> {
  const rows = await q.execute<RawRow>(
    sql`select top(${limit}) ${syncDoc.seq}, ${syncDoc.id}, ${syncDoc.deleted}, ${syncDoc.body} from ${syncDoc}
      where ${syncDoc.scope} = ${scope} and ${syncDoc.collection} = ${collection}
      and ${syncDoc.seq} > ${afterSeq} and ${syncDoc.seq} <= ${bound} order by ${syncDoc.seq}`,
    'arrays',
  );
  return rows.map(([seq, id, deleted, body]) => ({ seq: Number(seq), id, deleted, body }));
}

async function withoutMoves(
  q: Queryable,
  request: PullRequest,
  rows: readonly FeedRow[],
): Promise<readonly FeedRow[]> {
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
