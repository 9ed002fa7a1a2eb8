import { and, eq, type SQL } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { jobRun, type JobRunRow } from '../schema/job.table.ts';
import { countRows, orderOf, type Page, type PageRequest, type SortRequest } from './paging.ts';

const SORT_COLUMNS = {
  id: jobRun.id,
  startedAt: jobRun.startedAt,
  endedAt: jobRun.endedAt,
  job: jobRun.job,
  status: jobRun.status,
};

export interface JobRunListRequest extends PageRequest {
  readonly job?: string | null | undefined;
  readonly status?: string | null | undefined;
  readonly sort: SortRequest<keyof typeof SORT_COLUMNS>;
}

/** What jobs did, as administrators browse it. */
export function jobRunListRepository(q: Queryable) {
  return {
    async page(request: JobRunListRequest): Promise<Page<JobRunRow>> {
      const isWanted = conditionOf(request);
      const rows = await q
        .select()
        .from(jobRun)
        .where(isWanted)
        .orderBy(...orderOf(SORT_COLUMNS, request.sort, jobRun.id))
        .offset(request.offset)
        .fetch(request.limit);
      return { rows, total: await countRows(q, jobRun, isWanted) };
    },
  };
}

function conditionOf({ job, status }: JobRunListRequest): SQL | undefined {
  return and(job ? eq(jobRun.job, job) : undefined, status ? eq(jobRun.status, status) : undefined);
}
