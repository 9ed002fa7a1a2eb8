import type { Job, JobRun } from '@tournee/graphql';
import { momentWords } from '../../shared/ui/moment-words.ts';
import type { AdminColumn } from './admin-table.ts';
import { RUN_STATUSES } from '../util/job-run-table.ts';
import { jobMessages } from './job-messages.ts';
import { durationWords, reportWords } from './job-words.ts';
import type { TableFilter } from './table-filters.ts';

/** One run in words. */
export interface JobRunRow {
  readonly id: string;
  readonly run: JobRun;
  readonly label: string;
  readonly start: string;
  readonly duration: string;
  readonly report: string;
  readonly by: string;
}

export const JOB_RUN_COLUMNS: readonly AdminColumn[] = [
  { label: jobMessages.start, sort: 'startedAt', first: 'desc', width: '138px' },
  { label: jobMessages.job, sort: 'job', width: '21%' },
  { label: jobMessages.result, sort: 'status', width: '112px' },
  { label: jobMessages.duration, width: '92px' },
  { label: jobMessages.report },
  { label: jobMessages.by, width: '110px' },
  { label: jobMessages.hub, width: '130px' },
];

/** @param now for how long a running one has been at it */
export function jobRunRows(runs: readonly JobRun[], jobs: readonly Job[], now: Date): JobRunRow[] {
  const labels = new Map(jobs.map(({ name, label }) => [name, label]));
  return runs.map((run) => ({
    id: run.id,
    run,
    label: labels.get(run.job) ?? run.job,
    start: momentWords(run.startedAt),
    // Nobody knows when a hub that died stopped working.
    duration: run.status === 'abandoned' && !run.endedAt ? '–' : durationWords(run, now),
    report: reportWords(run),
    by: run.requestedBy ?? jobMessages.bySchedule,
  }));
}

export function jobRunFilters(jobs: readonly Job[]): TableFilter[] {
  return [
    {
      name: 'tache',
      label: jobMessages.job,
      choices: jobs.map(({ name, label }) => ({ value: name, label })),
    },
    {
      name: 'resultat',
      label: jobMessages.result,
      choices: RUN_STATUSES.map((status) => ({ value: status, label: jobMessages.statuses[status] })),
    },
  ];
}
