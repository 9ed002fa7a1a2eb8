import { readdir, readFile } from 'node:fs/promises';
import { is, sql } from 'drizzle-orm';
import { getTableConfig, MsSqlTable } from 'drizzle-orm/mssql-core';
import * as entry from './index.ts';
import { createWinpneuTables, migrate } from './migrate.ts';
import { openTestDatabase, type TestDatabase } from './testing/test-database.ts';

const MIGRATIONS = new URL('../migrations/', import.meta.url);

describe('migrate', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  }, 60_000);
  afterAll(() => test.remove());

  const exported: unknown[] = Object.values(entry);
  const tables = exported.filter((value) => is(value, MsSqlTable));

  it('knows tables of both schemas', () => {
    const schemas = new Set(tables.map((table) => getTableConfig(table).schema));
    expect(schemas).toEqual(new Set(['crm', 'dbo']));
  });

  it.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
    'makes %s with the columns of its table',
    async (_, table) => {
      await expect(test.database.db.select().from(table)).resolves.toBeInstanceOf(Array);
    },
  );

  it('finds nothing left to do the second time, and seeds the clock once', async () => {
    await createWinpneuTables(test.database);
    await expect(migrate(test.database)).resolves.toEqual([]);
    await expect(test.database.db.select().from(entry.syncClock)).resolves.toEqual([{ id: 1, seq: 0 }]);
  });

  it('never touches the schema of the ERP', async () => {
    const names = (await readdir(MIGRATIONS, { withFileTypes: true })).filter((file) => file.isDirectory());
    expect(names.length).toBeGreaterThan(0);
    for (const { name } of names) {
      const text = await readFile(new URL(`${name}/migration.sql`, MIGRATIONS), 'utf8');
      const unqualified = text.match(/(?:TABLE|ON|REFERENCES) \[(?!crm\])[^\]]*\]/gi) ?? [];
      expect([name, unqualified]).toEqual([name, []]);
    }
  });

  it('refuses a base that a newer version has used, and changes nothing', async () => {
    const { db } = test.database;
    await db.execute(
      sql`insert into [crm].[migration] ([name], [hash], [applied_at]) values (${'99991231_of_tomorrow'}, ${'x'}, ${new Date()})`,
    );
    const refused = migrate(test.database);
    await expect(refused).rejects.toMatchObject({ code: 'NEWER_BASE' });
    await expect(refused).rejects.toThrow('99991231_of_tomorrow');
    await db.execute(sql`delete from [crm].[migration] where [name] = ${'99991231_of_tomorrow'}`);
    await expect(migrate(test.database)).resolves.toEqual([]);
  });

  it('refuses to go on when a migration is no longer what was run', async () => {
    const { db } = test.database;
    const { recordset } = await db.execute<{ hash: string }>(
      sql`select top(1) [hash] from [crm].[migration] order by [name]`,
    );
    await db.execute(
      sql`update [crm].[migration] set [hash] = ${'other'} where [hash] = ${recordset[0]?.hash}`,
    );
    await expect(migrate(test.database)).rejects.toMatchObject({ code: 'CHANGED_MIGRATION' });
    await db.execute(
      sql`update [crm].[migration] set [hash] = ${recordset[0]?.hash} where [hash] = ${'other'}`,
    );
  });
});
