import { inject, Injectable, signal } from '@angular/core';
import type { JobRun } from '@tournee/graphql';
import { refusalOfError } from '../../shared/data/session/refusal.ts';
import { JobRequests } from './job-requests.ts';
import type { JobRunQuery } from '../util/job-run-query.ts';

export const RUNS_PER_PAGE = 25;

/** One page of what the jobs did. The rows of before stay until the next ones are there. */
@Injectable()
export class JobRunStore {
  readonly #requests = inject(JobRequests);
  readonly #rows = signal<readonly JobRun[]>([]);
  readonly #total = signal(0);
  readonly #status = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly #problem = signal('');
  #newest = 0;

  readonly rows = this.#rows.asReadonly();
  readonly total = this.#total.asReadonly();
  readonly status = this.#status.asReadonly();
  readonly problem = this.#problem.asReadonly();

  /** @param isQuiet the same page again, to see what is new: no sign of loading */
  async load({ job, status, sort, isAscending, page }: JobRunQuery, isQuiet = false): Promise<void> {
    const asked = ++this.#newest;
    if (!isQuiet) this.#status.set('loading');
    try {
      const { rows, total } = await this.#requests.runs({
        filter: { job, status },
        sort: { key: sort, direction: isAscending ? 'asc' : 'desc' },
        page,
        pageSize: RUNS_PER_PAGE,
      });
      // A slow answer must not replace that to a later question.
      if (asked !== this.#newest) return;
      this.#rows.set(rows);
      this.#total.set(total);
      this.#status.set('ready');
    } catch (error) {
      if (asked !== this.#newest) return;
      this.#problem.set(refusalOfError(error).message);
      this.#status.set('failed');
    }
  }
}
