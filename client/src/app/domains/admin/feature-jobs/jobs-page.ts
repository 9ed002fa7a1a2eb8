import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import type { Job } from '@tournee/graphql';
import { type JobRunQuery, runParamsOf, runQueryOf } from '../util/job-run-query.ts';
import { JobRunStore, RUNS_PER_PAGE } from '../data/job-run-store.ts';
import { JobStore } from '../data/job-store.ts';
import { JobList } from '../ui/job-list.ts';
import { jobMessages } from '../ui/job-messages.ts';
import { JobRunList } from '../ui/job-run-list.ts';

/** « Tâches »: the scheduled work of the hub, and what came of it. */
@Component({
  selector: 'app-jobs-page',
  imports: [JobList, JobRunList],
  providers: [JobRunStore, JobStore],
  templateUrl: './jobs-page.html',
  styleUrl: './jobs-page.css',
})
export class JobsPage {
  /** Which runs are shown: from the address. */
  readonly tache = input<string>();
  readonly resultat = input<string>();
  readonly tri = input<string>();
  readonly ordre = input<string>();
  readonly page = input<string>();

  protected readonly store = inject(JobStore);
  protected readonly runs = inject(JobRunStore);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  protected readonly perPage = RUNS_PER_PAGE;
  protected readonly query = computed(() =>
    runQueryOf({
      tache: this.tache(),
      resultat: this.resultat(),
      tri: this.tri(),
      ordre: this.ordre(),
      page: this.page(),
    }),
  );

  protected readonly messages = jobMessages;
  /** What was just asked for, until something comes of it. */
  protected readonly notice = linkedSignal({ source: this.store.runsMark, computation: () => '' });
  protected readonly refusal = signal('');

  constructor() {
    effect(() => {
      void this.runs.load(this.query());
    });
    // A run has begun or ended: the same page again, without a sign of loading.
    effect(() => {
      if (this.store.runsMark() !== '') void this.runs.load(untracked(this.query), true);
    });
  }

  protected async show(change: Partial<JobRunQuery>): Promise<void> {
    const queryParams = runParamsOf({ ...this.query(), ...change });
    await this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge' });
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
