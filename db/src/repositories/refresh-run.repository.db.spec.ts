import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { type RefreshRunRepository, refreshRunRepository } from './refresh-run.repository.ts';

const NOW = new Date('2026-11-24T09:00:00.000Z');
const LATER = new Date('2026-11-24T09:05:00.000Z');

let test: TestDatabase;
let runs: RefreshRunRepository;

beforeEach(async () => {
  test = await openTestDatabase();
  runs = refreshRunRepository(test.database.db);
});
afterEach(() => test.remove());

describe('refreshRunRepository', () => {
  it('shows a run that is under way', async () => {
    await runs.start(NOW);
    expect(await runs.last()).toMatchObject({ status: 'running', startedAt: NOW, endedAt: null });
    expect(await runs.lastDone()).toBeUndefined();
  });

  it('keeps the report of a run that ended well', async () => {
    const id = await runs.start(NOW);
    await runs.end(id, { status: 'done', now: LATER, report: '{"written":3}' });
    await runs.end(await runs.start(LATER), { status: 'failed', now: LATER, error: 'x'.repeat(5000) });
    expect(await runs.lastDone()).toMatchObject({ id, endedAt: LATER, report: '{"written":3}' });
    expect(await runs.last()).toMatchObject({ status: 'failed', error: 'x'.repeat(2000) });
  });

  it('marks a run as interrupted when another one begins, until it writes its own end', async () => {
    const first = await runs.start(NOW);
    const second = await runs.start(LATER);
    expect(await runs.last()).toMatchObject({ id: second, status: 'running' });
    await runs.end(second, { status: 'failed', now: LATER });
    expect(await runs.lastDone()).toBeUndefined();
    await runs.end(first, { status: 'done', now: LATER });
    expect(await runs.lastDone()).toMatchObject({ id: first });
  });

  it('forgets old runs, but not the one that the base comes from', async () => {
    const [old, base] = [await runs.start(NOW), await runs.start(NOW)];
    expect(await runs.deleteBefore(LATER, 10)).toBe(0);
    await runs.end(old, { status: 'done', now: LATER });
    await runs.end(base, { status: 'done', now: LATER });
    const failed = await runs.start(NOW);
    await runs.end(failed, { status: 'failed', now: LATER });
    expect(await runs.deleteBefore(NOW, 10)).toBe(0);
    expect(await runs.deleteBefore(LATER, 10)).toBe(1);
    expect(await runs.lastDone()).toMatchObject({ id: base });
    expect(await runs.last()).toMatchObject({ id: failed });
  });
});
