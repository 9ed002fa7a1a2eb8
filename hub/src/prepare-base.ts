import { existsSync } from 'node:fs';
import {
  appUserRepository,
  createWinpneuTables,
  type Database,
  DiskFull,
  isDiskFull,
  migrate,
  openDatabase,
  parseDatabaseUrl,
} from '@tournee/db';
import type { Clock } from './clock.ts';
import { composeBaseRefresh } from './compose-base-refresh.ts';
import type { Log } from './logger.ts';
import { hashPassword } from './modules/session/password.ts';
import { makeNewBase } from './new-base.ts';
import { startupMessages } from './startup.messages.ts';

/** A base too large to be read in this time must not keep the hub from its devices: the daily check takes longer. */
const PAGE_CHECK_MS = 5000;

export interface PrepareOptions {
  readonly databaseUrl: string;
  readonly log: Log;
  readonly clock: Clock;
  /** Fill the base with demo data, if this start makes it. */
  readonly hasDemo: boolean;
}

export interface PreparedBase {
  readonly database: Database;
  readonly hasUsers: boolean;
}

/**
 * Opens the database, brings it up to date, and makes the offline base where there is none. Demo data goes only into an
 * embedded base that this very start makes: what is there already, and any SQL Server, is somebody's.
 * @throws {StartupProblem} and the database's own errors, each with one sentence for the operator
 */
export async function openPreparedBase(options: PrepareOptions): Promise<PreparedBase> {
  const { databaseUrl, log } = options;
  const address = parseDatabaseUrl(databaseUrl);
  try {
    if (address.engine === 'embedded' && !existsSync(address.file)) {
      await makeNewBase(address.file, (database) => fill(database, options));
    }
    const database = await openDatabase(databaseUrl);
    try {
      await assertSound(database, log);
      return await prepare(database, options);
    } catch (error) {
      await database.close();
      throw error;
    }
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    log.error({ err: error }, 'the disk is full');
    throw new DiskFull(startupMessages.diskFull, { cause: error });
  }
}

/** Before anything is written to it: what is damaged only gets worse. */
async function assertSound(database: Database, log: Log): Promise<void> {
  const pages = await database.checkPages(PAGE_CHECK_MS);
  if (pages.state === 'damaged') throw pages.problem;
  if (pages.state === 'unfinished') {
    log.warn(
      { err: pages.cause },
      'the pages of the base were not all read: the daily check takes longer for it',
    );
  }
}

async function fill(database: Database, { hasDemo, log, clock }: PrepareOptions): Promise<void> {
  if (hasDemo) {
    log.info('making the demo base');
    const { createDemoBase } = await import('@tournee/db/demo');
    await createDemoBase(database, { hashPassword, now: clock.now() });
  }
  await makeOfflineBase(database, { log, clock });
}

async function prepare(database: Database, { log, clock }: PrepareOptions): Promise<PreparedBase> {
  // winpneu has its tables; the embedded engine stands in for it where there is no winpneu.
  if (database.engine === 'embedded') await createWinpneuTables(database);
  const migrations = await migrate(database);
  if (migrations.length > 0) log.info({ migrations }, 'database brought up to date');
  await makeOfflineBase(database, { log, clock });
  const hasUsers = !(await appUserRepository(database.db).isEmpty());
  if (!hasUsers) log.warn('nobody can sign in yet: add a first user with « npm run user »');
  return { database, hasUsers };
}

async function makeOfflineBase(
  database: Database,
  { log, clock }: Pick<PrepareOptions, 'log' | 'clock'>,
): Promise<void> {
  const baseRefresh = composeBaseRefresh({ database, clock, log });
  if (await baseRefresh.hasBase()) return;
  log.info('making the offline base');
  await baseRefresh.run();
}
