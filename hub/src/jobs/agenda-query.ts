import type { JobFilter, JobRow, JobSort, JobSortKey } from '@tournee/db';
import {
  computeJobState,
  type JobsOverview,
  type JobsQueryOptions,
  type JobWithState,
  type RemoveJobsOptions,
} from 'agenda';
import { toParameters } from './agenda-rows.ts';

const DEFAULT_SORT: JobSort = [
  { key: 'nextRunAt', direction: 'desc' },
  { key: 'lastRunAt', direction: 'desc' },
];

/** The part of Agenda's query that the database answers. */
export function queryFilter({ name, names, id, ids, includeDisabled = true }: JobsQueryOptions): JobFilter {
  return {
    ...idsOf(id, ids),
    ...namesOf(name, names),
    ...(includeDisabled ? {} : { isEnabled: true }),
  };
}

export function querySort(sort: JobsQueryOptions['sort']): JobSort {
  const keys = Object.keys(sort ?? {}) as JobSortKey[];
  const wanted = keys.flatMap((key) => {
    const direction = sort?.[key];
    return direction === undefined ? [] : [{ key, direction }];
  });
  return wanted.length === 0 ? DEFAULT_SORT : wanted;
}

/**
 * The part that needs the job's data or its state, which is a matter of the clock: jobs are few. « paused » is no
 * state of its own for Agenda: a disabled job also is scheduled, failed or whatever else its dates say.
 */
export function withStates(rows: readonly JobRow[], options: JobsQueryOptions, now: Date): JobWithState[] {
  const search = options.search?.toLowerCase() ?? '';
  return rows
    .filter((row) => row.name.toLowerCase().includes(search))
    .map((row) => toParameters(row))
    .filter((job) => options.data === undefined || contains(job.data, options.data))
    .map((job) => ({ ...job, state: computeJobState(job, now) }))
    .filter((job) => {
      if (options.state === undefined) return true;
      return options.state === 'paused' ? job.disabled === true : job.state === options.state;
    });
}

export function overviewOf(name: string, rows: readonly JobRow[], now: Date): JobsOverview {
  const overview: JobsOverview = {
    name,
    total: rows.length,
    running: 0,
    scheduled: 0,
    queued: 0,
    completed: 0,
    failed: 0,
    repeating: 0,
    paused: 0,
  };
  for (const job of rows.map((row) => toParameters(row))) {
    overview[computeJobState(job, now)] += 1;
    if (job.disabled === true) overview.paused += 1;
  }
  return overview;
}

/** The jobs that a removal means; null when it names none, which means none and not all. */
export function removalFilter({ id, ids, name, names, notNames, data }: RemoveJobsOptions): JobFilter | null {
  const filter = {
    ...idsOf(id, ids),
    ...(name === undefined && names === undefined && notNames !== undefined
      ? { notNames }
      : namesOf(name, names)),
  };
  const isAnything = Object.keys(filter).length > 0 && (filter.notNames?.length ?? 1) > 0;
  return isAnything || data !== undefined ? filter : null;
}

function idsOf(id: string | undefined, ids: readonly string[] | undefined): JobFilter {
  if (id) return { ids: [id] };
  return ids === undefined || ids.length === 0 ? {} : { ids };
}

function namesOf(name: string | undefined, names: readonly string[] | undefined): JobFilter {
  if (name) return { names: [name] };
  return names === undefined || names.length === 0 ? {} : { names };
}

/** True when `value` says all that `wanted` says; it may say more. Dates count as the JSON that they are stored as. */
export function contains(value: unknown, wanted: unknown): boolean {
  if (wanted instanceof Date) return value === wanted.toJSON();
  if (typeof wanted !== 'object' || wanted === null) return value === wanted;
  if (Array.isArray(wanted)) {
    return Array.isArray(value) && wanted.every((item) => value.some((other) => contains(other, item)));
  }
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return Object.entries(wanted).every(([key, part]) => contains(fields.get(key), part));
}

/** True when the job is the one that Agenda's `unique` describes: keys are paths, as in `{ 'data.userId': 7 }`. */
export function isDescribedBy(row: JobRow, unique: Readonly<Record<string, unknown>>): boolean {
  const job = toParameters(row);
  return Object.entries(unique).every(([path, wanted]) => contains(valueAt(job, path.split('.')), wanted));
}

function valueAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value instanceof Date ? value.toJSON() : value;
  if (typeof value !== 'object' || value === null) return undefined;
  return valueAt(new Map<string, unknown>(Object.entries(value)).get(key), rest);
}
