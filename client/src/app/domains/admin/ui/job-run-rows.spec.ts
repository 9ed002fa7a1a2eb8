import type { JobRun } from '@tournee/graphql';
import { aJob } from '../data/testing/a-job.ts';
import { jobRunFilters, jobRunRows } from './job-run-rows.ts';

const NOW = new Date('2026-11-24T09:00:00.000Z');
const RUN: JobRun = {
  id: '7',
  job: 'archiving',
  status: 'done',
  attempt: 1,
  requestedBy: null,
  hub: 'srv:12',
  startedAt: '2026-11-24T08:00:00.000Z',
  endedAt: '2026-11-24T08:00:12.000Z',
  counts: { archived: 3, histories: 2 },
  error: null,
};
const row = (change: Partial<JobRun>) => jobRunRows([{ ...RUN, ...change }], [aJob()], NOW)[0];

describe('jobRunRows', () => {
  it('tells of a run in words', () => {
    expect(row({})).toEqual({
      id: '7',
      run: RUN,
      label: 'Archivage des relations anciennes',
      start: '24/11/2026 09:00',
      duration: '12\u00a0s',
      report: '3\u00a0relations archivées, 2\u00a0historiques republiés.',
      by: 'planification',
    });
  });

  it('tells who asked, and why it failed', () => {
    expect(row({ status: 'failed', requestedBy: 'direction', error: 'disque plein' })).toMatchObject({
      by: 'direction',
      report: 'disque plein',
    });
  });

  it('does not count how long a dead hub has been at it', () => {
    expect(row({ status: 'abandoned', endedAt: null })?.duration).toBe('–');
    expect(row({ status: 'running', endedAt: null })?.duration).toBe('1\u00a0h 00\u00a0min');
  });

  it('still names a job that is gone', () => {
    expect(row({ job: 'former' })?.label).toBe('former');
  });
});

describe('jobRunFilters', () => {
  it('offers the jobs and the ways a run ends', () => {
    const [jobs, statuses] = jobRunFilters([aJob()]);
    expect(jobs?.choices).toEqual([{ value: 'archiving', label: 'Archivage des relations anciennes' }]);
    expect(statuses?.choices).toContainEqual({ value: 'failed', label: 'en échec' });
  });
});
