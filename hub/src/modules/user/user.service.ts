import {
  appUserRepository,
  type Database,
  deviceRepository,
  scopesOfUser,
  syncDocRepository,
  type UserRecord,
} from '@tournee/db';
import * as z from 'zod';
import type { Clock } from '../../clock.ts';

/** Says what is wrong with a request of the operator, in English: it comes from a command line. */
export class UserProblem extends Error {
  override readonly name = 'UserProblem';
}

const code = z
  .string()
  .regex(/^[A-Z0-9]{1,4}$/, { message: 'must be one to four capital letters or digits' });

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^\P{Cc}*$/u, { message: 'must not hold a tab or another control character' });

export const newUser = z
  .object({
    userWindows: line(60),
    cUser: code,
    mail: z.email({ message: 'must be a mail address' }).max(255),
    nomAffiche: line(80),
    role: z.enum(['commercial', 'admin', 'comptable']),
    scopeKind: z.enum(['rep', 'agence', 'tous']),
    cAgence: code.nullable(),
    cReps: z.array(code),
  })
  .refine((user) => user.scopeKind !== 'agence' || user.cAgence !== null, {
    path: ['cAgence'],
    message: 'is needed for the scope "agence"',
  });
export type NewUserFields = z.infer<typeof newUser>;

export interface UserDependencies {
  database: Database;
  clock: Clock;
  readonly hashPassword: (plain: string) => Promise<string>;
  /** French sentence, or null. */
  readonly passwordFault: (password: string, userName: string) => string | null;
}

/** The « table de correspondance », as its operator maintains it. */
export class UserService {
  readonly #dependencies: UserDependencies;

  constructor(dependencies: UserDependencies) {
    this.#dependencies = dependencies;
  }

  /**
   * Adds a user, and brings his scopes into use.
   * @returns whether one of them is new: the base refresh then has documents to publish
   * @throws {UserProblem}
   */
  async add(
    fields: NewUserFields,
    password: string,
    mustChangePassword: boolean,
  ): Promise<{ hasNewScope: boolean }> {
    const user = checked(fields);
    const passwordHash = await this.#hash(password, user.userWindows);
    return this.#dependencies.database.transaction(async (tx) => {
      const users = appUserRepository(tx);
      if (await users.findByName(user.userWindows))
        throw new UserProblem(`User ${user.userWindows} exists already.`);
      const now = this.#dependencies.clock.now();
      const row = {
        ...user,
        passwordHash,
        mustChangePassword,
        isActive: true,
        createdAt: now,
        updatedAt: now,
      };
      const id = await users.insert(row);
      const feed = syncDocRepository(tx);
      const inUse = new Set(await feed.scopesInUse());
      const scopes = scopesOfUser({ ...user, id });
      for (const scope of scopes) await feed.useScope(scope, now);
      return { hasNewScope: scopes.some((scope) => !scope.startsWith('user:') && !inUse.has(scope)) };
    });
  }

  /** Sets a new password and signs the user out everywhere. @throws {UserProblem} */
  async setPassword(userName: string, password: string, mustChangePassword: boolean): Promise<void> {
    const user = await this.#find(userName);
    const passwordHash = await this.#hash(password, user.userWindows);
    await this.#dependencies.database.transaction(async (tx) => {
      const now = this.#dependencies.clock.now();
      await appUserRepository(tx).setPassword(user.id, passwordHash, mustChangePassword, now);
      await deviceRepository(tx).revokeAll(user.id, 'password-changed', now);
    });
  }

  /** A deactivated user is out at his next contact; his operations and visits stay. @throws {UserProblem} */
  async setActive(userName: string, isActive: boolean): Promise<void> {
    const user = await this.#find(userName);
    await this.#dependencies.database.transaction(async (tx) => {
      const now = this.#dependencies.clock.now();
      await appUserRepository(tx).setActive(user.id, isActive, now);
      if (!isActive) await deviceRepository(tx).revokeAll(user.id, 'user-deactivated', now);
    });
  }

  list(): Promise<UserRecord[]> {
    return appUserRepository(this.#dependencies.database.db).list();
  }

  async #find(userName: string): Promise<UserRecord> {
    const user = await appUserRepository(this.#dependencies.database.db).findByName(userName.trim());
    if (!user) throw new UserProblem(`There is no user ${userName.trim()}.`);
    return user;
  }

  async #hash(password: string, userName: string): Promise<string> {
    const fault = this.#dependencies.passwordFault(password, userName);
    if (fault !== null) throw new UserProblem(fault);
    return this.#dependencies.hashPassword(password);
  }
}

function checked(fields: NewUserFields): NewUserFields {
  const parsed = newUser.safeParse(fields);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new UserProblem(`${faults.join('; ')}.`);
}
