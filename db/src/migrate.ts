import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { eq, sql } from 'drizzle-orm';
import { datetime2, nvarchar, varchar } from 'drizzle-orm/mssql-core';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Database, Queryable } from './engines/database.ts';
import { BaseProblem } from './engines/engine-errors.ts';
import { engineMessages } from './engines/engine.messages.ts';
import { crm } from './schema/schemas.ts';
import { syncClock } from './schema/sync.table.ts';

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));
const WINPNEU_TABLES = new URL('../winpneu/tables.sql', import.meta.url);

/** The migrations that have been run: kept outside of `schema/`, because it must be there before the first of them. */
const migration = crm.table('migration', {
  name: nvarchar('name', { length: 200 }).primaryKey(),
  hash: varchar('hash', { length: 64 }).notNull(),
  appliedAt: datetime2('applied_at', { precision: 3 }).notNull(),
});

/** A migration that was run here is no longer what it was: the schema is not what the code believes. */
export class ChangedMigration extends BaseProblem {
  override readonly name = 'ChangedMigration';
  readonly code = 'CHANGED_MIGRATION';
}

/** A migration was run here that this code does not know: a newer hub has used the base, and an older one would spoil it. */
export class NewerBase extends BaseProblem {
  override readonly name = 'NewerBase';
  readonly code = 'NEWER_BASE';
}

/**
 * Brings the hub's own schema up to date: runs the files of `migrations/` that this database has not run, all in one
 * transaction. Any number of hubs may call it at once: the others wait, and find nothing left to do.
 * Answers with the names of the migrations that were run.
 * @throws {NewerBase} or {ChangedMigration}, and writes nothing, when the base is not what this code can be run on
 */
export async function migrate(database: Database): Promise<string[]> {
  const files = readMigrationFiles({ migrationsFolder: MIGRATIONS });
  return database.changeSchema(async (tx) => {
    await prepareSchema(tx);
    const known = new Map((await tx.select().from(migration)).map((row) => [row.name, row.hash]));
    refuseUnknown(known.keys(), new Set(files.map(({ name }) => name)));
    const applied: string[] = [];
    for (const { name, hash, sql: statements } of files) {
      const knownHash = known.get(name);
      if (knownHash !== undefined && knownHash !== hash) {
        throw new ChangedMigration(engineMessages.changedMigration(name));
      }
      if (knownHash !== undefined) continue;
      for (const statement of statements) await tx.execute(sql.raw(statement));
      await tx.insert(migration).values({ name, hash, appliedAt: new Date() });
      applied.push(name);
    }
    await seedClock(tx);
    return applied;
  });
}

function refuseUnknown(applied: Iterable<string>, known: ReadonlySet<string>): void {
  const unknown = [...applied].filter((name) => !known.has(name)).sort();
  if (unknown[0] !== undefined) throw new NewerBase(engineMessages.newerBase(unknown[0]));
}

async function prepareSchema(tx: Queryable): Promise<void> {
  if (!(await exists(tx, sql`schema_id(N'crm')`))) await tx.execute(sql`create schema [crm]`);
  if (await exists(tx, sql`object_id(N'crm.migration')`)) return;
  await tx.execute(
    sql`create table [crm].[migration] ([name] nvarchar(200) not null, [hash] varchar(64) not null, [applied_at] datetime2(3) not null, constraint [migration_pk] primary key ([name]))`,
  );
}

/** The one row of the feed's clock, whose lock makes number order = commit order. */
async function seedClock(tx: Queryable): Promise<void> {
  const [clock] = await tx.select().from(syncClock).where(eq(syncClock.id, 1));
  if (clock === undefined) await tx.insert(syncClock).values({ id: 1, seq: 0 });
}

async function exists(tx: Queryable, object: ReturnType<typeof sql>): Promise<boolean> {
  const { recordset } = await tx.execute<{ id: number | null }>(sql`select ${object} as [id]`);
  return recordset[0]?.id != null;
}

/**
 * Makes winpneu's tables where the ERP is not there to have made them: in the embedded engine, and in tests on SQL
 * Server. Does nothing when they are there.
 */
export async function createWinpneuTables(database: Database): Promise<void> {
  await database.changeSchema(async (tx) => {
    if (await exists(tx, sql`object_id(N'dbo.client')`)) return;
    await tx.execute(sql.raw(readFileSync(WINPNEU_TABLES, 'utf8')));
  });
}
