import { type Database, jobRepository, jobRunRepository } from '@tournee/db';
import { openTestDatabase, type TestDatabase } from '@tournee/db/testing';
import { createLog } from '../logger.ts';
import type { JobContext, JobDefinition } from './job-definition.ts';
import { until } from './testing/agenda-fixture.ts';
import { aJob, createRunner, type RunnerFixture } from './testing/runner-fixture.ts';

const NIGHTLY = '0 3 * * *';
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('createJobRunner', () => {
  let test: TestDatabase;
  let database: Database;
  let started: RunnerFixture[];
  let lastRunId: number;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ database } = test);
  });
  afterAll(() => test.remove());
  beforeEach(async () => {
    started = [];
    await jobRepository(database.db).remove({});
    [{ id: lastRunId } = { id: 0 }] = await jobRunRepository(database.db).latest(['work'], 1);
  });
  afterEach(() => Promise.all(started.map(({ runner }) => runner.stop())));

  const start = async (
    jobs: readonly JobDefinition[],
    options: Parameters<typeof createRunner>[2] = {},
  ): Promise<RunnerFixture> => {
    const fixture = createRunner(database, jobs, options);
    started.push(fixture);
    await fixture.runner.start();
    return fixture;
  };
  const row = async (name = 'work') => {
    const found = await jobRepository(database.db).findSingle(name);
    if (found === null) throw new Error('the job is not there');
    return found;
  };
  const setNextRun = (nextRunAt: Date) =>
    row().then(({ id, name }) => jobRepository(database.db).update(id, name, { nextRunAt }));
  /** Runs of this test, the newest first. */
  const runs = async () => {
    const latest = await jobRunRepository(database.db).latest(['work'], 50);
    return latest.filter(({ id }) => id > lastRunId);
  };
  const endless = (signals: AbortSignal[]) =>
    aJob({
      run: ({ signal }) => {
        signals.push(signal);
        return new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason as Error)),
        );
      },
    });

  describe('schedules', () => {
    it('are those of the settings, in French time', async () => {
      const { runner } = await start([aJob({ schedule: async () => ` 0  3 * * * ` })]);
      const [job] = await runner.overview();
      expect(job).toMatchObject({
        name: 'work',
        label: 'Travail',
        schedule: NIGHTLY,
        isPaused: false,
        lastRun: null,
      });
      const hour = new Intl.DateTimeFormat('fr', { hour: 'numeric', timeZone: 'Europe/Paris' });
      expect(hour.format(job!.nextRunAt!)).toMatch(/^0?3/);
    });

    it('follow a setting without a restart, and may end', async () => {
      let cron: string | null = NIGHTLY;
      const { runner } = await start([aJob({ schedule: async () => cron })]);
      cron = '30 4 * * *';
      await runner.applySchedules();
      expect(await row()).toMatchObject({ repeatInterval: cron, nextRunAt: expect.any(Date) });
      cron = null;
      await runner.applySchedules();
      expect(await row()).toMatchObject({ repeatInterval: null, repeatTimezone: null, nextRunAt: null });
      cron = NIGHTLY;
      await runner.applySchedules();
      expect(await row()).toMatchObject({ repeatInterval: cron, nextRunAt: expect.any(Date) });
    });

    it('follow a setting that changes while the job runs', async () => {
      let cron = NIGHTLY;
      let release = (): void => undefined;
      const { runner } = await start([
        aJob({
          schedule: async () => cron,
          run: () => new Promise((resolve) => (release = () => resolve({}))),
        }),
      ]);
      await runner.requestRun('work', null);
      await until(async () => (await row()).lastRunAt !== null);
      cron = '30 4 * * *';
      await runner.applySchedules();
      const planned = (await row()).nextRunAt;
      release();
      await until(async () => (await row()).lockedAt === null);
      expect((await row()).nextRunAt).toEqual(planned);
    });

    it('stay what they were when a setting is not valid', async () => {
      let cron = NIGHTLY;
      const { runner, errors } = await start([aJob({ schedule: async () => cron })]);
      cron = 'every now and then';
      await runner.applySchedules();
      expect((await row()).repeatInterval).toBe(NIGHTLY);
      expect(errors).toEqual(['the schedule of a job is not valid']);
    });

    it('make up for a run that fell due while no hub was up', async () => {
      let count = 0;
      const job = aJob({ schedule: async () => NIGHTLY, run: async () => ({ count: (count += 1) }) });
      const first = createRunner(database, [job]);
      await first.runner.applySchedules();
      await setNextRun(new Date(Date.now() - 3_600_000));
      await start([job]);
      await until(() => count === 1);
      await until(async () => (await row()).nextRunAt! > new Date());
    });
  });

  describe('requestRun', () => {
    it('runs a job now, once, and notes who asked for it', async () => {
      const seen: (string | null)[] = [];
      const run = async ({ requestedBy }: JobContext) => ({ seen: seen.push(requestedBy) });
      const { runner } = await start([aJob({ run })]);
      expect(await runner.requestRun('work', 'durand')).toBe('accepted');
      await until(() => seen.length === 1);
      await until(async () => (await row()).lockedAt === null);
      expect(await runner.requestRun('work', null)).toBe('accepted');
      await until(() => seen.length === 2);
      expect(seen).toEqual(['durand', null]);
      await until(async () => (await runs())[0]?.status === 'done');
      const [last, first] = await runner.history('work', 2);
      expect([first?.requestedBy, last?.requestedBy]).toEqual(['durand', null]);
    });

    it('says what keeps it from running', async () => {
      const { runner } = await start([endless([])]);
      expect(await runner.requestRun('nothing', null)).toBe('unknown');
      await runner.setPaused('work', true);
      expect(await runner.requestRun('work', null)).toBe('paused');
      await runner.setPaused('work', false);
      await runner.requestRun('work', null);
      await until(async () => (await row()).lockedAt !== null);
      expect(await runner.requestRun('work', null)).toBe('running');
      expect((await runner.overview())[0]).toMatchObject({ isRunning: true });
    });
  });

  describe('setPaused', () => {
    it('holds a job back, over a restart too', async () => {
      let count = 0;
      const job = aJob({ schedule: async () => NIGHTLY, run: async () => ({ count: (count += 1) }) });
      const first = await start([job]);
      expect(await first.runner.setPaused('work', true)).toBe(true);
      expect(await first.runner.setPaused('nothing', true)).toBe(false);
      await first.runner.stop();
      const { runner } = await start([job]);
      await setNextRun(new Date());
      await pause(300);
      expect(count).toBe(0);
      expect((await runner.overview())[0]).toMatchObject({ isPaused: true });
      await runner.setPaused('work', false);
      await until(() => count === 1);
    });
  });

  describe('a run', () => {
    it('leaves its counts in the history', async () => {
      const { runner } = await start([aJob({ run: async () => ({ read: 12, written: 3 }) })]);
      await runner.requestRun('work', null);
      await until(async () => (await runs())[0]?.status === 'done');
      const [run] = await runs();
      expect(run).toMatchObject({
        attempt: 1,
        error: null,
        endedAt: expect.any(Date),
        startedAt: expect.any(Date),
      });
      expect(JSON.parse(run!.counts!)).toEqual({ read: 12, written: 3 });
      expect((await runner.overview())[0]?.lastRun?.id).toBe(run!.id);
    });

    it('that fails is retried, then told once; the next one has its retries again', async () => {
      let count = 0;
      const run = async (): Promise<never> => Promise.reject(new Error(`essai ${String((count += 1))}`));
      const { runner, troubles } = await start([aJob({ run })]);
      await runner.requestRun('work', null);
      await until(() => troubles.length === 1);
      await until(async () => (await row()).lockedAt === null);
      const attempts = async () => (await runs()).map(({ attempt }) => attempt);
      expect(await attempts()).toEqual([3, 2, 1]);
      expect(troubles[0]).toMatchObject({ kind: 'job-failed:work', title: 'La tâche « Travail » échoue' });
      expect(troubles[0]!.paragraphs.join(' ')).toContain('échoué 3 fois de suite. Erreur : essai 3');
      await runner.requestRun('work', null);
      await until(() => troubles.length === 2);
      expect(await attempts()).toEqual([3, 2, 1, 3, 2, 1]);
      expect((await runs())[0]).toMatchObject({ status: 'failed', error: 'essai 6', counts: null });
    });

    it('that fails in the database repeats nothing of the statement: not in its report, the mail or the log', async () => {
      const lines: string[] = [];
      const log = createLog({ file: { write: (line) => void lines.push(line) } });
      const number = Object.assign(new Error("Truncated value: 'GARAGE DUPONT'"), { number: 2628 });
      const params = ['GARAGE DUPONT'];
      const error = Object.assign(new Error('Failed query\nparams: GARAGE DUPONT'), {
        params,
        cause: number,
      });
      const { runner, troubles } = await start([aJob({ run: () => Promise.reject(error) })], { log });
      await runner.requestRun('work', null);
      await until(() => troubles.length === 1);
      expect((await runs())[0]?.error).toBe('a statement failed – a statement failed (2628)');
      expect(lines.join('')).toContain('"number":2628');
      expect(JSON.stringify([troubles, await runs(), lines])).not.toContain('DUPONT');
    });

    it('that lasts longer than the lock is not run by another hub', async () => {
      let active = 0;
      let most = 0;
      let count = 0;
      const run = async () => {
        active += 1;
        most = Math.max(most, active);
        await pause(2_000);
        active -= 1;
        return { count: (count += 1) };
      };
      const first = await start([aJob({ run })], { lockMs: 600 });
      await start([aJob({ run })], { lockMs: 600 });
      await first.runner.requestRun('work', null);
      await until(() => count === 1);
      await pause(200);
      expect([most, count]).toEqual([1, 1]);
    });

    it('that takes too long is asked to end, and told once', async () => {
      const signals: AbortSignal[] = [];
      const job = { ...endless(signals), maxMinutes: 0.001 };
      const { runner, troubles } = await start([job], { lockMs: 300, retryDelays: [] });
      await runner.requestRun('work', null);
      await until(() => troubles.length === 2);
      expect(troubles.map(({ kind }) => kind)).toEqual(['job-too-long:work', 'job-failed:work']);
      expect(signals[0]?.aborted).toBe(true);
    });

    it('of a hub that died is closed by the next one', async () => {
      const history = jobRunRepository(database.db);
      const dead = { job: 'work', attempt: 1, requestedBy: null, hub: 'gone', startedAt: new Date() };
      const deadId = await history.start(dead);
      const { runner } = await start([aJob()]);
      await runner.requestRun('work', null);
      await until(async () => (await runs())[0]?.status === 'done');
      expect((await runs()).find(({ id }) => id === deadId)).toMatchObject({ status: 'abandoned' });
      await history.end(deadId, { status: 'done', endedAt: new Date(), counts: null, error: null });
      expect((await runs()).find(({ id }) => id === deadId)).toMatchObject({ status: 'abandoned' });
    });
  });

  describe('stop', () => {
    it('asks running jobs to end, waits for them and frees everything', async () => {
      const signals: AbortSignal[] = [];
      const { runner, troubles } = await start([endless(signals)], { retryDelays: [] });
      await runner.requestRun('work', null);
      await until(() => signals.length === 1);
      await runner.stop();
      expect(signals[0]?.aborted).toBe(true);
      expect((await row()).lockedAt).toBeNull();
      expect((await runs())[0]).toMatchObject({ status: 'failed', error: 'the hub stops' });
      expect(troubles).toEqual([]);
    });

    it('leaves a job that does not end its lock', async () => {
      let release = (): void => undefined;
      const run = () => new Promise<object>((resolve) => (release = () => resolve({})));
      const { runner } = await start([aJob({ run: async () => ({ ...(await run()) }) })], { lockMs: 3_000 });
      await runner.requestRun('work', null);
      await until(async () => (await row()).lastRunAt !== null);
      await runner.stop({ timeoutMs: 200 });
      expect((await row()).lockedAt).not.toBeNull();
      release();
      await until(async () => (await row()).lockedAt === null);
    });

    it('frees a job that was claimed and had not begun', async () => {
      const { runner } = await start([aJob({ schedule: async () => NIGHTLY })], { pollMs: 1_000 });
      await setNextRun(new Date(Date.now() + 1_800));
      await until(async () => (await row()).lockedAt !== null);
      await runner.stop();
      expect(await row()).toMatchObject({ lockedAt: null, claim: null });
    });

    it('does no harm before start', async () => {
      await createRunner(database, [aJob()]).runner.stop();
    });
  });
});
