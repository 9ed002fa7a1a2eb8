import { eq } from 'drizzle-orm';
import type { Database, Queryable } from '../engines/database.ts';
import { appUserRepository, type UserRecord } from '../repositories/app-user.repository.ts';
import { syncDocRepository } from '../repositories/sync-doc.repository.ts';
import { appUser, appUserRep } from '../schema/app-user.table.ts';
import { scopesOfUser } from '../scope.ts';
import { readExtractFile, REFUSED } from './extract-file.ts';
import { USER_FILE } from './extract-layout.ts';
import type { FileReport, FileTally } from './import-report.ts';
import { readUser, type UserFields } from './user-row.ts';

export interface UserLoading {
  readonly now: Date;
  /** Password of new users; without one, users that are not there yet are bad lines. */
  readonly password?: string | undefined;
  readonly hashPassword: (plain: string) => Promise<string>;
  readonly mustChangePassword: boolean;
}

const USERS_PER_TRANSACTION = 100;

/**
 * Loads the user table. Users that exist keep their password and stay active or not; their scopes come into use at
 * once, and get their documents at the next base refresh.
 */
export async function loadUsers(
  database: Database,
  path: string,
  loading: UserLoading,
  tally: FileTally,
): Promise<FileReport> {
  for await (const rows of readExtractFile(path, USER_FILE, tally, USERS_PER_TRANSACTION)) {
    if (rows === REFUSED) return tally.report('refused');
    const users = rows.flatMap((row) => readUser(row, tally) ?? []);
    await loadBatch(database, users, loading, tally);
    tally.progress();
  }
  return tally.report('loaded');
}

async function loadBatch(
  database: Database,
  users: readonly UserFields[],
  loading: UserLoading,
  tally: FileTally,
): Promise<void> {
  const standing = new Map(
    (await appUserRepository(database.db).list()).map((user) => [fold(user.userWindows), user]),
  );
  const hashes = new Map<UserFields, string>();
  for (const user of users) {
    if (standing.has(fold(user.userWindows))) continue;
    if (loading.password === undefined) {
      tally.bad(user.line, 'user_windows', 'is a new user: a first password must be given (--password)');
    } else {
      // Outside of the transaction: hashing is slow on purpose. Each user gets a hash of his own.
      hashes.set(user, await loading.hashPassword(loading.password));
    }
  }
  const counts = await database.transaction(async (tx) => {
    const tallied = { inserted: 0, updated: 0, unchanged: 0 };
    for (const user of users) {
      const known = standing.get(fold(user.userWindows));
      const passwordHash = hashes.get(user);
      if (known !== undefined) tallied[await updateUser(tx, user, known, loading.now)] += 1;
      else if (passwordHash !== undefined) {
        await insertUser(tx, user, passwordHash, loading);
        tallied.inserted += 1;
      }
    }
    return tallied;
  });
  tally.count('inserted', counts.inserted);
  tally.count('updated', counts.updated);
  tally.count('unchanged', counts.unchanged);
}

const fold = (userWindows: string): string => userWindows.toLowerCase();

async function insertUser(
  tx: Queryable,
  user: UserFields,
  passwordHash: string,
  loading: UserLoading,
): Promise<void> {
  const { now, mustChangePassword } = loading;
  const { line: _line, ...fields } = user;
  const secrets = { passwordHash, mustChangePassword, isActive: true };
  const id = await appUserRepository(tx).insert({
    ...fields,
    ...secrets,
    cReps: [...user.cReps],
    createdAt: now,
    updatedAt: now,
  });
  await useScopes(tx, id, user, now);
}

async function updateUser(
  tx: Queryable,
  user: UserFields,
  known: UserRecord,
  now: Date,
): Promise<'updated' | 'unchanged'> {
  const { line: _line, userWindows: _userWindows, cReps, ...fields } = user;
  const hasSameReps = known.cReps.join() === [...cReps].sort().join();
  const isSame = Object.entries(fields).every(
    ([property, value]) => known[property as keyof UserRecord] === value,
  );
  await useScopes(tx, known.id, user, now);
  if (isSame && hasSameReps) return 'unchanged';
  await tx
    .update(appUser)
    .set({ ...fields, updatedAt: now })
    .where(eq(appUser.id, known.id));
  if (!hasSameReps) await replaceReps(tx, known.id, cReps);
  return 'updated';
}

async function replaceReps(tx: Queryable, userId: number, cReps: readonly string[]): Promise<void> {
  await tx.delete(appUserRep).where(eq(appUserRep.userId, userId));
  if (cReps.length > 0) await tx.insert(appUserRep).values(cReps.map((cRep) => ({ userId, cRep })));
}

async function useScopes(tx: Queryable, id: number, user: UserFields, now: Date): Promise<void> {
  const feed = syncDocRepository(tx);
  for (const scope of scopesOfUser({ ...user, id })) await feed.useScope(scope, now);
}
