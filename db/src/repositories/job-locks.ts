import {
  and,
  asc,
  desc,
  eq,
  getColumns,
  inArray,
  isNotNull,
  isNull,
  like,
  lte,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { job, type JobRow } from '../schema/job.table.ts';

/** What a claim sets: the lock, and who holds it. */
export interface JobLock {
  readonly claim: string;
  readonly lockedAt: Date;
  readonly modifiedBy: string | null;
}

export interface DueJobs {
  readonly name: string;
  /** Unlocked jobs that are due by then. */
  readonly dueBy: Date;
  /** Locks taken by then have expired: their holder is dead. */
  readonly lockDeadline: Date;
}

/** What a running job writes about itself. */
export type JobState = Pick<
  JobRow,
  | 'nextRunAt'
  | 'lockedAt'
  | 'lastRunAt'
  | 'lastFinishedAt'
  | 'failedAt'
  | 'failCount'
  | 'failReason'
  | 'progress'
  | 'lastModifiedBy'
>;

export interface JobStateWrite {
  readonly id: string;
  readonly name: string;
  readonly state: JobState;
  /** The lock under which the job runs; null when it was never claimed. */
  readonly claim: string | null;
  /** `nextRunAt` as the writer last saw it: when somebody else changed it meanwhile, his value stands. */
  readonly knownNextRunAt: Date | null | undefined;
}

/** Jobs of one process: those of `ids`, or all but `exceptIds`. */
export type HeldJobs = { readonly ids: readonly string[] } | { readonly exceptIds: readonly string[] };

// How often a claim is tried when other processes are quicker: each time, they have taken one job off the list.
const CLAIM_ATTEMPTS = 25;

/** True when there is a job to claim. A poll asks this first: when it finds nothing, it writes nothing. */
export async function hasDueJob(q: Queryable, due: DueJobs): Promise<boolean> {
  return (await nextCandidate(q, isClaimable(due))) !== undefined;
}

/**
 * Claims the job that has waited longest, the most urgent first among equals. To be called in a transaction: in the
 * embedded engine it is alone from its begin on, so that what it finds is still free. On SQL Server, where it is not,
 * the claim repeats the condition: of several processes that saw the same job one gets it and the others look again.
 */
export async function claimNextJob(tx: Queryable, due: DueJobs, lock: JobLock): Promise<JobRow | null> {
  const condition = isClaimable(due);
  for (let attempt = 0; attempt < CLAIM_ATTEMPTS; attempt += 1) {
    const id = await nextCandidate(tx, condition);
    if (id === undefined) return null;
    const taken = await take(tx, id, condition, lock);
    if (taken !== null) return taken;
  }
  return null;
}

function isClaimable({ name, dueBy, lockDeadline }: DueJobs): SQL | undefined {
  const isDue = or(and(isNull(job.lockedAt), lte(job.nextRunAt, dueBy)), lte(job.lockedAt, lockDeadline));
  return and(eq(job.name, name), eq(job.disabled, false), isDue);
}

async function nextCandidate(q: Queryable, condition: SQL | undefined): Promise<string | undefined> {
  const [candidate] = await q
    .select({ id: job.id })
    .top(1)
    .from(job)
    .where(condition)
    .orderBy(asc(job.nextRunAt), desc(job.priority), asc(job.id));
  return candidate?.id;
}

/** Claims one job that is unlocked, enabled, and still due at the time the caller knows of. */
export function claimJob(
  q: Queryable,
  wanted: Pick<JobRow, 'id' | 'name' | 'nextRunAt'>,
  lock: JobLock,
): Promise<JobRow | null> {
  const isFree = and(eq(job.name, wanted.name), sameInstant(wanted.nextRunAt), isNull(job.lockedAt));
  return take(q, wanted.id, and(isFree, eq(job.disabled, false)), lock);
}

async function take(
  q: Queryable,
  id: string,
  condition: SQL | undefined,
  lock: JobLock,
): Promise<JobRow | null> {
  const { claim, lockedAt, modifiedBy } = lock;
  const rows = await q
    .update(job)
    .set({ lockedAt, claim, lastModifiedBy: modifiedBy })
    .output({ inserted: getColumns(job) })
    .where(and(eq(job.id, id), condition));
  return rows[0]?.inserted ?? null;
}

/** False when the job is gone, or when its lock has gone to somebody else: whoever lost it has no say any more. */
export async function saveJobState(q: Queryable, write: JobStateWrite): Promise<boolean> {
  const { id, name, claim, knownNextRunAt } = write;
  const { nextRunAt, ...rest } = write.state;
  const next =
    knownNextRunAt === undefined
      ? nextRunAt
      : sql`case when ${sameInstant(knownNextRunAt)} then ${sql.param(nextRunAt, job.nextRunAt)} else ${job.nextRunAt} end`;
  const rows = await q
    .update(job)
    .set({ ...rest, nextRunAt: next, claim: rest.lockedAt === null ? null : claim })
    .output({ inserted: { id: job.id } })
    .where(and(eq(job.id, id), eq(job.name, name), claim === null ? undefined : eq(job.claim, claim)));
  return rows.length > 0;
}

/** Frees a job that has a next run. With `claim`, only while that claim holds it. */
export async function releaseJob(q: Queryable, id: string, claim: string | null): Promise<void> {
  const isHeld = claim === null ? undefined : eq(job.claim, claim);
  await q
    .update(job)
    .set({ lockedAt: null, claim: null })
    .where(and(eq(job.id, id), isNotNull(job.nextRunAt), isHeld));
}

/** Frees what one process holds: its claims begin with its name. */
export async function releaseJobsOf(q: Queryable, owner: string, which: HeldJobs): Promise<void> {
  await q
    .update(job)
    .set({ lockedAt: null, claim: null })
    .where(and(heldJobs(which), like(job.claim, `${owner}.%`)));
}

/** Makes the `single` job of this name due now, unless it is running. False when it runs or is not there. */
export async function makeJobDue(
  q: Queryable,
  name: string,
  now: Date,
  data: string | null,
): Promise<boolean> {
  const rows = await q
    .update(job)
    .set({ nextRunAt: now, data })
    .output({ inserted: { id: job.id } })
    .where(and(eq(job.name, name), eq(job.type, 'single'), isNull(job.lockedAt)));
  return rows.length > 0;
}

function heldJobs(which: HeldJobs): SQL | undefined {
  // No row has an empty id: a list of none means none.
  if ('ids' in which) return inArray(job.id, which.ids.length === 0 ? [''] : [...which.ids]);
  return which.exceptIds.length === 0 ? undefined : notInArray(job.id, [...which.exceptIds]);
}

function sameInstant(date: Date | null): SQL {
  return date === null ? isNull(job.nextRunAt) : eq(job.nextRunAt, date);
}
