import { Component, inject, signal } from '@angular/core';
import type { Job } from '@tournee/graphql';
import { JobStore } from '../data/job-store.ts';
import { JobList } from '../ui/job-list.ts';
import { jobMessages } from '../ui/job-messages.ts';

/** « Tâches »: the scheduled work of the hub, and what came of it. */
@Component({
  selector: 'app-jobs-page',
  imports: [JobList],
  providers: [JobStore],
  templateUrl: './jobs-page.html',
  styleUrl: './jobs-page.css',
})
export class JobsPage {
  protected readonly store = inject(JobStore);

  protected readonly messages = jobMessages;
  /** What was just done, or why it was not. */
  protected readonly notice = signal('');
  protected readonly refusal = signal('');

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
