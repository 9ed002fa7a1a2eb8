import { and, desc, eq, inArray, lt, ne } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { refreshRun } from '../schema/refresh-run.table.ts';

/** `interrupted`: another run began before this one ended; it died, or it writes its own end later. */
export type RefreshStatus = 'running' | 'done' | 'failed' | 'interrupted';

export type RefreshRunRow = typeof refreshRun.$inferSelect;

/** Runs of the base refresh. */
export interface RefreshRunRepository {
  /** Notes that a run begins, and that the ones before it are over. Answers its id. */
  start(now: Date): Promise<number>;
  end(id: number, end: { status: RefreshStatus; now: Date; report?: string; error?: string }): Promise<void>;
  /** The newest run that ended well: its end is the date of the base. */
  lastDone(): Promise<RefreshRunRow | undefined>;
  last(): Promise<RefreshRunRow | undefined>;
  /** Forgets runs from before an instant, `limit` at a time and answers how many; never the one that the base comes from. */
  deleteBefore(before: Date, limit: number): Promise<number>;
}

const ERROR_MAX_LENGTH = 2000;

export function refreshRunRepository(q: Queryable): RefreshRunRepository {
  return {
    start: async (now) => {
      const [row] = await q
        .insert(refreshRun)
        .output({ id: refreshRun.id })
        .values({ startedAt: now, status: 'running' });
      if (row === undefined) throw new Error('crm.refresh_run: the insert answered no id');
      await q
        .update(refreshRun)
        .set({ status: 'interrupted' })
        .where(and(eq(refreshRun.status, 'running'), ne(refreshRun.id, row.id)));
      return row.id;
    },
    end: async (id, { status, now, report = null, error = null }) => {
      await q
        .update(refreshRun)
        .set({ status, endedAt: now, report, error: error?.slice(0, ERROR_MAX_LENGTH) ?? null })
        .where(eq(refreshRun.id, id));
    },
    lastDone: () => lastDone(q),
    last: async () => (await q.select().top(1).from(refreshRun).orderBy(desc(refreshRun.id)))[0],
    deleteBefore: async (before, limit) => {
      const base = await lastDone(q);
      if (base === undefined) return 0;
      const rows = await q
        .select({ id: refreshRun.id })
        .top(limit)
        .from(refreshRun)
        .where(and(lt(refreshRun.startedAt, before), lt(refreshRun.id, base.id)))
        .orderBy(refreshRun.id);
      const ids = rows.map(({ id }) => id);
      if (ids.length > 0) await q.delete(refreshRun).where(inArray(refreshRun.id, ids));
      return ids.length;
    },
  };
}

async function lastDone(q: Queryable): Promise<RefreshRunRow | undefined> {
  const rows = await q
    .select()
    .top(1)
    .from(refreshRun)
    .where(eq(refreshRun.status, 'done'))
    .orderBy(desc(refreshRun.id));
  return rows[0];
}
