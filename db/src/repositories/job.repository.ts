import { and, asc, desc, eq, getColumns, inArray, lt, notInArray, type SQL } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { isUniqueViolation } from '../engines/engine-errors.ts';
import { job, type JobRow } from '../schema/job.table.ts';
import {
  claimJob,
  claimNextJob,
  type DueJobs,
  hasDueJob,
  type HeldJobs,
  type JobLock,
  type JobStateWrite,
  makeJobDue,
  releaseJob,
  releaseJobsOf,
  saveJobState,
} from './job-locks.ts';

/** Which jobs are meant: all that are given must hold. An empty filter means every job. */
export interface JobFilter {
  readonly ids?: readonly string[];
  readonly names?: readonly string[];
  readonly notNames?: readonly string[];
  readonly isEnabled?: boolean;
}

export type JobSortKey = 'nextRunAt' | 'lastRunAt' | 'lastFinishedAt' | 'priority' | 'name' | 'data';
export type JobSort = readonly { readonly key: JobSortKey; readonly direction: 'asc' | 'desc' }[];

/** `crm.job`: Agenda's jobs. What the columns mean is Agenda's business, see hub/src/jobs/agenda-backend.ts. */
export interface JobRepository {
  find(filter: JobFilter, sort?: JobSort): Promise<JobRow[]>;
  findSingle(name: string): Promise<JobRow | null>;
  findByUniqueKey(uniqueKey: string): Promise<JobRow | null>;
  names(): Promise<string[]>;
  /** How many jobs were due before `now`. */
  countDue(now: Date): Promise<number>;
  /** False when the `single` job of this name, or one with this `uniqueKey`, is there already. */
  insert(row: JobRow): Promise<boolean>;
  /** The row after the change; null when it is gone. An empty change only reads. */
  update(id: string, name: string, changes: Partial<JobRow>): Promise<JobRow | null>;
  setDisabled(filter: JobFilter, isDisabled: boolean): Promise<number>;
  remove(filter: JobFilter): Promise<number>;
  /** See `job-locks.ts` for what follows. */
  hasDue(due: DueJobs): Promise<boolean>;
  claimNext(due: DueJobs, lock: JobLock): Promise<JobRow | null>;
  claim(wanted: Pick<JobRow, 'id' | 'name' | 'nextRunAt'>, lock: JobLock): Promise<JobRow | null>;
  saveState(write: JobStateWrite): Promise<boolean>;
  release(id: string, claim: string | null): Promise<void>;
  releaseOf(owner: string, which: HeldJobs): Promise<void>;
  makeDue(name: string, now: Date, data: string | null): Promise<boolean>;
}

export function jobRepository(q: Queryable): JobRepository {
  return {
    find: (filter, sort = []) => find(q, filter, sort),
    findSingle: (name) => findOne(q, and(eq(job.name, name), eq(job.type, 'single'))),
    findByUniqueKey: (uniqueKey) => findOne(q, eq(job.uniqueKey, uniqueKey)),
    names: () => names(q),
    countDue: (now) => countDue(q, now),
    insert: (row) => insert(q, row),
    update: (id, name, changes) => update(q, and(eq(job.id, id), eq(job.name, name)), changes),
    setDisabled: (filter, isDisabled) => setDisabled(q, filter, isDisabled),
    remove: (filter) => remove(q, filter),
    hasDue: (due) => hasDueJob(q, due),
    claimNext: (due, lock) => claimNextJob(q, due, lock),
    claim: (wanted, lock) => claimJob(q, wanted, lock),
    saveState: (write) => saveJobState(q, write),
    release: (id, claim) => releaseJob(q, id, claim),
    releaseOf: (owner, which) => releaseJobsOf(q, owner, which),
    makeDue: (name, now, data) => makeJobDue(q, name, now, data),
  };
}

function matching({ ids, names: wanted, notNames = [], isEnabled }: JobFilter): SQL | undefined {
  // No row has an empty id or name: a list of none means none.
  return and(
    ids === undefined ? undefined : inArray(job.id, ids.length === 0 ? [''] : [...ids]),
    wanted === undefined ? undefined : inArray(job.name, wanted.length === 0 ? [''] : [...wanted]),
    notNames.length === 0 ? undefined : notInArray(job.name, [...notNames]),
    isEnabled === undefined ? undefined : eq(job.disabled, !isEnabled),
  );
}

async function find(q: Queryable, filter: JobFilter, sort: JobSort): Promise<JobRow[]> {
  const order = sort.map(({ key, direction }) => (direction === 'asc' ? asc(job[key]) : desc(job[key])));
  return q
    .select()
    .from(job)
    .where(matching(filter))
    .orderBy(...order, asc(job.id));
}

async function findOne(q: Queryable, condition: SQL | undefined): Promise<JobRow | null> {
  const [row] = await q.select().from(job).where(condition);
  return row ?? null;
}

async function names(q: Queryable): Promise<string[]> {
  const rows = await q.selectDistinct({ name: job.name }).from(job).orderBy(job.name);
  return rows.map((row) => row.name);
}

async function countDue(q: Queryable, now: Date): Promise<number> {
  const rows = await q.select({ id: job.id }).from(job).where(lt(job.nextRunAt, now));
  return rows.length;
}

async function insert(q: Queryable, row: JobRow): Promise<boolean> {
  try {
    await q.insert(job).values(row);
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

async function update(
  q: Queryable,
  isTheJob: SQL | undefined,
  changes: Partial<JobRow>,
): Promise<JobRow | null> {
  if (Object.keys(changes).length === 0) return findOne(q, isTheJob);
  const rows = await q
    .update(job)
    .set(changes)
    .output({ inserted: getColumns(job) })
    .where(isTheJob);
  return rows[0]?.inserted ?? null;
}

async function setDisabled(q: Queryable, filter: JobFilter, isDisabled: boolean): Promise<number> {
  const rows = await q
    .update(job)
    .set({ disabled: isDisabled })
    .output({ inserted: { id: job.id } })
    .where(and(matching(filter), eq(job.disabled, !isDisabled)));
  return rows.length;
}

async function remove(q: Queryable, filter: JobFilter): Promise<number> {
  const rows = await q.delete(job).output({ id: job.id }).where(matching(filter));
  return rows.length;
}
