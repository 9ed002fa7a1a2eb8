import { and, eq, sql } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { appUser, appUserRep, type AppUserRow } from '../schema/app-user.table.ts';

/** A row of the user table with its rep codes, sorted. */
export interface UserRecord extends AppUserRow {
  cReps: string[];
}

export type NewUser = Omit<UserRecord, 'id'>;

/** What an administrator writes in a line of the table. */
export type UserChanges = Pick<
  UserRecord,
  'userWindows' | 'cUser' | 'mail' | 'nomAffiche' | 'role' | 'scopeKind' | 'cAgence' | 'cReps' | 'updatedAt'
>;

/** The customer's « table de correspondance ». */
export class AppUserRepository {
  readonly #q: Queryable;

  constructor(q: Queryable) {
    this.#q = q;
  }

  async findById(id: number): Promise<UserRecord | null> {
    return this.#withReps(await this.#q.select().from(appUser).where(eq(appUser.id, id)));
  }

  /** By Windows user name, whatever its case, as Windows itself does. */
  async findByName(name: string): Promise<UserRecord | null> {
    return this.#withReps(
      await this.#q
        .select()
        .from(appUser)
        .where(sql`${appUser.userWindows} collate French_CI_AS = ${name}`),
    );
  }

  async list(): Promise<UserRecord[]> {
    const rows = await this.#q.select().from(appUser).orderBy(appUser.userWindows);
    const reps = await this.#q.select().from(appUserRep);
    return rows.map((row) => ({
      ...row,
      cReps: reps
        .filter(({ userId }) => userId === row.id)
        .map(({ cRep }) => cRep)
        .sort(),
    }));
  }

  /** True when nobody can sign in yet: the base is new. */
  async isEmpty(): Promise<boolean> {
    return (await this.#q.select({ id: appUser.id }).top(1).from(appUser)).length === 0;
  }

  /** Inserts a user and his rep codes; must be called inside a transaction. Answers his id. */
  async insert({ cReps, ...row }: NewUser): Promise<number> {
    const [inserted] = await this.#q.insert(appUser).output({ id: appUser.id }).values(row);
    if (!inserted) throw new Error('The insert of a user answered no id.');
    if (cReps.length > 0) {
      await this.#q.insert(appUserRep).values(cReps.map((cRep) => ({ userId: inserted.id, cRep })));
    }
    return inserted.id;
  }

  /** Replaces what stands in the table, rep codes included; must be called inside a transaction. */
  async update(id: number, { cReps, ...row }: UserChanges): Promise<void> {
    await this.#q.update(appUser).set(row).where(eq(appUser.id, id));
    await this.#q.delete(appUserRep).where(eq(appUserRep.userId, id));
    if (cReps.length > 0)
      await this.#q.insert(appUserRep).values(cReps.map((cRep) => ({ userId: id, cRep })));
  }

  /**
   * Ids of the active administrators who can sign in for sure: they have chosen their password. One who waits for a link
   * by mail may never get it. They stay locked to the end of the transaction: of two requests that each take away one of
   * the last two, the second sees what the first has done.
   */
  async lockActiveAdmins(): Promise<number[]> {
    const isActiveAdmin = and(
      eq(appUser.role, 'admin'),
      eq(appUser.isActive, true),
      eq(appUser.mustChangePassword, false),
    );
    const rows = await this.#q
      .update(appUser)
      .set({ role: 'admin' })
      .output({ inserted: { id: appUser.id } })
      .where(isActiveAdmin);
    return rows.map(({ inserted }) => inserted.id);
  }

  async setPassword(id: number, passwordHash: string, mustChangePassword: boolean, now: Date): Promise<void> {
    await this.#q
      .update(appUser)
      .set({ passwordHash, mustChangePassword, updatedAt: now })
      .where(eq(appUser.id, id));
  }

  async setActive(id: number, isActive: boolean, now: Date): Promise<void> {
    await this.#q.update(appUser).set({ isActive, updatedAt: now }).where(eq(appUser.id, id));
  }

  async #withReps(rows: AppUserRow[]): Promise<UserRecord | null> {
    const [row] = rows;
    if (!row) return null;
    const reps = await this.#q
      .select({ cRep: appUserRep.cRep })
      .from(appUserRep)
      .where(eq(appUserRep.userId, row.id));
    return { ...row, cReps: reps.map(({ cRep }) => cRep).sort() };
  }
}

export function appUserRepository(q: Queryable): AppUserRepository {
  return new AppUserRepository(q);
}
