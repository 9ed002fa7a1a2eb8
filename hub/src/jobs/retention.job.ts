import type { JobContext, JobCounts, JobDefinition } from './job-definition.ts';
import { jobMessages } from './job.messages.ts';

/** One kind of thing that is forgotten; answers how many it forgot. */
export type RetentionStep = (signal: AbortSignal) => Promise<number>;

export interface RetentionJobServices {
  readonly schedule: () => Promise<string | null>;
  /** By the name under which the run counts them. */
  readonly steps: Readonly<Record<string, RetentionStep>>;
}

/** Forgets what was kept long enough: tombstones, old operations, mails, run reports, logs. */
export function retentionJob({ schedule, steps }: RetentionJobServices): JobDefinition {
  return {
    name: 'retention',
    label: jobMessages.labels.retention,
    schedule,
    run: async ({ signal }: JobContext) => {
      const counts: Record<string, number> = {};
      for (const [name, step] of Object.entries(steps)) {
        signal.throwIfAborted();
        counts[name] = await step(signal);
      }
      return counts satisfies JobCounts;
    },
  };
}
