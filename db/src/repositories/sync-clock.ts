import { eq, sql } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { syncClock } from '../schema/sync.table.ts';

const CLOCK_ID = 1;

/**
 * Draws `count` numbers and answers the last one. The row stays locked to the end of the transaction: whoever draws
 * next has to wait for this commit, so a smaller number never becomes visible after a greater one.
 */
export async function drawNumbers(tx: Queryable, count: number): Promise<number> {
  const rows = await tx
    .update(syncClock)
    .set({ seq: sql`${syncClock.seq} + ${count}` })
    .output({ inserted: { seq: syncClock.seq } })
    .where(eq(syncClock.id, CLOCK_ID));
  return only(rows.map((row) => row.inserted.seq));
}

export function lockClock(tx: Queryable): Promise<number> {
  return drawNumbers(tx, 0);
}

export async function readClock(q: Queryable): Promise<number> {
  const rows = await q.select({ seq: syncClock.seq }).from(syncClock).where(eq(syncClock.id, CLOCK_ID));
  return only(rows.map((row) => row.seq));
}

function only(numbers: readonly number[]): number {
  const [seq] = numbers;
  if (seq === undefined) throw new Error('crm.sync_clock is empty: the migrations have not run');
  return seq;
}
