import type { Database } from '@tournee/db';
import { openTestDatabase, type TestDatabase } from '@tournee/db/testing';
import type { JobParameters, JobRepository } from 'agenda';
import { createAgendaBackend } from './agenda-backend.ts';
import { newJob } from './testing/agenda-fixture.ts';

const MINUTE = 60_000;
const fromNow = (ms: number): Date => new Date(Date.now() + ms);
const none = undefined;

describe('agenda backend, as a JobRepository', () => {
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

  it('names the engine it stands on', () => {
    expect(createAgendaBackend(database).agenda.name).toBe(
      database.engine === 'embedded' ? 'SQLite' : 'SQL Server',
    );
  });

  describe('saveJob', () => {
    it('gives a new job an id and keeps every field, dates to the millisecond', async () => {
      const job = newJob({
        priority: 10,
        nextRunAt: new Date('2026-11-24T10:15:00.123Z'),
        data: { client: 'É1', list: [1, 2] },
        repeatInterval: '0 3 * * *',
        repeatTimezone: 'Europe/Paris',
        startDate: new Date('2026-12-01T00:00:00.001Z'),
        endDate: new Date('2027-01-01T00:00:00.999Z'),
        skipDays: [0, 6],
      });
      const saved = await jobs.saveJob(job, { lastModifiedBy: 'hub 1' });
      expect(saved._id).toEqual(expect.any(String));
      expect(await read(saved)).toEqual({ ...job, _id: saved._id, lastModifiedBy: 'hub 1' });
    });

    it('keeps an interval in milliseconds a number', async () => {
      expect((await read(await save({ repeatInterval: 5000 }))).repeatInterval).toBe(5000);
    });

    it('changes a job that has an id, and only what is said', async () => {
      const saved = await save({ priority: 5, skipDays: [1], data: { version: 1 } });
      const changed = await jobs.saveJob(
        { ...newJob({ priority: 20, data: { version: 2 } }), _id: saved._id! },
        none,
      );
      expect(changed._id).toBe(saved._id);
      expect(changed).toMatchObject({ priority: 20, data: { version: 2 }, skipDays: [1] });
    });

    it('empties a field that is there with no value', async () => {
      const saved = await save({ repeatInterval: '1 minute', repeatTimezone: 'Europe/Paris' });
      await jobs.saveJob({ ...saved, repeatTimezone: undefined } as unknown as JobParameters, none);
      expect(await read(saved)).not.toHaveProperty('repeatTimezone');
    });

    it('answers with the job as it was when it is gone', async () => {
      const saved = await save();
      await jobs.removeJobs({ id: saved._id! });
      expect(await jobs.saveJob({ ...saved, priority: 9 }, none)).toEqual({ ...saved, priority: 9 });
      expect((await jobs.queryJobs()).total).toBe(0);
    });

    it('keeps the disabled flag, which a save that says nothing of it leaves alone', async () => {
      const saved = await save({ type: 'single', disabled: true });
      expect(saved.disabled).toBe(true);
      expect((await save({ type: 'single' })).disabled).toBe(true);
      expect(await save({ type: 'single', disabled: false })).not.toHaveProperty('disabled');
    });

    describe('of a single job', () => {
      it('makes one row, whoever saves it and how often', async () => {
        const other = createAgendaBackend(database).agenda.repository;
        const at = fromNow(MINUTE);
        await Promise.all(
          [1, 2, 3, 4, 5, 6].map((run) =>
            (run % 2 ? jobs : other).saveJob(newJob({ type: 'single', nextRunAt: at, data: { run } }), none),
          ),
        );
        expect((await jobs.queryJobs({ name: 'work' })).total).toBe(1);
      });

      it('moves its next run when that lies ahead', async () => {
        const first = await save({ type: 'single', nextRunAt: fromNow(MINUTE) });
        const later = fromNow(2 * MINUTE);
        const second = await save({ type: 'single', nextRunAt: later, priority: 10 });
        expect(second).toMatchObject({ _id: first._id, nextRunAt: later, priority: 10 });
      });

      it('keeps a next run that is planned when « now » is said again', async () => {
        const planned = fromNow(MINUTE);
        await save({ type: 'single', nextRunAt: planned });
        expect((await save({ type: 'single', nextRunAt: fromNow(-5) })).nextRunAt).toEqual(planned);
      });

      it('stands beside normal jobs of the same name', async () => {
        await save({ type: 'single' });
        await save({ type: 'normal' });
        await save({ type: 'normal' });
        expect((await jobs.queryJobs({ name: 'work' })).total).toBe(3);
      });
    });

    describe('of a unique job', () => {
      const unique = { 'data.user.id': 7 };
      const data = { user: { id: 7 }, step: 1 };

      it('changes the job that the query describes', async () => {
        const first = await save({ unique, data });
        const second = await save({ unique, data: { ...data, step: 2 } });
        expect(second).toMatchObject({ _id: first._id, data: { step: 2 } });
        expect(await save({ unique: { 'data.user.id': 8 }, data: { user: { id: 8 } } })).not.toMatchObject({
          _id: first._id,
        });
      });

      it('leaves it alone with insertOnly', async () => {
        const first = await save({ unique, data });
        const again = await save({ unique, uniqueOpts: { insertOnly: true }, data: { ...data, step: 2 } });
        expect(again).toMatchObject({ _id: first._id, data: { step: 1 } });
      });

      it('makes one row when several processes ask at once', async () => {
        const others = [1, 2, 3].map(() => createAgendaBackend(database).agenda.repository);
        await Promise.all([...others, ...others].map((each) => each.saveJob(newJob({ unique, data }), none)));
        expect((await jobs.queryJobs({ name: 'work' })).total).toBe(1);
      });

      it('makes a second row when the first one has become another', async () => {
        const first = await save({ unique, data });
        await jobs.saveJob({ ...newJob({ data: { user: { id: 99 } } }), _id: first._id! }, none);
        const second = await save({ unique, data });
        expect(second._id).not.toBe(first._id);
        expect((await save({ unique, data }))._id).toBe(second._id);
      });
    });
  });

  describe('queryJobs', () => {
    beforeEach(async () => {
      await save({ name: 'a', priority: 1, nextRunAt: fromNow(MINUTE), data: { kind: 'x', deep: { n: 1 } } });
      await save({ name: 'b', priority: 3, nextRunAt: fromNow(3 * MINUTE), data: { kind: 'y' } });
      await save({
        name: 'a',
        priority: 2,
        nextRunAt: fromNow(2 * MINUTE),
        data: { kind: 'x', deep: { n: 2 } },
      });
    });
    const namesOf = async (query: Parameters<JobRepository['queryJobs']>[0]): Promise<string[]> =>
      (await jobs.queryJobs(query)).jobs.map((job) => job.name);

    it('finds by name, names, id, ids and a part of the name', async () => {
      const { jobs: all, total } = await jobs.queryJobs();
      expect(total).toBe(3);
      expect(await namesOf({ name: 'a' })).toEqual(['a', 'a']);
      expect(await namesOf({ names: ['b', 'c'] })).toEqual(['b']);
      expect(await namesOf({ id: all[0]!._id })).toHaveLength(1);
      expect(await namesOf({ ids: [all[0]!._id, all[1]!._id] })).toHaveLength(2);
      expect(await namesOf({ search: 'B' })).toEqual(['b']);
      expect(await namesOf({ id: 'no such id' })).toEqual([]);
    });

    it('finds by data that holds what is asked for', async () => {
      expect(await namesOf({ data: { kind: 'y' } })).toEqual(['b']);
      expect(await namesOf({ data: { deep: { n: 2 } } })).toEqual(['a']);
      expect(await namesOf({ data: { kind: 'z' } })).toEqual([]);
    });

    it('pages, and counts all that was found', async () => {
      const page = await jobs.queryJobs({ skip: 1, limit: 1 });
      expect([page.jobs.length, page.total]).toEqual([1, 3]);
      expect((await jobs.queryJobs({ skip: 2 })).jobs).toHaveLength(1);
    });

    it('sorts: the latest next run first by itself, else as asked', async () => {
      const priorities = async (sort: object): Promise<number[]> =>
        (await jobs.queryJobs({ ...sort })).jobs.map((job) => job.priority);
      expect(await priorities({})).toEqual([3, 2, 1]);
      expect(await priorities({ sort: { nextRunAt: 'asc' } })).toEqual([1, 2, 3]);
      expect(await priorities({ sort: { name: 'asc', priority: 'desc' } })).toEqual([2, 1, 3]);
    });

    it('leaves out disabled jobs when told so, and finds them as « paused »', async () => {
      await jobs.disableJobs({ name: 'b' });
      expect(await namesOf({ includeDisabled: false })).toEqual(['a', 'a']);
      expect(await namesOf({ state: 'paused' })).toEqual(['b']);
    });

    it('tells the state that the dates make', async () => {
      await jobs.purgeAllJobs();
      await save({ name: 'scheduled', nextRunAt: fromNow(MINUTE) });
      await save({ name: 'queued', nextRunAt: fromNow(-MINUTE) });
      await save({ name: 'repeating', repeatInterval: '1 minute' });
      await save({ name: 'running', lockedAt: new Date() });
      await save({ name: 'failed', nextRunAt: null, failedAt: new Date(), lastFinishedAt: fromNow(-5) });
      await save({ name: 'completed', nextRunAt: null, lastFinishedAt: new Date() });
      const states = (await jobs.queryJobs()).jobs.map((job) => [job.name, job.state]);
      expect(states.every(([name, state]) => name === state)).toBe(true);
      expect(await namesOf({ state: 'failed' })).toEqual(['failed']);
    });
  });

  describe('getJobsOverview, getDistinctJobNames, getQueueSize', () => {
    it('count jobs by name and state', async () => {
      await save({ name: 'a', nextRunAt: fromNow(MINUTE) });
      await save({ name: 'a', nextRunAt: fromNow(-MINUTE), disabled: true });
      await save({ name: 'b', nextRunAt: fromNow(-MINUTE), lockedAt: new Date() });
      const empty = { running: 0, scheduled: 0, queued: 0, completed: 0, failed: 0, repeating: 0, paused: 0 };
      expect(await jobs.getJobsOverview()).toEqual([
        { ...empty, name: 'a', total: 2, scheduled: 1, queued: 1, paused: 1 },
        { ...empty, name: 'b', total: 1, running: 1 },
      ]);
      expect(await jobs.getDistinctJobNames()).toEqual(['a', 'b']);
      expect(await jobs.getQueueSize()).toBe(2);
    });

    it('answer nothing for an empty base', async () => {
      expect(await jobs.getJobsOverview()).toEqual([]);
      expect(await jobs.getDistinctJobNames()).toEqual([]);
      expect(await jobs.getQueueSize()).toBe(0);
    });
  });

  describe('removeJobs, disableJobs, enableJobs, purgeAllJobs', () => {
    beforeEach(async () => {
      await save({ name: 'a', data: { n: 1 } });
      await save({ name: 'a', data: { n: 2 } });
      await save({ name: 'b', data: { n: 1 } });
    });

    it('touch the jobs that are meant, and count them', async () => {
      expect(await jobs.removeJobs({ name: 'a', data: { n: 2 } })).toBe(1);
      expect(await jobs.removeJobs({ name: 'none' })).toBe(0);
      expect(await jobs.removeJobs({ data: { n: 3 } })).toBe(0);
      expect(await jobs.removeJobs({ notNames: ['a'] })).toBe(1);
      expect(await jobs.getDistinctJobNames()).toEqual(['a']);
      const [left] = (await jobs.queryJobs()).jobs;
      expect(await jobs.removeJobs({ ids: [left!._id, 'none'] })).toBe(1);
    });

    it('touch nothing when nothing is named', async () => {
      for (const options of [{}, { ids: [] }, { names: [] }, { notNames: [] }]) {
        expect(await jobs.removeJobs(options)).toBe(0);
        expect(await jobs.disableJobs(options)).toBe(0);
      }
      expect((await jobs.queryJobs()).total).toBe(3);
    });

    it('disable and enable', async () => {
      expect(await jobs.disableJobs({ names: ['a', 'b'] })).toBe(3);
      expect(await jobs.disableJobs({ name: 'a' })).toBe(0);
      expect(await take('a')).toBeUndefined();
      expect(await jobs.enableJobs({ data: { n: 1 } })).toBe(2);
      expect(await take('a')).toMatchObject({ data: { n: 1 } });
    });

    it('purge everything', async () => {
      expect(await jobs.purgeAllJobs()).toBe(3);
      expect(await jobs.purgeAllJobs()).toBe(0);
    });
  });
});
