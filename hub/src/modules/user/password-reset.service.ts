import {
  appUserRepository,
  type Database,
  deviceRepository,
  passwordResetRepository,
  type UserRecord,
} from '@tournee/db';
import type { GraphQLError } from 'graphql';
import type { Clock } from '../../clock.ts';
import { badInput } from '../../errors.ts';
import { resetTokenHash } from './password-reset.ts';
import { userMessages } from './user.messages.ts';

export interface PasswordResetDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly hashPassword: (plain: string) => Promise<string>;
  /** French sentence, or null. */
  readonly passwordFault: (password: string, userName: string) => string | null;
}

/** Chooses a password by a mailed link: for whoever holds it, without being signed in. */
export class PasswordResetService {
  readonly #dependencies: PasswordResetDependencies;

  constructor(dependencies: PasswordResetDependencies) {
    this.#dependencies = dependencies;
  }

  /**
   * Uses the link up, sets the password and signs the user out everywhere.
   * @throws BAD_INPUT for `token` or `newPassword`; a weak password does not use the link up
   */
  async reset(token: string, newPassword: string): Promise<void> {
    const { database, clock, hashPassword, passwordFault } = this.#dependencies;
    const tokenHash = resetTokenHash(token);
    const user = await this.#userOf(tokenHash);
    const fault = passwordFault(newPassword, user.userWindows);
    if (fault !== null) throw badInput(fault, 'newPassword');
    // Outside of the transaction: hashing is slow on purpose.
    const passwordHash = await hashPassword(newPassword);
    await database.transaction(async (tx) => {
      const now = clock.now();
      if ((await passwordResetRepository(tx).take(tokenHash, now)) === null) throw badLink();
      await appUserRepository(tx).setPassword(user.id, passwordHash, false, now);
      await deviceRepository(tx).revokeAll(user.id, 'password-changed', now);
    });
  }

  async #userOf(tokenHash: string): Promise<UserRecord> {
    const { database, clock } = this.#dependencies;
    const userId = await passwordResetRepository(database.db).find(tokenHash, clock.now());
    const user = userId === null ? null : await appUserRepository(database.db).findById(userId);
    if (!user?.isActive) throw badLink();
    return user;
  }
}

function badLink(): GraphQLError {
  return badInput(userMessages.badLink, 'token');
}
