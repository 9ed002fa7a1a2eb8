import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { jobRun, type JobRunRow } from '../schema/job.table.ts';

export type JobRunStart = Pick<JobRunRow, 'job' | 'attempt' | 'requestedBy' | 'hub' | 'startedAt'>;

export interface JobRunEnd {
  readonly status: 'done' | 'failed';
  readonly endedAt: Date;
  /** JSON. */
  readonly counts: string | null;
  readonly error: string | null;
}

/** History of what jobs did. */
export function jobRunRepository(q: Queryable) {
  return {
    /** Answers the run's id. Runs of this job that never ended were those of hubs that died: they are closed. */
    async start(run: JobRunStart): Promise<number> {
      const [row] = await q
        .insert(jobRun)
        .output({ id: jobRun.id })
        .values({ ...run, status: 'running' });
      if (!row) throw new Error('The insert of a job run answered no id.');
      await q
        .update(jobRun)
        .set({ status: 'abandoned', endedAt: run.startedAt })
        .where(and(eq(jobRun.job, run.job), eq(jobRun.status, 'running'), ne(jobRun.id, row.id)));
      return row.id;
    },

    async end(id: number, { status, endedAt, counts, error }: JobRunEnd): Promise<void> {
      await q
        .update(jobRun)
        .set({ status, endedAt, counts, error })
        // Only a run that nobody has closed: a hub that comes back late has no say any more.
        .where(and(eq(jobRun.id, id), eq(jobRun.status, 'running')));
    },

    /** The newest runs first. */
    async latest(jobNames: readonly string[], limit: number): Promise<JobRunRow[]> {
      if (jobNames.length === 0) return [];
      return q
        .select()
        .top(limit)
        .from(jobRun)
        .where(inArray(jobRun.job, [...jobNames]))
        .orderBy(desc(jobRun.id));
    },
  };
}

export type JobRunRepository = ReturnType<typeof jobRunRepository>;
