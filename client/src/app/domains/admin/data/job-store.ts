import { computed, inject, Injectable, signal } from '@angular/core';
import type { Job } from '@tournee/graphql';
import { CLOCK } from '../../shared/data/clock-store.ts';
import { type AdminProblem, adminProblem } from './admin-problem.ts';
import { AskingTimer } from './asking-timer.ts';
import { JobRequests } from './job-requests.ts';

/** How often the hub is asked while something runs, or is about to. */
const BUSY_MS = 2_000;
/** How often otherwise: the mails' job runs each minute. */
const IDLE_MS = 30_000;
/** A run that is due sooner than this is waited for. */
const SOON_MS = 5_000;

/** The jobs of the hub. Asks again by itself, sooner while one runs, and not at all while nobody looks. */
@Injectable()
export class JobStore {
  readonly #requests = inject(JobRequests);
  readonly #clock = inject(CLOCK);
  readonly #jobs = signal<readonly Job[] | null>(null);
  readonly #problem = signal<AdminProblem | null>(null);
  readonly #now = signal(this.#clock());
  readonly #timer = new AskingTimer(() => this.load());

  /** Null until they were read for the first time. */
  readonly jobs = this.#jobs.asReadonly();
  /** Why the last reading failed. What was read before stays. */
  readonly problem = this.#problem.asReadonly();
  /** The time of the last reading: durations of running jobs are counted to it. */
  readonly now = this.#now.asReadonly();
  /** Changes when a run begins or ends: time to read the list of runs again. */
  readonly runsMark = computed(() =>
    (this.#jobs() ?? []).map(({ lastRun }) => `${lastRun?.id ?? ''}${lastRun?.status ?? ''}`).join(),
  );

  constructor() {
    void this.load();
  }

  async load(): Promise<void> {
    this.#timer.cancel();
    try {
      this.#jobs.set(await this.#requests.list());
      this.#now.set(this.#clock());
      this.#problem.set(null);
    } catch (error) {
      this.#problem.set(adminProblem(error));
    }
    this.#plan();
  }

  /** Makes a job due now. Answers why it is not, or null. */
  run(name: string): Promise<string | null> {
    return this.#change(() => this.#requests.run(name));
  }

  setPaused(name: string, isPaused: boolean): Promise<string | null> {
    return this.#change(() => this.#requests.setPaused(name, isPaused));
  }

  async #change(request: () => Promise<Job>): Promise<string | null> {
    try {
      const changed = await request();
      this.#now.set(this.#clock());
      this.#jobs.update((jobs) => jobs?.map((job) => (job.name === changed.name ? changed : job)) ?? null);
      this.#plan();
      return null;
    } catch (error) {
      return adminProblem(error).message;
    }
  }

  #plan(): void {
    const isBusy = (this.#jobs() ?? []).some((job) => job.isRunning || this.#isSoon(job));
    this.#timer.plan(isBusy ? BUSY_MS : IDLE_MS);
  }

  #isSoon({ nextRunAt, isPaused }: Job): boolean {
    return !isPaused && !!nextRunAt && Date.parse(nextRunAt) - this.#clock().getTime() < SOON_MS;
  }
}
