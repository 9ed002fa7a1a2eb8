import { appUserRepository, type Database, type Queryable, type UserRecord } from '@tournee/db';
import type { UserImportReport } from '@tournee/graphql';
import { assertAdmin, type Viewer } from '../../context.ts';
import { GraphQLError } from 'graphql';
import type { UserAdminService } from './user-admin.service.ts';
import { type ReadUser, readUserCsv, writeUserCsv } from './user-csv.ts';

export interface UserImportDependencies {
  readonly database: Database;
  readonly users: UserAdminService;
  readonly publicUrl: () => Promise<string>;
  readonly onChange: (change: { hasNewScope: boolean; hasMail: boolean }) => void;
}

interface Outcome {
  readonly kind: 'added' | 'updated' | 'unchanged';
  readonly hasNewScope: boolean;
}

/** The « table de correspondance » as a file, in and out. */
export class UserImportService {
  readonly #dependencies: UserImportDependencies;

  constructor(dependencies: UserImportDependencies) {
    this.#dependencies = dependencies;
  }

  /** @throws FORBIDDEN */
  async export(viewer: Viewer): Promise<string> {
    assertAdmin(viewer);
    return writeUserCsv(await appUserRepository(this.#dependencies.database.db).list());
  }

  /** Takes the lines that make sense, each in a transaction of its own, and reports the others. @throws FORBIDDEN */
  async import(viewer: Viewer, csv: string, isDryRun: boolean): Promise<UserImportReport> {
    assertAdmin(viewer);
    const { users, faults } = await readUserCsv(csv);
    const report = { added: 0, updated: 0, unchanged: 0, faults, isDryRun };
    let hasNewScope = false;
    const publicUrl = await this.#dependencies.publicUrl();
    const takeAll = async (take: (user: ReadUser) => Promise<Outcome>): Promise<void> => {
      for (const user of users) {
        try {
          const outcome = await take(user);
          report[outcome.kind] += 1;
          hasNewScope ||= outcome.hasNewScope;
        } catch (error) {
          if (!(error instanceof GraphQLError)) throw error;
          faults.push({ line: user.line, column: null, message: error.message });
        }
      }
    };
    if (isDryRun)
      await this.#undone((tx) => takeAll((user) => this.#write(tx, user, { lockedHash: '', publicUrl })));
    else await takeAll((user) => this.#take(user, publicUrl));
    if (!isDryRun) this.#dependencies.onChange({ hasNewScope, hasMail: report.added > 0 });
    return report;
  }

  /** Does the work and takes it back: what a dry run tells is what the real run would do, line after line. */
  async #undone(work: (tx: Queryable) => Promise<void>): Promise<void> {
    const done = new Error('taken back');
    const undoing = this.#dependencies.database.transaction(
      async (tx) => {
        await work(tx);
        throw done;
      },
      { attempts: 1 },
    );
    await undoing.catch((error: unknown) => {
      if (error !== done) throw error;
    });
  }

  async #take({ line, fields }: ReadUser, publicUrl: string): Promise<Outcome> {
    const { database, users } = this.#dependencies;
    const isNew = (await findByName(database.db, fields.userWindows)) === null;
    const lockedHash = isNew ? await users.lockedHash() : '';
    return database.transaction((tx) => this.#write(tx, { line, fields }, { lockedHash, publicUrl }));
  }

  async #write(
    tx: Queryable,
    { fields }: ReadUser,
    needs: { lockedHash: string; publicUrl: string },
  ): Promise<Outcome> {
    const { users } = this.#dependencies;
    const known = await findByName(tx, fields.userWindows);
    if (known === null) {
      const { hasNewScope } = await users.insert(tx, fields, needs);
      return { kind: 'added', hasNewScope };
    }
    const { isChanged, hasNewScope } = await users.change(tx, known, fields);
    return { kind: isChanged ? 'updated' : 'unchanged', hasNewScope };
  }
}

function findByName(q: Queryable, userWindows: string): Promise<UserRecord | null> {
  return appUserRepository(q).findByName(userWindows);
}
