import type { Job, JobRun } from '@tournee/graphql';
import { runWords, shortRunWords } from './instant-words.ts';
import { jobCountWords, jobMessages } from './job-messages.ts';
import { count } from '../../shared/ui/french-numbers.ts';

/** Sooner than this a run is as good as there: claiming it takes the hub some seconds. */
const IMMINENT_MS = 5_000;

export type JobState = keyof typeof jobMessages.states;

export function jobState({ isRunning, isPaused }: Pick<Job, 'isRunning' | 'isPaused'>): JobState {
  if (isRunning) return 'running';
  return isPaused ? 'paused' : 'waiting';
}

/** True when a run has been asked for and will begin at any moment. */
export function isImminent({ nextRunAt, isPaused }: Pick<Job, 'nextRunAt' | 'isPaused'>, now: Date): boolean {
  if (isPaused || !nextRunAt) return false;
  return Date.parse(nextRunAt) - now.getTime() < IMMINENT_MS;
}

/** When a job runs next, in words. */
export function nextRunWords(job: Job, now: Date): string {
  if (job.isPaused) return jobMessages.pausedNext;
  if (isImminent(job, now)) return jobMessages.imminent;
  return job.nextRunAt ? runWords(job.nextRunAt) : jobMessages.noNext;
}

/** The runs of the schedule after the next one. */
export function laterRunsWords({ nextRuns, nextRunAt, isPaused }: Job): string {
  if (isPaused || !nextRunAt) return '';
  const later = nextRuns.filter((run) => run > nextRunAt).slice(0, 2);
  return later.length === 0 ? '' : jobMessages.nextOnes(later.map(shortRunWords).join(', '));
}

/** What a run did, why it failed, or nothing while it runs. */
export function reportWords({ status, counts, error }: Pick<JobRun, 'status' | 'counts' | 'error'>): string {
  if (status === 'failed') return error ?? '';
  if (status === 'abandoned') return jobMessages.abandonedHint;
  return status === 'done' ? countsWords(counts) : '';
}

function countsWords(counts: unknown): string {
  const parts = Object.entries((counts ?? {}) as Record<string, number>)
    .filter(([, amount]) => amount !== 0)
    .map(([name, amount]) => {
      const words = Object.hasOwn(jobCountWords, name) ? jobCountWords[name] : undefined;
      if (words === null) return '';
      // A count that this version of the app has no word for is shown all the same.
      return words === undefined ? `${name}\u00a0: ${count(amount)}` : words(amount);
    })
    .filter((part) => part !== '');
  return parts.length === 0 ? jobMessages.nothingToDo : `${parts.join(', ')}.`;
}

/** How long a run took, or has taken so far: `850 ms`, `12 s`, `3 min 05 s`, `1 h 04 min`. */
export function durationWords(
  { startedAt, endedAt }: Pick<JobRun, 'startedAt' | 'endedAt'>,
  now: Date,
): string {
  const ms = Math.max(0, (endedAt ? Date.parse(endedAt) : now.getTime()) - Date.parse(startedAt));
  if (endedAt && ms < 1000) return `${String(ms)}\u00a0ms`;
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return `${String(seconds)}\u00a0s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${String(minutes)}\u00a0min ${twoDigits(seconds % 60)}\u00a0s`;
  return `${String(Math.floor(minutes / 60))}\u00a0h ${twoDigits(minutes % 60)}\u00a0min`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
