import { setting } from '../schema/setting.table.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { settingRepository } from './setting.repository.ts';

const BY = { userWindows: 'direction', now: new Date('2026-11-24T09:00:00.000Z') };

let test: TestDatabase;

beforeEach(async () => {
  test = await openTestDatabase();
});
afterEach(() => test.remove());

describe('settingRepository', () => {
  it('keeps the last value of a parameter', async () => {
    const settings = settingRepository(test.database.db);
    await settings.save('visit.maxAgeDays', 14, BY);
    await settings.save('visit.maxAgeDays', 30, BY);
    await settings.save('visit.form', { groups: [] }, BY);
    expect(await settings.find('visit.maxAgeDays')).toBe(30);
    expect(await settings.find('base.expiryHours')).toBeUndefined();
    expect(await settings.all()).toEqual(
      new Map<string, unknown>([
        ['visit.maxAgeDays', 30],
        ['visit.form', { groups: [] }],
      ]),
    );
  });

  it('takes a value that is no JSON for none', async () => {
    const { db } = test.database;
    await db
      .insert(setting)
      .values({ name: 'visit.maxAgeDays', value: '{', updatedBy: 'x', updatedAt: BY.now });
    expect(await settingRepository(db).find('visit.maxAgeDays')).toBeUndefined();
  });
});
