import type { Database, Queryable, TransactionOptions } from '../engines/database.ts';
import { lockClock } from './sync-clock.ts';
import { pruneTombstones } from './sync-floor.ts';
import { type FeedEntry, type Published, publishEntries } from './sync-publish.ts';

/** Writes the feed, inside the transaction that holds its lock. Only `publishing` makes one. */
export interface FeedWriter {
  /** Newest number of the feed when its lock was taken: nobody draws another before this transaction ends. */
  readonly lastSeq: number;
  /**
   * Writes what changed and gives it the next numbers of the feed, tombstones first. Unchanged documents (by digest)
   * and tombstones of what no device ever got are skipped. A whole document is live in its scopes, and in no other,
   * afterwards.
   */
  publish(entries: readonly FeedEntry[], now: Date): Promise<Published>;
  /** Drops tombstones from before an instant; readers that may have missed one start over. Answers how many. */
  pruneTombstones(before: Date): Promise<number>;
}

/**
 * Runs `work` in a transaction that may publish: its first statement locks the feed's clock, and every other publisher
 * waits until it ends. Hence two publishers never hold what the other waits for, and whatever `work` reads is what it
 * publishes: nobody changes a document in between. Slow work that needs no lock goes before it.
 */
export function publishing<T>(
  database: Database,
  work: (tx: Queryable, feed: FeedWriter) => Promise<T>,
  options?: TransactionOptions,
): Promise<T> {
  return database.transaction(async (tx) => {
    const lastSeq = await lockClock(tx);
    return work(tx, {
      lastSeq,
      publish: (entries, now) => publishEntries(tx, entries, now),
      pruneTombstones: (before) => pruneTombstones(tx, before),
    });
  }, options);
}
