import type { Database } from '@tournee/db';
import { openTestDatabase, type TestDatabase } from '@tournee/db/testing';
import { type Agenda, type AgendaOptions, exponential, type Job } from 'agenda';
import { startableAgenda, until } from './testing/agenda-fixture.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('agenda, on the hub’s backend', () => {
  let test: TestDatabase;
  let database: Database;
  let started: Agenda[];

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ database } = test);
  });
  afterAll(() => test.remove());
  beforeEach(async () => {
    started = [];
    await startableAgenda(database).cancelAll();
  });
  afterEach(() => Promise.all(started.map((agenda) => agenda.drain(5_000))));

  const create = (options: Partial<AgendaOptions> = {}): Agenda => {
    const agenda = startableAgenda(database, options);
    started.push(agenda);
    return agenda;
  };
  const only = async (agenda: Agenda, name = 'work') => {
    const { jobs } = await agenda.queryJobs({ name });
    expect(jobs).toHaveLength(1);
    return jobs[0]!;
  };

  describe('every', () => {
    it('keeps one job, with the schedule that was said last', async () => {
      const agenda = create();
      await agenda.every('1 hour', 'work', { v: 1 });
      await agenda.every('0 3 * * *', 'work', { v: 2 }, { timezone: 'Europe/Paris' });
      const job = await only(agenda);
      expect(job).toMatchObject({
        repeatInterval: '0 3 * * *',
        repeatTimezone: 'Europe/Paris',
        data: { v: 2 },
      });
      expect(job.nextRunAt?.toISOString()).toMatch(/T0[12]:00:00.000Z$/);
    });

    it('runs again and again', async () => {
      const agenda = create();
      let runs = 0;
      agenda.define('work', async () => void (runs += 1));
      await agenda.start();
      await agenda.every(100, 'work');
      await until(() => runs >= 3);
      expect((await only(agenda)).failCount).toBeUndefined();
    });

    it('keeps start date, end date and skip days', async () => {
      const agenda = create();
      const startDate = new Date(Date.now() + 30 * DAY);
      const endDate = new Date(Date.now() + 60 * DAY);
      await agenda.every('0 3 * * *', 'work', undefined, {
        startDate,
        endDate,
        skipDays: [0, 6],
        timezone: 'UTC',
      });
      const job = await only(agenda);
      expect(job).toMatchObject({ startDate, endDate, skipDays: [0, 6] });
      expect(job.nextRunAt!.getTime()).toBeGreaterThanOrEqual(startDate.getTime());
      expect([1, 2, 3, 4, 5]).toContain(job.nextRunAt!.getUTCDay());
    });

    it('keeps skip days over a run: the next one falls on none of them', async () => {
      const agenda = create();
      const tomorrow = new Date(Date.now() + DAY).getDay();
      let runs = 0;
      agenda.define('work', async () => void (runs += 1));
      const job = agenda.create('work', {});
      job.attrs.type = 'single';
      await job.skipDays([tomorrow]).repeatEvery('1 day').save();
      await agenda.start();
      await until(() => runs === 1);
      await until(async () => (await only(agenda)).lastFinishedAt !== undefined);
      expect((await only(agenda)).nextRunAt!.getDay()).not.toBe(tomorrow);
    });
  });

  describe('schedule and now', () => {
    it('run at the time that was said, with their data', async () => {
      const agenda = create();
      const runs: unknown[] = [];
      agenda.define(
        'work',
        async (job: Job<{ n: number }>) => void runs.push([job.attrs.data.n, Date.now()]),
      );
      await agenda.start();
      const at = new Date(Date.now() + 400);
      await agenda.schedule(at, 'work', { n: 2 });
      await agenda.now('work', { n: 1 });
      await until(() => runs.length === 2);
      expect(runs).toEqual([
        [1, expect.any(Number)],
        [2, expect.any(Number)],
      ]);
      expect((runs[1] as number[])[1]).toBeGreaterThanOrEqual(at.getTime());
    });

    it('understand a time in words', async () => {
      const job = await create().schedule('in 2 hours', 'work', {});
      expect(job.attrs.nextRunAt!.getTime() - Date.now()).toBeGreaterThan(1.9 * HOUR);
    });

    it('are not run past their end date', async () => {
      const job = await create().schedule(new Date(Date.now() + HOUR), 'work', {}, { endDate: new Date() });
      expect(job.attrs.nextRunAt).toBeNull();
    });
  });

  describe('failures', () => {
    it('are kept, with their count and reason', async () => {
      const agenda = create();
      agenda.define('work', async () => {
        throw new Error('disque plein');
      });
      await agenda.start();
      await agenda.now('work', {});
      await until(async () => (await only(agenda)).failedAt !== undefined);
      expect(await only(agenda)).toMatchObject({ failCount: 1, failReason: 'disque plein', nextRunAt: null });
      await until(async () => (await only(agenda)).lockedAt === undefined);
      expect((await agenda.queryJobs({ state: 'failed' })).total).toBe(1);
    });

    it('are retried with backoff, counted, and forgotten after a success', async () => {
      const agenda = create();
      const times: number[] = [];
      const retries: number[] = [];
      agenda.on('retry:work', (_job: Job, { delay }: { delay: number }) => void retries.push(delay));
      agenda.define(
        'work',
        async () => {
          times.push(Date.now());
          if (times.length < 3) throw new Error('not yet');
        },
        { backoff: exponential({ delay: 100, maxRetries: 5 }) },
      );
      await agenda.start();
      await agenda.now('work', {});
      await until(() => times.length === 3);
      await until(async () => (await only(agenda)).failCount === 0);
      expect(retries).toEqual([100, 200]);
      expect(times[2]! - times[1]!).toBeGreaterThanOrEqual(200);
    });

    it('are given up after the last retry', async () => {
      const agenda = create();
      const exhausted: string[] = [];
      agenda.on('retry exhausted:work', (error: Error) => void exhausted.push(error.message));
      const fail = async (): Promise<void> => Promise.reject(new Error('no'));
      agenda.define('work', fail, { backoff: exponential({ delay: 50, maxRetries: 2 }) });
      await agenda.start();
      await agenda.now('work', {});
      await until(() => exhausted.length === 1);
      await until(async () => (await only(agenda)).lockedAt === undefined);
      expect(await only(agenda)).toMatchObject({ failCount: 3, nextRunAt: null });
    });
  });

  describe('concurrency', () => {
    it('of one kind of job, and of all together, is kept to', async () => {
      const agenda = create({ maxConcurrency: 3 });
      const active = { a: 0, b: 0 };
      const most = { a: 0, b: 0, all: 0 };
      let done = 0;
      for (const name of ['a', 'b'] as const) {
        agenda.define(
          name,
          async () => {
            active[name] += 1;
            most[name] = Math.max(most[name], active[name]);
            most.all = Math.max(most.all, active.a + active.b);
            await pause(60);
            active[name] -= 1;
            done += 1;
          },
          { concurrency: 2 },
        );
      }
      for (let n = 0; n < 6; n += 1) await Promise.all([agenda.now('a', { n }), agenda.now('b', { n })]);
      await agenda.start();
      await until(() => done === 12);
      expect(most.a).toBe(2);
      expect(most.b).toBe(2);
      expect(most.all).toBeLessThanOrEqual(3);
    });

    it('lets the most urgent job go first', async () => {
      const agenda = create({ maxConcurrency: 1 });
      const order: number[] = [];
      agenda.define('work', async (job: Job) => void order.push(job.attrs.priority), { concurrency: 1 });
      const at = new Date();
      for (const priority of [-10, 10, 0]) {
        await agenda.create('work', {}).schedule(at).priority(priority).save();
      }
      await agenda.start();
      await until(() => order.length === 3);
      expect(order).toEqual([10, 0, -10]);
    });
  });

  describe('disable, enable, cancel, purge', () => {
    it('hold a job back until it is enabled again', async () => {
      const agenda = create();
      let runs = 0;
      agenda.define('work', async () => void (runs += 1));
      await agenda.now('work', {});
      expect(await agenda.disable({ name: 'work' })).toBe(1);
      await agenda.start();
      await pause(300);
      expect(runs).toBe(0);
      expect(await agenda.enable({ name: 'work' })).toBe(1);
      await until(() => runs === 1);
    });

    it('take away what is meant', async () => {
      const agenda = create();
      agenda.define('work', async () => undefined);
      await agenda.every('1 hour', 'work');
      await agenda.every('1 hour', 'orphan');
      const job = await agenda.schedule('in 1 hour', 'work', { n: 1 });
      expect(await agenda.purge()).toBe(1);
      expect(await job.remove()).toBe(1);
      expect(await agenda.cancel({ name: 'work' })).toBe(1);
      expect(await agenda.cancelAll()).toBe(0);
    });

    it('take away a job while it runs', async () => {
      const agenda = create();
      let isDone = false;
      agenda.define('work', async () => {
        await agenda.cancel({ name: 'work' });
        isDone = true;
      });
      await agenda.start();
      await agenda.now('work', {});
      await until(() => isDone);
      await pause(100);
      expect((await agenda.queryJobs()).total).toBe(0);
    });

    it('remove a job that is complete, when told so', async () => {
      const agenda = create({ removeOnComplete: true });
      agenda.define('work', async () => undefined);
      await agenda.start();
      await agenda.now('work', {});
      await until(async () => (await agenda.queryJobs()).total === 0);
    });
  });

  describe('unique and debounce', () => {
    const keyed = (agenda: Agenda, data: object): Job =>
      agenda.create('work', { key: 'k', ...data }).unique({ 'data.key': 'k' });

    it('run once, some time after the last of many calls', async () => {
      const agenda = create();
      const runs: unknown[] = [];
      agenda.define('work', async (job: Job) => void runs.push(job.attrs.data));
      await agenda.start();
      for (const n of [1, 2, 3]) await keyed(agenda, { n }).debounce(300).save();
      await until(() => runs.length > 0);
      await pause(300);
      expect(runs).toEqual([{ key: 'k', n: 3 }]);
    });

    it('do not wait beyond the longest wait', async () => {
      const agenda = create();
      const first = await keyed(agenda, {}).debounce(HOUR, { maxWait: HOUR }).save();
      await pause(50);
      const second = await keyed(agenda, {}).debounce(HOUR, { maxWait: HOUR }).save();
      expect(second.attrs.nextRunAt).toEqual(first.attrs.nextRunAt);
      await keyed(agenda, {}).debounce(HOUR, { maxWait: 1 }).save();
      expect((await only(agenda)).nextRunAt!.getTime()).toBeLessThanOrEqual(Date.now());
    });

    it('start anew when the job has run', async () => {
      const agenda = create();
      let runs = 0;
      agenda.define('work', async () => void (runs += 1));
      await agenda.start();
      for (const round of [1, 2]) {
        await keyed(agenda, { round }).debounce(60_000, { strategy: 'leading' }).save();
        await until(() => runs === round);
        await until(async () => (await only(agenda)).lockedAt === undefined);
      }
    });
  });

  describe('the lock', () => {
    it('is held during a run and renewed by touch, with its progress', async () => {
      // Three pauses are longer than the lifetime, and one is so much shorter that a slow machine may stand still.
      const agenda = create({ defaultLockLifetime: 3_000 });
      const locks: (Date | undefined)[] = [];
      agenda.define('work', async (job: Job) => {
        for (const progress of [30, 60, 90]) {
          await pause(1_200);
          await job.touch(progress);
          locks.push((await only(agenda)).lockedAt);
        }
      });
      await agenda.start();
      await agenda.now('work', {});
      await until(async () => (await only(agenda)).lastFinishedAt !== undefined);
      expect(new Set(locks.map(Number)).size).toBe(3);
      expect(locks).toHaveLength(3);
      expect(await only(agenda)).toMatchObject({ progress: 90 });
      expect((await only(agenda)).failReason).toBeUndefined();
    });

    it('is given back by stop for jobs that had not begun', async () => {
      const agenda = create({ processEvery: 60_000 });
      agenda.define('work', async () => undefined);
      await agenda.schedule(new Date(Date.now() + 3_000), 'work', {});
      await agenda.start();
      await until(async () => (await only(agenda)).lockedAt !== undefined);
      await agenda.stop();
      expect((await only(agenda)).lockedAt).toBeUndefined();
    });

    it('is waited for by drain', async () => {
      const agenda = create();
      let isDone = false;
      agenda.define('work', async () => {
        await pause(400);
        isDone = true;
      });
      await agenda.start();
      await agenda.now('work', {});
      await until(async () => (await only(agenda)).lastRunAt !== undefined);
      expect(await agenda.drain(5_000)).toMatchObject({ completed: 1, running: 0, timedOut: false });
      expect(isDone).toBe(true);
    });
  });

  it('tells its state', async () => {
    const agenda = create();
    agenda.define('work', async () => undefined);
    await agenda.start();
    expect(await agenda.getRunningStats()).toMatchObject({
      totalQueueSizeDB: 0,
      backend: { hasNotificationChannel: false },
    });
    expect(await agenda.getJobsOverview()).toEqual([]);
  });
});
