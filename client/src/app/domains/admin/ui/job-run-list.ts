import { Component, computed, input, output } from '@angular/core';
import type { Job, JobRun, JobRunSortKey, JobRunStatus } from '@tournee/graphql';
import { count } from '../../shared/ui/french-numbers.ts';
import type { JobRunQuery } from '../util/job-run-query.ts';
import { momentWords } from './instant-words.ts';
import { jobMessages } from './job-messages.ts';
import { durationWords, reportWords } from './job-words.ts';

interface Column {
  readonly words: string;
  readonly sort: JobRunSortKey | null;
}

const COLUMNS: readonly Column[] = [
  { words: jobMessages.start, sort: 'startedAt' },
  { words: jobMessages.job, sort: 'job' },
  { words: jobMessages.result, sort: 'status' },
  { words: jobMessages.duration, sort: null },
  { words: jobMessages.report, sort: null },
  { words: jobMessages.by, sort: null },
  { words: jobMessages.hub, sort: null },
];
const STATUSES: readonly JobRunStatus[] = ['running', 'done', 'failed', 'abandoned'];

/** What the jobs did: filtered, sorted and paged by the hub. */
@Component({
  selector: 'app-job-run-list',
  templateUrl: './job-run-list.html',
  styleUrl: './job-run-list.css',
})
export class JobRunList {
  readonly runs = input.required<readonly JobRun[]>();
  readonly total = input.required<number>();
  readonly perPage = input.required<number>();
  readonly query = input.required<JobRunQuery>();
  readonly isLoading = input.required<boolean>();
  /** For the labels. */
  readonly jobs = input.required<readonly Job[]>();
  readonly now = input.required<Date>();
  readonly changed = output<Partial<JobRunQuery>>();

  protected readonly messages = jobMessages;
  protected readonly columns = COLUMNS;
  protected readonly statuses = STATUSES;
  protected readonly rows = computed(() => {
    const labels = new Map(this.jobs().map(({ name, label }) => [name, label]));
    return this.runs().map((run) => ({
      run,
      label: labels.get(run.job) ?? run.job,
      start: momentWords(run.startedAt),
      duration: run.status === 'abandoned' && !run.endedAt ? '–' : durationWords(run, this.now()),
      report: reportWords(run),
    }));
  });
  protected readonly range = computed(() => {
    const first = (this.query().page - 1) * this.perPage() + 1;
    const last = first + this.runs().length - 1;
    return this.runs().length === 0 ? '' : jobMessages.range(count(first), count(last), count(this.total()));
  });
  protected readonly isLastPage = computed(() => this.query().page * this.perPage() >= this.total());
  protected readonly emptyWords = computed(() => {
    if (this.isLoading()) return '';
    const { job, status, page } = this.query();
    return job === null && status === null && page === 1 ? jobMessages.noRuns : jobMessages.noRunsFiltered;
  });

  protected statusOf(text: string): JobRunStatus | null {
    return STATUSES.find((status) => status === text) ?? null;
  }

  protected sortOf(key: JobRunSortKey | null): 'ascending' | 'descending' | null {
    if (key === null || key !== this.query().sort) return null;
    return this.query().isAscending ? 'ascending' : 'descending';
  }

  protected arrowOf(key: JobRunSortKey): string {
    const sort = this.sortOf(key);
    return sort === null ? '' : sort === 'ascending' ? '↑' : '↓';
  }

  /** A time begins with the newest, a word with its first letter; a second click turns it round. */
  protected sortBy(key: JobRunSortKey): void {
    const { sort, isAscending } = this.query();
    this.changed.emit({ sort: key, isAscending: key === sort ? !isAscending : key !== 'startedAt', page: 1 });
  }

  protected turn(by: 1 | -1): void {
    this.changed.emit({ page: this.query().page + by });
  }
}
