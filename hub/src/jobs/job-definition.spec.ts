import { baseRefreshJob } from './base-refresh.job.ts';
import { defineJobs } from './job-definition.ts';
import { mailOutboxJob } from './mail-outbox.job.ts';
import { aJob } from './testing/runner-fixture.ts';

const context = { requestedBy: null, log: console, signal: new AbortController().signal };

describe('defineJobs', () => {
  it('refuses a name twice, and one that is none', () => {
    expect(defineJobs(aJob({ name: 'a' }), aJob({ name: 'b' }))).toHaveLength(2);
    expect(() => defineJobs(aJob(), aJob())).toThrow('Two jobs are called "work"');
    expect(() => defineJobs(aJob({ name: 'Base refresh' }))).toThrow('no name for a job');
  });
});

describe('baseRefreshJob', () => {
  it('runs the refresh that it was given', async () => {
    const job = baseRefreshJob({
      schedule: async () => '0 3 * * *',
      refresh: async () => ({ published: 7 }),
    });
    expect(await job.run(context)).toEqual({ published: 7 });
    expect(await job.schedule()).toBe('0 3 * * *');
  });
});

describe('mailOutboxJob', () => {
  it('sends what is due until it is told to stop', async () => {
    const counts = { sent: 1, retried: 0, failed: 0, uncertain: 0 };
    const signals: AbortSignal[] = [];
    const sendDue = async (signal: AbortSignal) => {
      signals.push(signal);
      return counts;
    };
    const job = mailOutboxJob({ schedule: async () => '* * * * *', sendDue });
    expect(await job.run(context)).toEqual(counts);
    expect(signals).toEqual([context.signal]);
  });
});
