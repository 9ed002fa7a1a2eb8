import type { Database } from '../engines/database.ts';
import type { JobRow } from '../schema/job.table.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { JobLock, JobState } from './job-locks.ts';
import { jobRepository } from './job.repository.ts';
import { jobRunRepository } from './job-run.repository.ts';

const NOW = new Date('2026-11-24T10:15:00.123Z');
const later = (ms: number): Date => new Date(NOW.getTime() + ms);

/** What the columns mean to Agenda is checked in hub/src/jobs; here, what the database must do with them. */
describe('jobRepository', () => {
  let test: TestDatabase;
  let database: Database;
  let claims = 0;

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ database } = test);
  });
  afterAll(() => test.remove());
  beforeEach(() => jobRepository(database.db).remove({}));

  const lock = (owner = 'hub'): JobLock => {
    claims += 1;
    return { claim: `${owner}.${String(claims)}`, lockedAt: NOW, modifiedBy: owner };
  };
  const due = { name: 'work', dueBy: NOW, lockDeadline: later(-60_000) };
  const add = async (changes: Partial<JobRow> = {}): Promise<JobRow> => {
    claims += 1;
    const row = { ...aJob(), id: `job ${String(claims)}`, ...changes };
    await jobRepository(database.db).insert(row);
    return row;
  };

  it('keeps what was inserted, to the millisecond', async () => {
    const row = await add({ data: '{"é":"Œ😀"}', progress: 12.5, startDate: later(1), skipDays: '[0,6]' });
    expect(await jobRepository(database.db).find({ ids: [row.id] })).toEqual([row]);
  });

  it('has one « single » job of a name, and one of a unique key', async () => {
    const jobs = jobRepository(database.db);
    expect(await jobs.insert({ ...aJob(), id: 'a', type: 'single', uniqueKey: 'k' })).toBe(true);
    expect(await jobs.insert({ ...aJob(), id: 'b', type: 'single' })).toBe(false);
    expect(await jobs.insert({ ...aJob(), id: 'c', uniqueKey: 'k' })).toBe(false);
    expect(await jobs.insert({ ...aJob(), id: 'd' })).toBe(true);
    expect((await jobs.findSingle('work'))?.id).toBe('a');
    expect((await jobs.findByUniqueKey('k'))?.id).toBe('a');
  });

  it('takes a list of none for none, and no list for all', async () => {
    const jobs = jobRepository(database.db);
    await add();
    await add({ name: 'other' });
    expect(await jobs.find({ ids: [] })).toEqual([]);
    expect(await jobs.find({ names: [] })).toEqual([]);
    expect(await jobs.find({ notNames: [] })).toHaveLength(2);
    expect(await jobs.find({ notNames: ['work'] })).toHaveLength(1);
    expect(await jobs.names()).toEqual(['other', 'work']);
    expect(await jobs.countDue(later(1))).toBe(2);
  });

  it('gives a job to one of those who want it', async () => {
    await add();
    const taken = await Promise.all(
      ['a', 'b', 'c', 'd'].map((owner) => jobRepository(database.db).claimNext(due, lock(owner))),
    );
    expect(taken.filter((row) => row !== null)).toHaveLength(1);
  });

  it('lets the holder of the lock write, and nobody who lost it', async () => {
    const jobs = jobRepository(database.db);
    const { id, name } = await add();
    const first = lock('a');
    await jobs.claimNext(due, first);
    const taken = await jobs.claimNext({ ...due, lockDeadline: NOW }, { ...lock('b'), lockedAt: later(1) });
    expect(taken?.id).toBe(id);
    const state = aState();
    expect(await jobs.saveState({ id, name, state, claim: first.claim, knownNextRunAt: NOW })).toBe(false);
    expect(await jobs.saveState({ id, name, state, claim: taken!.claim, knownNextRunAt: NOW })).toBe(true);
    expect((await jobs.find({ ids: [id] }))[0]).toMatchObject({ claim: null, lockedAt: null });
  });

  it.each<[string, Date | null, Date | null]>([
    ['a date', NOW, later(5)],
    ['none', null, later(5)],
    ['a date, for none', NOW, null],
  ])('changes the next run only from what the writer knew: %s', async (_name, known, next) => {
    const jobs = jobRepository(database.db);
    const { id, name } = await add({ nextRunAt: known });
    const state = { ...aState(), nextRunAt: next };
    await jobs.saveState({ id, name, state, claim: null, knownNextRunAt: later(99) });
    expect((await jobs.find({ ids: [id] }))[0]?.nextRunAt).toEqual(known);
    await jobs.saveState({ id, name, state, claim: null, knownNextRunAt: known });
    expect((await jobs.find({ ids: [id] }))[0]?.nextRunAt).toEqual(next);
  });
});

describe('jobRunRepository', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.remove());

  it('keeps runs, and closes those of hubs that died', async () => {
    const runs = jobRunRepository(test.database.db);
    const run = { job: 'work', attempt: 1, requestedBy: 'durand', hub: 'hub:1', startedAt: NOW };
    const first = await runs.start(run);
    const other = await runs.start({ ...run, job: 'other' });
    const second = await runs.start({ ...run, startedAt: later(5) });
    await runs.end(second, { status: 'done', endedAt: later(9), counts: '{"n":1}', error: null });
    expect(await runs.latest(['work'], 5)).toEqual([
      {
        ...run,
        id: second,
        startedAt: later(5),
        status: 'done',
        endedAt: later(9),
        counts: '{"n":1}',
        error: null,
      },
      { ...run, id: first, status: 'abandoned', endedAt: later(5), counts: null, error: null },
    ]);
    expect((await runs.latest(['work', 'other'], 2)).map(({ id }) => id)).toEqual([second, other]);
    expect(await runs.latest([], 5)).toEqual([]);
  });
});

function aJob(): JobRow {
  const dates = {
    lockedAt: null,
    lastRunAt: null,
    lastFinishedAt: null,
    failedAt: null,
    startDate: null,
    endDate: null,
  };
  const repeats = {
    repeatInterval: null,
    repeatTimezone: null,
    repeatAt: null,
    skipDays: null,
    debounceStartedAt: null,
  };
  return {
    ...dates,
    ...repeats,
    id: 'job',
    name: 'work',
    type: 'normal',
    priority: 0,
    nextRunAt: NOW,
    claim: null,
    failCount: null,
    failReason: null,
    data: null,
    disabled: false,
    progress: null,
    fork: false,
    uniqueKey: null,
    lastModifiedBy: null,
  };
}

function aState(): JobState {
  const { nextRunAt, lockedAt, lastRunAt, lastFinishedAt, failedAt, failCount, failReason, progress } =
    aJob();
  return {
    nextRunAt,
    lockedAt,
    lastRunAt,
    lastFinishedAt,
    failedAt,
    failCount,
    failReason,
    progress,
    lastModifiedBy: null,
  };
}
