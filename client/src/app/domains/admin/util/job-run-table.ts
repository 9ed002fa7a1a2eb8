import type { JobRunSortKey, JobRunStatus } from '@tournee/graphql';
import type { TableSpec } from './table-query.ts';

export const RUN_STATUSES = ['running', 'done', 'failed', 'abandoned'] as const satisfies JobRunStatus[];

/** What may be asked of the runs: all jobs, the newest first, unless the address says otherwise. */
export const JOB_RUN_TABLE = {
  sortKeys: ['startedAt', 'endedAt', 'job', 'status'],
  sort: { key: 'startedAt', direction: 'desc' },
  filters: { tache: [], resultat: RUN_STATUSES },
} as const satisfies TableSpec<JobRunSortKey>;
