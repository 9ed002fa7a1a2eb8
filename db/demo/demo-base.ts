import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertBaseEmpty, type Database, importExtract, type ImportReport } from '@tournee/db';
import { parisDay } from '@tournee/graphql';
import { type ExtractSize, generateExtract } from './generate-extract.ts';

/** Password of all demo users; they need not change it. */
export const DEMO_PASSWORD = 'tournee-demo';

/** One demo user of each role, to be shown at start. */
export const DEMO_USERS = [
  { userWindows: 'igarnier', role: 'commercial' },
  { userWindows: 'direction', role: 'admin' },
  { userWindows: 'compta', role: 'comptable' },
] as const;

const DEMO_SEED = 20;
/** A rep has 200 clients and 2,000 relations. */
const DEMO_SIZE: ExtractSize = { clients: 1200, relations: 12_000, reps: 6 };

export interface DemoOptions {
  readonly hashPassword: (plain: string) => Promise<string>;
  readonly now: Date;
  readonly size?: Partial<ExtractSize>;
}

/**
 * Fills an empty base with demo data whose dates are relative to `now`. Nothing is published: run the base refresh.
 * @param database migrated, with winpneu's tables
 * @throws {BaseNotEmpty} and writes nothing where there is a client, a relation or a user
 */
export async function createDemoBase(database: Database, options: DemoOptions): Promise<ImportReport> {
  const { hashPassword, now } = options;
  await assertBaseEmpty(database.db);
  const folder = await mkdtemp(join(tmpdir(), 'tournee-demo-'));
  try {
    await generateExtract(folder, { ...DEMO_SIZE, ...options.size, seed: DEMO_SEED, today: parisDay(now) });
    return await importExtract(database, folder, {
      now,
      hashPassword,
      password: DEMO_PASSWORD,
      mustChangePassword: false,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
