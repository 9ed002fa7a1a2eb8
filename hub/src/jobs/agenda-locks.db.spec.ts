import type { Database } from '@tournee/db';
import { openTestDatabase, type TestDatabase } from '@tournee/db/testing';
import type { JobParameters, JobRepository } from 'agenda';
import { createAgendaBackend } from './agenda-backend.ts';
import { newJob } from './testing/agenda-fixture.ts';

const MINUTE = 60_000;
const fromNow = (ms: number): Date => new Date(Date.now() + ms);
const none = undefined;

describe('agenda backend, its locks', () => {
  let test: TestDatabase;
  let database: Database;
  let jobs: JobRepository;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ database } = test);
  });
  afterAll(() => test.remove());
  beforeEach(async () => {
    jobs = createAgendaBackend(database).agenda.repository;
    await jobs.connect();
    await jobs.purgeAllJobs();
  });

  const save = (changes: Partial<JobParameters> = {}): Promise<JobParameters> =>
    jobs.saveJob(newJob(changes), none);
  const take = (name = 'work', lockDeadline = fromNow(-10 * MINUTE)): Promise<JobParameters | undefined> =>
    jobs.getNextJobToRun(name, fromNow(5_000), lockDeadline, none, { lastModifiedBy: 'hub' });
  const read = async (job: JobParameters): Promise<JobParameters> => {
    const found = await jobs.getJobById(job._id ?? '');
    if (found === null) throw new Error('the job is gone');
    return found;
  };

  describe('lockJob', () => {
    it('locks once, and not a job whose next run has moved or that is disabled', async () => {
      const job = await save({ nextRunAt: new Date('2026-11-24T10:15:00.123Z') });
      expect(
        await jobs.lockJob({ ...job, nextRunAt: new Date('2026-11-24T10:15:00.124Z') }, none),
      ).toBeUndefined();
      expect(await jobs.lockJob(job, { lastModifiedBy: 'hub' })).toMatchObject({
        _id: job._id,
        lockedAt: expect.any(Date),
        lastModifiedBy: 'hub',
      });
      expect(await jobs.lockJob(job, none)).toBeUndefined();
      expect(await jobs.lockJob(await save({ disabled: true }), none)).toBeUndefined();
    });
  });

  describe('getNextJobToRun', () => {
    it('takes the one that is due first, the most urgent among equals', async () => {
      const at = fromNow(-1000);
      await save({ nextRunAt: at, priority: 0, data: 3 });
      await save({ nextRunAt: at, priority: 10, data: 2 });
      await save({ nextRunAt: fromNow(-2000), priority: -10, data: 1 });
      await save({ nextRunAt: fromNow(MINUTE), data: 4 });
      await save({ nextRunAt: null, data: 5 });
      const order = [await take(), await take(), await take(), await take()];
      expect(order.map((job) => job?.data)).toEqual([1, 2, 3, undefined]);
    });

    it('gives each job to one taker, however many ask at once', async () => {
      for (let n = 0; n < 30; n += 1) await save({ data: n });
      const takers = Array.from({ length: 4 }, () => createAgendaBackend(database).agenda.repository);
      const taken = await Promise.all(
        Array.from({ length: 40 }, (_, n) =>
          takers[n % 4]!.getNextJobToRun('work', fromNow(5_000), fromNow(-MINUTE), none, none),
        ),
      );
      const ids = taken.flatMap((job) => (job === undefined ? [] : [job._id]));
      expect(ids).toHaveLength(30);
      expect(new Set(ids).size).toBe(30);
    });

    it('takes over a job whose lock has expired, also one that has no next run', async () => {
      const job = await save({ nextRunAt: null, lockedAt: fromNow(-11 * MINUTE) });
      expect(await take('work', fromNow(-12 * MINUTE))).toBeUndefined();
      expect(await take()).toMatchObject({ _id: job._id });
      expect(await take()).toBeUndefined();
    });

    it('claims nothing more once it is told to stop', async () => {
      await save();
      const backend = createAgendaBackend(database);
      await backend.stopClaiming();
      const asked = backend.agenda.repository.getNextJobToRun(
        'work',
        fromNow(0),
        fromNow(-MINUTE),
        none,
        none,
      );
      expect(await asked).toBeUndefined();
    });
  });

  describe('saveJobState', () => {
    const state = {
      lastRunAt: new Date(5),
      lastFinishedAt: new Date(6),
      failCount: 2,
      failReason: 'É',
      progress: 40,
    };

    it('writes what a run says of itself, and frees the job at its end', async () => {
      await save();
      const job = (await take())!;
      await jobs.saveJobState({ ...job, ...state, nextRunAt: null }, { lastModifiedBy: 'hub 2' });
      expect(await read(job)).toMatchObject({
        ...state,
        nextRunAt: null,
        lockedAt: job.lockedAt,
        lastModifiedBy: 'hub 2',
      });
      const { lockedAt, ...free } = job;
      await jobs.saveJobState(free, none);
      expect(lockedAt).toBeDefined();
      expect(await read(job)).not.toHaveProperty('lockedAt');
    });

    it('fails for a job that is gone or has no id', async () => {
      const job = await save();
      await jobs.removeJobs({ id: job._id! });
      await expect(jobs.saveJobState(job, none)).rejects.toThrow('maybe it does not exist anymore');
      await expect(jobs.saveJobState(newJob(), none)).rejects.toThrow('without job ID');
    });

    it('has no say after another process has taken the job over', async () => {
      const other = createAgendaBackend(database).agenda.repository;
      await save();
      const late = (await take())!;
      const taker = await other.getNextJobToRun('work', fromNow(5_000), fromNow(MINUTE), none, none);
      expect(taker?._id).toBe(late._id);
      await expect(jobs.saveJobState(late, none)).rejects.toThrow('maybe it does not exist anymore');
      await jobs.unlockJob(late);
      await jobs.unlockJobs([late._id!]);
      expect((await read(late)).lockedAt).toEqual(taker?.lockedAt);
      await other.saveJobState(taker!, none);
    });

    it('lets a next run stand that somebody else has set meanwhile', async () => {
      await save({ type: 'single' });
      const job = (await take())!;
      await jobs.saveJobState(Object.assign(job, { nextRunAt: fromNow(MINUTE) }), none);
      const moved = fromNow(9 * MINUTE);
      await save({ type: 'single', nextRunAt: moved });
      await jobs.saveJobState(Object.assign(job, { nextRunAt: fromNow(2 * MINUTE) }), none);
      expect((await read(job)).nextRunAt).toEqual(moved);
    });
  });

  describe('unlockJob, unlockJobs, releaseHeld', () => {
    it('free what this process holds', async () => {
      for (let n = 0; n < 3; n += 1) await save({ data: n });
      const [first, second, third] = [(await take())!, (await take())!, (await take())!];
      await jobs.unlockJob(first);
      await jobs.unlockJobs([second._id!]);
      expect(await read(first)).not.toHaveProperty('lockedAt');
      expect(await read(second)).not.toHaveProperty('lockedAt');
      expect(await read(third)).toHaveProperty('lockedAt');
    });

    it('keep a job locked that has no next run: it is being worked on', async () => {
      await save();
      const job = (await take())!;
      await jobs.saveJobState(Object.assign(job, { nextRunAt: null }), none);
      await jobs.unlockJob(job);
      expect(await read(job)).toHaveProperty('lockedAt');
    });

    it('leave those out that are running, and those of other processes', async () => {
      const backend = createAgendaBackend(database);
      for (let n = 0; n < 3; n += 1) await save({ data: n });
      const mine = [1, 2].map(() =>
        backend.agenda.repository.getNextJobToRun('work', fromNow(5_000), fromNow(-MINUTE), none, none),
      );
      const [running, waiting] = await Promise.all(mine);
      const others = (await take())!;
      await backend.releaseHeld([running!._id!]);
      expect(await read(running!)).toHaveProperty('lockedAt');
      expect(await read(waiting!)).not.toHaveProperty('lockedAt');
      expect(await read(others)).toHaveProperty('lockedAt');
    });
  });
});
