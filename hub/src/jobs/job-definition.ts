import type { Log } from '../logger.ts';

/** What a run did, by name: `{ sent: 3, failed: 0 }`. Kept in the history of runs. */
export type JobCounts = Readonly<Record<string, number>>;

export interface JobContext {
  /** Aborted when the hub stops, when the run takes too long, or when its lock is lost: end soon, in good order. */
  readonly signal: AbortSignal;
  /** The user who asked for this run; null for a run of the schedule. */
  readonly requestedBy: string | null;
  readonly log: Log;
}

/** One kind of scheduled work. It may be stopped at any point and run again: what it does must bear that. */
export interface JobDefinition {
  /** Stable: history and schedule are kept under it. */
  readonly name: string;
  /** French, for the admin's list. */
  readonly label: string;
  /** Cron expression in French time, read from the settings each time; null: it runs only when somebody asks. */
  readonly schedule: () => Promise<string | null>;
  readonly run: (context: JobContext) => Promise<JobCounts>;
  /** After so long it is asked to stop, and the error addresses hear of it. Default 60. */
  readonly maxMinutes?: number;
}

const NAME = /^[a-z]+(-[a-z]+)*$/;

/** All jobs of a hub. Throws on a name that is taken or not in kebab-case. */
export function defineJobs(...jobs: readonly JobDefinition[]): readonly JobDefinition[] {
  const names = new Set<string>();
  for (const { name } of jobs) {
    if (!NAME.test(name)) throw new Error(`"${name}" is no name for a job: kebab-case is expected.`);
    if (names.has(name)) throw new Error(`Two jobs are called "${name}".`);
    names.add(name);
  }
  return jobs;
}
