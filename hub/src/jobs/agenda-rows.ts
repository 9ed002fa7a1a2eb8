import type { JobRow, JobState } from '@tournee/db';
import { type JobParameters, toJobId } from 'agenda';

export type StoredParameters = JobParameters & { readonly _id: NonNullable<JobParameters['_id']> };

const DATES = [
  'nextRunAt',
  'lockedAt',
  'lastRunAt',
  'lastFinishedAt',
  'failedAt',
  'startDate',
  'endDate',
  'debounceStartedAt',
] as const;
const VALUES = ['priority', 'type', 'failCount', 'repeatTimezone', 'repeatAt', 'progress'] as const;
const FLAGS = ['disabled', 'fork'] as const;
const JSON_VALUES = ['data', 'skipDays'] as const;
const FAIL_REASON_LENGTH = 2000;

/** What an Agenda job says of itself, as columns. Only what it says: a key that is there with no value empties its column. */
export function toChanges(parameters: Partial<JobParameters>): Partial<JobRow> {
  const changes: Partial<JobRow> = {};
  for (const key of DATES) if (Object.hasOwn(parameters, key)) changes[key] = toDate(parameters[key]);
  for (const key of VALUES)
    if (Object.hasOwn(parameters, key)) Object.assign(changes, { [key]: parameters[key] ?? null });
  for (const key of FLAGS) if (Object.hasOwn(parameters, key)) changes[key] = parameters[key] === true;
  for (const key of JSON_VALUES) if (Object.hasOwn(parameters, key)) changes[key] = toJson(parameters[key]);
  if (Object.hasOwn(parameters, 'failReason')) changes.failReason = toReason(parameters.failReason);
  if (Object.hasOwn(parameters, 'repeatInterval')) changes.repeatInterval = toText(parameters.repeatInterval);
  return changes;
}

/** A new row, with the defaults of Agenda. */
export function toRow(id: string, parameters: JobParameters): JobRow {
  return { ...EMPTY_ROW, id, name: parameters.name, ...toChanges(parameters) };
}

/** What a running job writes about itself: all of it, each time. */
export function toState(job: JobParameters, modifiedBy: string | null): JobState {
  return {
    nextRunAt: toDate(job.nextRunAt),
    lockedAt: toDate(job.lockedAt),
    lastRunAt: toDate(job.lastRunAt),
    lastFinishedAt: toDate(job.lastFinishedAt),
    failedAt: toDate(job.failedAt),
    failCount: job.failCount ?? null,
    failReason: toReason(job.failReason),
    progress: job.progress ?? null,
    lastModifiedBy: modifiedBy,
  };
}

/** A row as Agenda wants it: what has no value is not there. */
export function toParameters(row: JobRow): StoredParameters {
  return {
    _id: toJobId(row.id),
    name: row.name,
    priority: row.priority,
    nextRunAt: row.nextRunAt,
    type: row.type === 'single' ? 'single' : 'normal',
    data: row.data === null ? undefined : (JSON.parse(row.data) as unknown),
    ...definedOnly({
      lockedAt: row.lockedAt,
      lastRunAt: row.lastRunAt,
      lastFinishedAt: row.lastFinishedAt,
      failedAt: row.failedAt,
      failCount: row.failCount,
      failReason: row.failReason,
      repeatInterval: toInterval(row.repeatInterval),
      repeatTimezone: row.repeatTimezone,
      repeatAt: row.repeatAt,
      startDate: row.startDate,
      endDate: row.endDate,
      skipDays: row.skipDays === null ? null : (JSON.parse(row.skipDays) as number[]),
      progress: row.progress,
      debounceStartedAt: row.debounceStartedAt,
      lastModifiedBy: row.lastModifiedBy,
      // Said only when true: a job that saves itself must not undo a pause that came meanwhile.
      disabled: row.disabled || null,
      fork: row.fork || null,
    }),
  };
}

const EMPTY_ROW: Omit<JobRow, 'id' | 'name'> = {
  type: 'normal',
  priority: 0,
  nextRunAt: null,
  lockedAt: null,
  claim: null,
  lastRunAt: null,
  lastFinishedAt: null,
  failedAt: null,
  failCount: null,
  failReason: null,
  repeatInterval: null,
  repeatTimezone: null,
  repeatAt: null,
  startDate: null,
  endDate: null,
  skipDays: null,
  data: null,
  disabled: false,
  progress: null,
  fork: false,
  uniqueKey: null,
  debounceStartedAt: null,
  lastModifiedBy: null,
};

type Defined<T> = { [Key in keyof T]?: NonNullable<T[Key]> };

function definedOnly<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Defined<T>;
}

function toDate(value: Date | null | undefined): Date | null {
  return value == null ? null : new Date(value);
}

function toText(value: string | number | undefined): string | null {
  return value === undefined ? null : String(value);
}

/** A number of milliseconds comes back as the number it was. */
function toInterval(text: string | null): string | number | null {
  return text !== null && /^\d+$/.test(text) ? Number(text) : text;
}

function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function toReason(reason: string | undefined): string | null {
  return reason === undefined ? null : reason.slice(0, FAIL_REASON_LENGTH);
}
