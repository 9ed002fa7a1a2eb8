import { appUserRepository, isUniqueViolation, type Queryable, type UserRecord } from '@tournee/db';
import { badInput } from '../../errors.ts';
import { userMessages } from './user.messages.ts';

/**
 * Writes a line under a name that nobody else may have: what was free when it was looked up may be taken when it is
 * written, by another administrator at the same instant.
 * @throws BAD_INPUT for `userWindows`
 */
export async function underFreeName<T>(
  tx: Queryable,
  { userWindows, id }: { userWindows: string; id: number | null },
  write: () => Promise<T>,
): Promise<T> {
  const other = await appUserRepository(tx).findByName(userWindows);
  if (other && other.id !== id) throw badInput(userMessages.taken(userWindows), 'userWindows');
  try {
    return await write();
  } catch (error) {
    throw isUniqueViolation(error) ? badInput(userMessages.taken(userWindows), 'userWindows') : error;
  }
}

/**
 * Threat: an administrator who takes the right away from themselves, and leaves nobody who could give it back. What was
 * read of the user before is not believed: the lock comes first, and what it finds counts.
 * @throws BAD_INPUT for the field
 */
export async function keepAnAdmin(tx: Queryable, user: UserRecord, field: string): Promise<void> {
  const admins = await appUserRepository(tx).lockActiveAdmins();
  const isAdmin = admins.includes(user.id) || (user.role === 'admin' && user.isActive);
  if (isAdmin && admins.every((id) => id === user.id)) throw badInput(userMessages.lastAdmin, field);
}
