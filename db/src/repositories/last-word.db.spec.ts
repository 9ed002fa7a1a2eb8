import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { winpneuBase } from '../testing/winpneu-base.ts';
import { fleetRepository } from './fleet.repository.ts';
import { followUpRepository } from './follow-up.repository.ts';

const at = (ms: number): Date => new Date(Date.UTC(2026, 10, 24, 9, 0, 0, ms));

let test: TestDatabase;
let by: { userId: number; operation: string; updatedAt: Date };

beforeAll(async () => {
  test = await openTestDatabase();
  by = { userId: await winpneuBase(test.database).user('GA00'), operation: 'x', updatedAt: at(0) };
});
afterAll(() => test.remove());

// Both read before either writes: what reads first and writes then lets the older word, which comes last, win.
describe('what was said about a client', () => {
  it('is the newer of two fleets noted at one instant', async () => {
    const fleets = fleetRepository(test.database.db);
    const say = (ms: number) =>
      fleets.save({ ...by, cClient: '000100', counts: `[${String(ms)}]`, saidAt: at(ms) });
    expect(await say(1)).toBe(true);
    expect(await Promise.all([say(3), say(2)])).toEqual([true, false]);
    expect(await fleets.countsOf(['000100'])).toEqual(new Map([['000100', '[3]']]));
  });

  it('is the newer of two dates noted at one instant', async () => {
    const dates = followUpRepository(test.database.db);
    const say = (ms: number) =>
      dates.save({
        ...by,
        entityType: 'client',
        entityId: '000100',
        date: `2026-12-0${String(ms)}`,
        saidAt: at(ms),
      });
    expect(await say(1)).toBe(true);
    expect(await Promise.all([say(3), say(2)])).toEqual([true, false]);
    expect(await dates.daysOf('client', ['000100'])).toEqual(new Map([['000100', '2026-12-03']]));
  });
});
