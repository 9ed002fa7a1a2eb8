import type { JobContext, JobCounts, JobDefinition } from './job-definition.ts';
import { jobMessages } from './job.messages.ts';

export interface BaseRefreshJobServices {
  /** Cron expression of the setting; null when the base is refreshed after each integration only. */
  readonly schedule: () => Promise<string | null>;
  /** Reads winpneu and publishes what changed; answers how many rows and documents of each kind. */
  readonly refresh: (context: JobContext) => Promise<JobCounts>;
}

/** Regenerates the offline bases, as a rule every night: « tâche planifiée » of the customer's text. */
export function baseRefreshJob({ schedule, refresh }: BaseRefreshJobServices): JobDefinition {
  return {
    name: 'base-refresh',
    label: jobMessages.labels['base-refresh'],
    schedule,
    run: refresh,
    maxMinutes: 120,
  };
}
