import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'drizzle-kit';

const SCHEMA_FOLDER = './src/schema';

/**
 * The files that define the hub's own tables. winpneu's (`dbo.table(…)`) are left out by name: drizzle-kit's
 * `schemaFilter` does not keep them out of a generated migration, and writes them without their schema besides.
 */
function ownTables(): string[] {
  return readdirSync(SCHEMA_FOLDER)
    .filter((file) => file.endsWith('.table.ts'))
    .map((file) => `${SCHEMA_FOLDER}/${file}`)
    .filter((file) => !readFileSync(file, 'utf8').includes('dbo.table('));
}

/** drizzle-kit writes the migrations of the schema `crm` only; `dbo` belongs to the ERP. */
export default defineConfig({
  dialect: 'mssql',
  schema: ownTables(),
  out: './migrations',
});
