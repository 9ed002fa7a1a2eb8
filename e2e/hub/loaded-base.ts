import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWinpneuTables, type Database, importExtract, migrate, openDatabase } from '@tournee/db';
import { type ExtractSize, generateExtract } from '@tournee/db/demo';
import { parisDay } from '@tournee/graphql';
import { hashPassword } from '@tournee/hub';

/** Password every imported user starts with; they have to change it unless the base says otherwise. */
export const FIRST_PASSWORD = 'recu-par-courrier-1';

const SMALL: ExtractSize = { clients: 600, relations: 6000, reps: 3 };

export interface BaseOptions {
  size?: ExtractSize;
  mustChangePassword?: boolean;
  /** Where to make the folder; by default where the system keeps what is temporary. */
  parent?: string;
}

/**
 * A data folder with an embedded base that was loaded from an extract, as on the first day at the customer's.
 * The hub publishes the offline base when it starts.
 */
export async function loadedBase({
  size = SMALL,
  mustChangePassword = true,
  parent = tmpdir(),
}: BaseOptions = {}): Promise<string> {
  const dataFolder = await mkdtemp(join(parent, 'tournee-e2e-'));
  const extract = join(dataFolder, 'extract');
  const now = new Date();
  await generateExtract(extract, { ...size, seed: 7, today: parisDay(now) });
  await withDatabase(dataFolder, async (database) => {
    await createWinpneuTables(database);
    await migrate(database);
    await importExtract(database, extract, {
      now,
      hashPassword,
      password: FIRST_PASSWORD,
      mustChangePassword,
    });
  });
  await rm(extract, { recursive: true });
  return dataFolder;
}

/** Opens the hub's base beside the running hub, for a test to look into. */
export async function withDatabase<T>(
  dataFolder: string,
  use: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(`sqlite:${join(dataFolder, 'hub.sqlite')}`);
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}
