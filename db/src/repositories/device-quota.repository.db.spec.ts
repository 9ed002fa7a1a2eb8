import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { appUser } from '../schema/app-user.table.ts';
import { deviceQuotaRepository } from './device-quota.repository.ts';
import { deviceRepository } from './device.repository.ts';

const NOW = new Date('2026-11-24T23:59:00.000Z');
const MAX = { operations: 3, bytes: 100 };

let test: TestDatabase;

beforeEach(async () => {
  test = await openTestDatabase();
  const { db } = test.database;
  await db.insert(appUser).values({
    userWindows: 'igarnier',
    cUser: 'GA00',
    mail: '',
    nomAffiche: 'Isabelle Garnier',
    role: 'commercial',
    scopeKind: 'rep',
    cAgence: null,
    passwordHash: '',
    mustChangePassword: false,
    isActive: true,
    createdAt: NOW,
    updatedAt: NOW,
  });
  const [user] = await db.select({ id: appUser.id }).from(appUser);
  for (const id of ['one', 'other']) {
    await deviceRepository(db).insert({ id, userId: user?.id ?? 0, name: id, keyThumbprint: null, now: NOW });
  }
});
afterEach(() => test.remove());

const use = (bytes = 1, deviceId = 'one', now = NOW) =>
  test.database.transaction((tx) =>
    deviceQuotaRepository(tx).use({ deviceId, kind: 'refused', bytes, now, max: MAX }),
  );

describe('a quota', () => {
  it('ends at so many operations, and says once that it does', async () => {
    const outcomes = [await use(), await use(), await use(), await use(), await use()];
    expect(outcomes).toEqual(['used', 'used', 'used', 'reached', 'beyond']);
    expect(await use(1, 'other')).toBe('used');
  });

  it('ends at so many bytes; what does not fit leaves its room to others', async () => {
    expect([await use(60), await use(60), await use(40), await use(1)]).toEqual([
      'used',
      'reached',
      'used',
      'beyond',
    ]);
  });

  it('is whole again on the next day of UTC', async () => {
    expect(await use(100)).toBe('used');
    expect(await use()).toBe('reached');
    const tomorrow = new Date('2026-11-25T00:00:00.000Z');
    expect([await use(100, 'one', tomorrow), await use(1, 'one', tomorrow)]).toEqual(['used', 'reached']);
  });

  it('counts each of many uses at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => use()));
    expect(outcomes.filter((outcome) => outcome === 'used')).toHaveLength(3);
  });
});
