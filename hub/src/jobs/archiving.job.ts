import type { JobContext, JobCounts, JobDefinition } from './job-definition.ts';
import { jobMessages } from './job.messages.ts';

export interface ArchivingJobServices {
  readonly schedule: () => Promise<string | null>;
  /** Archives old relations in bounded batches, and publishes the histories anew. */
  readonly archive: (context: JobContext) => Promise<JobCounts>;
}

/** `c_archive` = O after the set time: such relations leave the offline bases. */
export function archivingJob({ schedule, archive }: ArchivingJobServices): JobDefinition {
  return { name: 'archiving', label: jobMessages.labels.archiving, schedule, run: archive, maxMinutes: 120 };
}
