import type { Job } from '@tournee/graphql';

/** A job as the hub answers it: every night, waiting, never run. */
export function aJob(change: Partial<Job> = {}): Job {
  const nextRuns = ['2026-11-25T01:15:00.000Z', '2026-11-26T01:15:00.000Z', '2026-11-27T01:15:00.000Z'];
  return {
    name: 'archiving',
    label: 'Archivage des relations anciennes',
    schedule: '15 2 * * *',
    scheduleSetting: 'relation.archiveSchedule',
    nextRuns,
    nextRunAt: '2026-11-25T01:15:00.000Z',
    isPaused: false,
    isRunning: false,
    lastRun: null,
    ...change,
  };
}
