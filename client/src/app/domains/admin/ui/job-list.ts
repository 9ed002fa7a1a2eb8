import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Job } from '@tournee/graphql';
import { momentWords } from '../../shared/ui/moment-words.ts';
import { CronWords } from './cron-words.ts';
import { jobMessages } from './job-messages.ts';
import {
  isImminent,
  type JobState,
  jobState,
  laterRunsWords,
  nextRunWords,
  reportWords,
} from './job-words.ts';

interface JobRow {
  readonly job: Job;
  readonly state: JobState;
  readonly isImminent: boolean;
  readonly next: string;
  readonly later: string;
  readonly lastAt: string;
  readonly report: string;
}

/** The jobs: what each does, when, what came of it last, and the two things an administrator may do. */
@Component({
  selector: 'app-job-list',
  imports: [CronWords, RouterLink],
  templateUrl: './job-list.html',
  styleUrl: './job-list.css',
})
export class JobList {
  readonly jobs = input.required<readonly Job[]>();
  /** When the jobs were read. */
  readonly now = input.required<Date>();
  readonly run = output<Job>();
  readonly setPaused = output<{ job: Job; isPaused: boolean }>();

  protected readonly messages = jobMessages;
  protected readonly rows = computed(() => this.jobs().map((job) => toRow(job, this.now())));

  protected ask({ job, state, isImminent: isDue }: JobRow): void {
    if (state === 'waiting' && !isDue) this.run.emit(job);
  }
}

function toRow(job: Job, now: Date): JobRow {
  return {
    job,
    state: jobState(job),
    isImminent: isImminent(job, now),
    next: nextRunWords(job, now),
    later: laterRunsWords(job),
    lastAt: job.lastRun ? momentWords(job.lastRun.startedAt) : '',
    report: job.lastRun ? reportWords(job.lastRun) : '',
  };
}
