import { createHash, randomUUID } from 'node:crypto';
import type { JobRepository, JobRow } from '@tournee/db';
import type { DebounceOptions, JobParameters } from 'agenda';
import { isDescribedBy } from './agenda-query.ts';
import { toChanges, toRow } from './agenda-rows.ts';

// Each round means that another process wrote the same job in between.
const ROUNDS = 10;

/**
 * Agenda's save: changes the job with this id, or the one that `type: 'single'` or `unique` describes, or makes a new
 * one. Answers the row as it stands then; null when the job that was to be changed is gone.
 */
export async function saveJob(
  jobs: JobRepository,
  parameters: JobParameters,
  modifiedBy: string | null,
  now: Date,
): Promise<JobRow | null> {
  const { _id: id, unique, uniqueOpts: options, ...job } = parameters;
  const stamp = { lastModifiedBy: modifiedBy };
  if (id) return jobs.update(id, job.name, { ...toChanges(job), ...stamp });
  if (job.type === 'single') return saveSingle(jobs, { ...toRow(randomUUID(), job), ...stamp }, job, now);
  if (unique !== undefined) return saveUnique(jobs, { job, unique, options: options ?? {}, modifiedBy, now });
  const row = { ...toRow(randomUUID(), job), ...stamp };
  await jobs.insert(row);
  return row;
}

async function saveSingle(jobs: JobRepository, row: JobRow, job: JobParameters, now: Date): Promise<JobRow> {
  const { nextRunAt, ...others } = { ...toChanges(job), lastModifiedBy: row.lastModifiedBy };
  for (let round = 0; round < ROUNDS; round += 1) {
    const known = await jobs.findSingle(row.name);
    if (known === null) {
      if (await jobs.insert(row)) return row;
      continue;
    }
    // « now », said again at every start of the program, must not push a job that has its next run already.
    const isKept = known.nextRunAt !== null && nextRunAt != null && nextRunAt <= now;
    const changes = isKept || nextRunAt === undefined ? others : { ...others, nextRunAt };
    const changed = await jobs.update(known.id, row.name, changes);
    if (changed !== null) return changed;
  }
  throw new Error(`The job ${row.name} could not be saved: other processes keep changing it.`);
}

interface UniqueSave {
  readonly job: JobParameters;
  readonly unique: Readonly<Record<string, unknown>>;
  readonly options: NonNullable<JobParameters['uniqueOpts']>;
  readonly modifiedBy: string | null;
  readonly now: Date;
}

async function saveUnique(jobs: JobRepository, save: UniqueSave): Promise<JobRow> {
  const { job, unique, options, modifiedBy, now } = save;
  const uniqueKey = digest([job.name, unique]);
  const stamp = { lastModifiedBy: modifiedBy, uniqueKey };
  for (let round = 0; round < ROUNDS; round += 1) {
    const rows = await jobs.find({ names: [job.name] });
    const known = rows.find((row) => isDescribedBy(row, unique)) ?? null;
    if (known !== null && options.insertOnly === true && options.debounce === undefined) return known;
    const timing =
      options.debounce === undefined ? {} : debounced(options.debounce, known, job.nextRunAt, now);
    if (known === null) {
      const row = { ...toRow(randomUUID(), job), ...timing, ...stamp };
      if (await jobs.insert(row)) return row;
      await freeKey(jobs, uniqueKey, unique);
      continue;
    }
    const changed = await jobs.update(known.id, job.name, {
      ...toChanges(job),
      ...timing,
      lastModifiedBy: modifiedBy,
    });
    if (changed !== null) return changed;
  }
  throw new Error(`The unique job ${job.name} could not be saved: other processes keep changing it.`);
}

/** Takes the key from a row whose data no longer is what the key was made for. */
async function freeKey(jobs: JobRepository, uniqueKey: string, unique: UniqueSave['unique']): Promise<void> {
  const holder = await jobs.findByUniqueKey(uniqueKey);
  if (holder === null || isDescribedBy(holder, unique)) return;
  await jobs.update(holder.id, holder.name, { uniqueKey: null });
}

/**
 * When a debounced job runs: `trailing` some time after the last call, but not later than `maxWait` after the first;
 * `leading` at the first call, and calls that follow only change its data. A job that has run starts anew.
 */
export function debounced(
  { delay, maxWait, strategy }: DebounceOptions,
  known: Pick<JobRow, 'nextRunAt' | 'debounceStartedAt'> | null,
  wanted: Date | null,
  now: Date,
): Pick<JobRow, 'nextRunAt' | 'debounceStartedAt'> {
  const isWaiting = known !== null && known.nextRunAt !== null;
  const startedAt = (isWaiting ? known.debounceStartedAt : null) ?? now;
  if (strategy === 'leading') {
    return { nextRunAt: isWaiting ? known.nextRunAt : wanted, debounceStartedAt: startedAt };
  }
  const quiet = now.getTime() + delay;
  const limit = maxWait === undefined ? Infinity : startedAt.getTime() + maxWait;
  if (isWaiting && limit <= now.getTime()) return { nextRunAt: now, debounceStartedAt: null };
  return { nextRunAt: new Date(Math.min(quiet, limit)), debounceStartedAt: startedAt };
}

function digest(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)), 'utf8')
    .digest('base64');
}

/** The order of the keys of a query says nothing. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).map(([key, part]) => [key, sorted(part)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
