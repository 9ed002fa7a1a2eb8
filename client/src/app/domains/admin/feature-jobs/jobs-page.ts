import { Component, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import type { Job, JobRun, JobRunSortKey, JobRunStatus } from '@tournee/graphql';
import { AdminList } from '../data/admin-list.ts';
import { JobRequests } from '../data/job-requests.ts';
import { JobStore } from '../data/job-store.ts';
import { tableAddress } from '../data/table-address.ts';
import { AdminListView, type AdminListWords } from '../ui/admin-list-view.ts';
import { AdminRow } from '../ui/admin-row.ts';
import { JobList } from '../ui/job-list.ts';
import { jobMessages } from '../ui/job-messages.ts';
import { JOB_RUN_COLUMNS, jobRunFilters, jobRunRows } from '../ui/job-run-rows.ts';
import { ProblemNotice } from '../ui/problem-notice.ts';
import { TableFilters } from '../ui/table-filters.ts';
import { JOB_RUN_TABLE } from '../util/job-run-table.ts';
import { pageVariables, type TableQuery } from '../util/table-query.ts';

const RUN_WORDS: AdminListWords = {
  caption: jobMessages.runs,
  empty: jobMessages.noRuns,
  counted: jobMessages.runsCount,
  loading: jobMessages.loading,
};

/** « Tâches »: the scheduled work of the hub, and what came of it. */
@Component({
  selector: 'app-jobs-page',
  imports: [AdminListView, AdminRow, JobList, ProblemNotice, TableFilters],
  providers: [JobStore],
  templateUrl: './jobs-page.html',
  styleUrl: './jobs-page.css',
})
export class JobsPage {
  protected readonly store = inject(JobStore);
  private readonly requests = inject(JobRequests);

  protected readonly messages = jobMessages;
  protected readonly columns = JOB_RUN_COLUMNS;
  protected readonly runWords = RUN_WORDS;
  protected readonly address = tableAddress<JobRunSortKey>(JOB_RUN_TABLE);
  protected readonly runs = new AdminList<JobRun, JobRunSortKey>(this.address.query, (query, signal) =>
    this.requests.runs({ ...pageVariables(query), filter: filterOf(query) }, signal),
  );
  protected readonly rows = computed(() =>
    jobRunRows(this.runs.rows(), this.store.jobs() ?? [], this.store.now()),
  );
  protected readonly filters = computed(() => jobRunFilters(this.store.jobs() ?? []));
  /** What was just asked for, until something comes of it. */
  protected readonly notice = linkedSignal({ source: this.store.runsMark, computation: () => '' });
  protected readonly refusal = signal('');

  constructor() {
    // A run has begun or ended: on the first page there is something new to see.
    effect(() => {
      const isRead = this.store.runsMark() !== '' && untracked(this.runs.page) !== null;
      if (isRead && untracked(this.address.query).page === 1) void untracked(() => this.runs.reload());
    });
  }

  protected async run({ name, label }: Job): Promise<void> {
    this.tell(await this.store.run(name), jobMessages.requested(label));
  }

  protected async setPaused({ job, isPaused }: { job: Job; isPaused: boolean }): Promise<void> {
    const words = isPaused ? jobMessages.paused(job.label) : jobMessages.resumed(job.label);
    this.tell(await this.store.setPaused(job.name, isPaused), words);
  }

  private tell(refused: string | null, done: string): void {
    this.refusal.set(refused ?? '');
    this.notice.set(refused === null ? done : '');
  }
}

function filterOf({ filters }: TableQuery): { job: string | null; status: JobRunStatus | null } {
  return {
    job: filters['tache'] ?? null,
    status: (filters['resultat'] as JobRunStatus | undefined) ?? null,
  };
}
