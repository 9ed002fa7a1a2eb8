import { randomBytes } from 'node:crypto';
import {
  appUserListRepository,
  appUserRepository,
  type Database,
  deviceRepository,
  type Queryable,
  scopesOfUser,
  syncDocRepository,
  userCodeRepository,
  type UserListRow,
  type UserRecord,
  userScopeRepository,
} from '@tournee/db';
import type { AdminUser, AdminUserFilter, AdminUserPage, AdminUserSort, UserInput } from '@tournee/graphql';
import type { Clock } from '../../clock.ts';
import { assertAdmin, type Viewer } from '../../context.ts';
import { badInput } from '../../errors.ts';
import { errorMessages } from '../../errors.messages.ts';
import { type PageArguments, pageRequest, rowId } from '../../paging.ts';
import { createPasswordReset, type ResetMail } from './password-reset.ts';
import { keepAnAdmin, underFreeName } from './user-guards.ts';
import { checkUser, isSameUser, type UserFields } from './user-fields.ts';
import { toAdminUser } from './user-rows.ts';
import { userMessages } from './user.messages.ts';

export interface UserAdminDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly hashPassword: (plain: string) => Promise<string>;
  /** Where links in mails lead, without a slash at the end. */
  readonly publicUrl: () => Promise<string>;
  /** Writes a mail into the outbox. */
  readonly sendMail: (tx: Queryable, mail: ResetMail) => Promise<void>;
  /** What wrong passwords shut, by user name. */
  readonly signInLocks: {
    locks(userNames: readonly string[]): Promise<ReadonlyMap<string, Date>>;
    lift(userName: string): Promise<void>;
  };
  /** After the commit. `hasNewScope`: documents have to be published to it. */
  readonly onChange: (change: { hasNewScope: boolean; hasMail: boolean }) => void;
}

const FIRST_PAGE = { offset: 0, limit: 1 };
const BY_NAME = { key: 'userWindows', direction: 'asc' } as const;

export interface UserPageArguments extends PageArguments {
  readonly filter: AdminUserFilter | null;
  readonly sort: AdminUserSort | null;
}

/** The « table de correspondance », as administrators maintain it on screen. */
export class UserAdminService {
  readonly #dependencies: UserAdminDependencies;

  constructor(dependencies: UserAdminDependencies) {
    this.#dependencies = dependencies;
  }

  /** @throws FORBIDDEN, BAD_INPUT */
  async page(viewer: Viewer, { filter, sort, ...args }: UserPageArguments): Promise<AdminUserPage> {
    assertAdmin(viewer);
    const users = appUserListRepository(this.#dependencies.database.db);
    const { rows, total } = await users.page({ ...pageRequest(args), ...filter, sort: sort ?? BY_NAME });
    return { rows: await this.#shown(rows), total };
  }

  /** @throws FORBIDDEN */
  async find(viewer: Viewer, id: string): Promise<AdminUser | null> {
    assertAdmin(viewer);
    const number = rowId(id);
    if (number === null) return null;
    const users = appUserListRepository(this.#dependencies.database.db);
    const { rows } = await users.page({ ...FIRST_PAGE, sort: BY_NAME, id: number });
    const [user] = await this.#shown(rows);
    return user ?? null;
  }

  /** Adds a user, brings his scopes into use, and mails him a link. @throws FORBIDDEN, BAD_INPUT */
  async add(viewer: Viewer, input: UserInput): Promise<AdminUser> {
    assertAdmin(viewer);
    const fields = checked(input);
    const { database, onChange } = this.#dependencies;
    const lockedHash = await this.lockedHash();
    const publicUrl = await this.#dependencies.publicUrl();
    const { id, hasNewScope } = await database.transaction((tx) =>
      this.insert(tx, fields, { lockedHash, publicUrl }),
    );
    onChange({ hasNewScope, hasMail: true });
    return this.#answer(viewer, id);
  }

  /** @throws FORBIDDEN, BAD_INPUT */
  async update(viewer: Viewer, id: string, input: UserInput): Promise<AdminUser> {
    assertAdmin(viewer);
    const fields = checked(input);
    const { database, onChange } = this.#dependencies;
    const { hasNewScope } = await database.transaction(async (tx) => {
      const known = await findUser(tx, id);
      return this.change(tx, known, fields);
    });
    onChange({ hasNewScope, hasMail: false });
    return this.#answer(viewer, Number(id));
  }

  /** @throws FORBIDDEN, BAD_INPUT */
  async setActive(viewer: Viewer, id: string, isActive: boolean): Promise<AdminUser> {
    assertAdmin(viewer);
    const { database, clock } = this.#dependencies;
    const user = await database.transaction(async (tx) => {
      const known = await findUser(tx, id);
      if (!isActive) await keepAnAdmin(tx, known, 'isActive');
      const now = clock.now();
      await appUserRepository(tx).setActive(known.id, isActive, now);
      if (!isActive) await deviceRepository(tx).revokeAll(known.id, 'user-deactivated', now);
      return known;
    });
    return this.#answer(viewer, user.id);
  }

  /** @throws FORBIDDEN, BAD_INPUT */
  async sendReset(viewer: Viewer, id: string): Promise<void> {
    assertAdmin(viewer);
    const { database, clock, onChange } = this.#dependencies;
    const publicUrl = await this.#dependencies.publicUrl();
    await database.transaction(async (tx) => {
      const user = await findUser(tx, id);
      if (!user.isActive) throw badInput(userMessages.inactive, 'userId');
      await this.#dependencies.sendMail(
        tx,
        await createPasswordReset(tx, user, { now: clock.now(), publicUrl }),
      );
    });
    onChange({ hasNewScope: false, hasMail: true });
  }

  /** Lets a user sign in again whom wrong passwords shut out. @throws FORBIDDEN, BAD_INPUT */
  async liftSignInLock(viewer: Viewer, id: string): Promise<AdminUser> {
    assertAdmin(viewer);
    const { database, signInLocks } = this.#dependencies;
    const user = await findUser(database.db, id);
    await signInLocks.lift(user.userWindows);
    return this.#answer(viewer, user.id);
  }

  /** The hash of a password that nobody knows: such a user gets in by a mailed link only. */
  lockedHash(): Promise<string> {
    return this.#dependencies.hashPassword(randomBytes(32).toString('base64url'));
  }

  /** Adds a checked line; for this service and the import, which have asked who the viewer is. @throws BAD_INPUT */
  async insert(
    tx: Queryable,
    fields: UserFields,
    { lockedHash, publicUrl }: { lockedHash: string; publicUrl: string },
  ): Promise<{ id: number; hasNewScope: boolean }> {
    const now = this.#dependencies.clock.now();
    const secrets = { passwordHash: lockedHash, mustChangePassword: true, isActive: true };
    const row = { ...fields, ...secrets, createdAt: now, updatedAt: now };
    const { userWindows } = fields;
    const id = await underFreeName(tx, { userWindows, id: null }, () => appUserRepository(tx).insert(row));
    const hasNewScope = await useScopes(tx, { ...fields, id }, now);
    await this.#dependencies.sendMail(
      tx,
      await createPasswordReset(tx, { ...fields, id }, { now, publicUrl }),
    );
    return { id, hasNewScope };
  }

  /** Changes a line to a checked one. His devices learn it by the epoch, which follows the scopes. @throws BAD_INPUT */
  async change(
    tx: Queryable,
    known: UserRecord,
    fields: UserFields,
  ): Promise<{ isChanged: boolean; hasNewScope: boolean }> {
    if (isSameUser(fields, known)) return { isChanged: false, hasNewScope: false };
    if (fields.role !== 'admin') await keepAnAdmin(tx, known, 'role');
    const now = this.#dependencies.clock.now();
    // What waits on their devices is judged by what was theirs when they noted it.
    for (const cUser of [known.cUser, fields.cUser]) await userCodeRepository(tx).note(known.id, cUser, now);
    await userScopeRepository(tx).leave(known.id, scopesOfUser({ ...fields, id: known.id }), now);
    await underFreeName(tx, { userWindows: fields.userWindows, id: known.id }, () =>
      appUserRepository(tx).update(known.id, { ...fields, updatedAt: now }),
    );
    return { isChanged: true, hasNewScope: await useScopes(tx, { ...fields, id: known.id }, now) };
  }

  async #shown(rows: readonly UserListRow[]): Promise<AdminUser[]> {
    const locks = await this.#dependencies.signInLocks.locks(rows.map(({ userWindows }) => userWindows));
    return rows.map((row) => toAdminUser(row, locks.get(row.userWindows) ?? null));
  }

  async #answer(viewer: Viewer, id: number): Promise<AdminUser> {
    const user = await this.find(viewer, String(id));
    if (!user) throw badInput(errorMessages.unknownId, 'id');
    return user;
  }
}

function checked(input: UserInput): UserFields {
  const result = checkUser({ ...input, cAgence: input.cAgence ?? null });
  if (!result.isValid) throw badInput(result.message, result.field);
  return result.fields;
}

async function findUser(tx: Queryable, id: string): Promise<UserRecord> {
  const number = rowId(id);
  const user = number === null ? null : await appUserRepository(tx).findById(number);
  if (!user) throw badInput(errorMessages.unknownId, 'id');
  return user;
}

/** Brings a person's scopes into use. Answers whether the feed has documents to publish to one of them. */
async function useScopes(
  tx: Queryable,
  user: Parameters<typeof scopesOfUser>[0],
  now: Date,
): Promise<boolean> {
  const feed = syncDocRepository(tx);
  const inUse = new Set(await feed.scopesInUse());
  const scopes = scopesOfUser(user);
  for (const scope of scopes) await feed.useScope(scope, now);
  return scopes.some((scope) => !scope.startsWith('user:') && !inUse.has(scope));
}
