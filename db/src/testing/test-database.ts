import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../engines/database.ts';
import { openDatabase } from '../engines/open-database.ts';
import { createWinpneuTables, migrate } from '../migrate.ts';
import { testServerUrl } from './environment.ts';
import { createServerDatabase } from './server-database.ts';

export interface TestDatabase {
  readonly database: Database;
  /** Its address, for a second connection or another process. */
  readonly url: string;
  /** Closes it and takes everything away. */
  readonly remove: () => Promise<void>;
}

export interface TestDatabaseOptions {
  /** False: an empty database, without winpneu's tables and before any migration. */
  readonly hasTables?: boolean;
}

/**
 * A database for one test file, empty but for the tables: a file of its own under the temporary folder, or, when
 * DATABASE_URL names a SQL Server, a new database there, whose login must be allowed to create one.
 */
export async function openTestDatabase({
  hasTables = true,
}: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const test = await openEmpty();
  if (hasTables) {
    await createWinpneuTables(test.database);
    await migrate(test.database);
  }
  return test;
}

async function openEmpty(): Promise<TestDatabase> {
  const serverUrl = testServerUrl();
  if (serverUrl !== undefined) {
    const server = await createServerDatabase(serverUrl);
    const database = await openDatabase(server.url);
    const remove = async (): Promise<void> => {
      await database.close();
      await server.drop();
    };
    return { database, url: server.url, remove };
  }
  const folder = await mkdtemp(join(tmpdir(), 'tournee-test-'));
  // A power cut in the middle of a test is nobody's concern: without waiting for the disk, tests are faster.
  const url = `sqlite:${join(folder, 'test.sqlite')}?synchronous=normal`;
  const database = await openDatabase(url);
  const remove = async (): Promise<void> => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { database, url, remove };
}
