import { assertBaseEmpty, readBaseContents } from './base-contents.ts';
import { createWinpneuTables } from './migrate.ts';
import { client } from './schema/client.table.ts';
import { openTestDatabase, type TestDatabase } from './testing/test-database.ts';

describe('what stands in a base', () => {
  let test: TestDatabase;
  beforeAll(async () => (test = await openTestDatabase({ hasTables: false })));
  afterAll(() => test.remove());

  it('is counted where tables are, and where they are not, and any row makes it somebody’s', async () => {
    const { db } = test.database;
    const none = ['dbo.client', 'dbo.client_relation', 'dbo.client_ca', 'dbo.liste', 'crm.app_user'];
    expect(await readBaseContents(db)).toEqual(none.map((table) => ({ table, rows: 0 })));
    await createWinpneuTables(test.database);
    await expect(assertBaseEmpty(db)).resolves.toBeUndefined();
    await db.insert(client).values({ cClient: 'C0001', nomClient: 'Pneus du Lac' });
    expect(await readBaseContents(db)).toContainEqual({ table: 'dbo.client', rows: 1 });
    await expect(assertBaseEmpty(db)).rejects.toThrow('dbo.client 1');
  });
});
