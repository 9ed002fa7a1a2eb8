import { appUserRepository, type UserRecord } from '@tournee/db';
import { openTestDatabase, type TestDatabase } from '@tournee/db/testing';
import { addUser, testUser } from '../../testing/test-base.ts';
import { keepAnAdmin, underFreeName } from './user-guards.ts';

let test: TestDatabase;

beforeEach(async () => {
  test = await openTestDatabase();
});
afterEach(() => test.remove());

const find = async (id: number): Promise<UserRecord> => {
  const user = await appUserRepository(test.database.db).findById(id);
  if (!user) throw new Error('no such user');
  return user;
};

describe('keepAnAdmin', () => {
  const ADMIN = { role: 'admin', scopeKind: 'tous', cReps: [] };

  it('does not believe what was read before the lock: the last one may have become so since', async () => {
    const id = await addUser(test.database, testUser({ userWindows: 'direction', cUser: 'DIR', ...ADMIN }));
    const asRead = { ...(await find(id)), role: 'commercial' };
    const guarded = test.database.transaction((tx) => keepAnAdmin(tx, asRead, 'role'));
    await expect(guarded).rejects.toMatchObject({ extensions: { code: 'BAD_INPUT', field: 'role' } });
  });

  it('leaves everybody else alone', async () => {
    await addUser(test.database, testUser({ userWindows: 'direction', cUser: 'DIR', ...ADMIN }));
    const rep = await find(
      await addUser(test.database, testUser({ userWindows: 'igarnier', cUser: 'GA00' })),
    );
    await test.database.transaction((tx) => keepAnAdmin(tx, rep, 'isActive'));
  });
});

describe('underFreeName', () => {
  it('refuses a name that was taken after it was looked up', async () => {
    const writing = test.database.transaction((tx) =>
      underFreeName(tx, { userWindows: 'igarnier', id: null }, async () => {
        const row = testUser({ userWindows: 'igarnier', cUser: 'GA00' });
        await appUserRepository(tx).insert(row);
        return appUserRepository(tx).insert(row);
      }),
    );
    await expect(writing).rejects.toMatchObject({ extensions: { code: 'BAD_INPUT', field: 'userWindows' } });
  });
});
