import type { JobContext, JobCounts, JobDefinition } from './job-definition.ts';
import { jobMessages } from './job.messages.ts';

export interface ProspectPruningJobServices {
  readonly schedule: () => Promise<string | null>;
  /** Takes prospects without movement out of the feed; they stay in `crm.prospect`. */
  readonly prune: (context: JobContext) => Promise<JobCounts>;
}

/** Prospects without movement for x months leave the offline bases, and come back with their next movement. */
export function prospectPruningJob({ schedule, prune }: ProspectPruningJobServices): JobDefinition {
  return { name: 'prospect-pruning', label: jobMessages.labels['prospect-pruning'], schedule, run: prune };
}
