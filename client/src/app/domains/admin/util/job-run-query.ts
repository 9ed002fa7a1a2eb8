import type { JobRunSortKey, JobRunStatus } from '@tournee/graphql';

/** Which runs are shown, as it stands in the address: a page can be sent to somebody, and Back works. */
export interface JobRunQuery {
  readonly job: string | null;
  readonly status: JobRunStatus | null;
  readonly sort: JobRunSortKey;
  readonly isAscending: boolean;
  /** From 1. */
  readonly page: number;
}

export const RUN_STATUSES = ['running', 'done', 'failed', 'abandoned'] as const satisfies JobRunStatus[];

/** Words of the address, which is French, for the columns one can sort by. */
const SORTS: Readonly<Record<string, JobRunSortKey>> = {
  debut: 'startedAt',
  fin: 'endedAt',
  tache: 'job',
  resultat: 'status',
};

export interface JobRunParams {
  readonly tache?: string | undefined;
  readonly resultat?: string | undefined;
  readonly tri?: string | undefined;
  readonly ordre?: string | undefined;
  readonly page?: string | undefined;
}

/** Reads the address; what it does not understand is as if it were not there. */
export function runQueryOf({ tache, resultat, tri, ordre, page }: JobRunParams): JobRunQuery {
  const sort = tri !== undefined && Object.hasOwn(SORTS, tri) ? SORTS[tri] : undefined;
  return {
    job: tache ?? null,
    status: RUN_STATUSES.find((status) => status === resultat) ?? null,
    sort: sort ?? 'startedAt',
    isAscending: ordre === 'croissant',
    page: /^[1-9]\d{0,5}$/.test(page ?? '') ? Number(page) : 1,
  };
}

/** Writes the address: what is as usual is left out of it (null). */
export function runParamsOf({
  job,
  status,
  sort,
  isAscending,
  page,
}: JobRunQuery): Record<string, string | null> {
  const word = Object.keys(SORTS).find((key) => SORTS[key] === sort) ?? null;
  return {
    tache: job,
    resultat: status,
    tri: sort === 'startedAt' ? null : word,
    ordre: isAscending ? 'croissant' : null,
    page: page === 1 ? null : String(page),
  };
}
