import { count, sql } from 'drizzle-orm';
import type { MsSqlTable } from 'drizzle-orm/mssql-core';
import type { Queryable } from './engines/database.ts';
import { BaseProblem } from './engines/engine-errors.ts';
import { engineMessages } from './engines/engine.messages.ts';
import { appUser } from './schema/app-user.table.ts';
import { client } from './schema/client.table.ts';
import { clientCa } from './schema/client-ca.table.ts';
import { clientRelation } from './schema/client-relation.table.ts';
import { liste } from './schema/liste.table.ts';

/** The base holds somebody's data: it is not to be filled with anything else. */
export class BaseNotEmpty extends BaseProblem {
  override readonly name = 'BaseNotEmpty';
  readonly code = 'BASE_NOT_EMPTY';
}

/** Rows of a table; 0 as well where the table is not there. */
export interface TableContents {
  readonly table: string;
  readonly rows: number;
}

const TABLES: readonly (readonly [string, MsSqlTable])[] = [
  ['dbo.client', client],
  ['dbo.client_relation', clientRelation],
  ['dbo.client_ca', clientCa],
  ['dbo.liste', liste],
  ['crm.app_user', appUser],
];

/** How much stands in each table that an extract, or the demo, would write to. Reads only, whatever the base is. */
export async function readBaseContents(q: Queryable): Promise<TableContents[]> {
  const contents: TableContents[] = [];
  for (const [name, table] of TABLES) {
    const { recordset } = await q.execute<{ id: number | null }>(sql`select object_id(${name}) as [id]`);
    const [counted] = recordset[0]?.id == null ? [] : await q.select({ rows: count() }).from(table);
    contents.push({ table: name, rows: counted?.rows ?? 0 });
  }
  return contents;
}

/** @throws {BaseNotEmpty} when any of these tables holds a row */
export async function assertBaseEmpty(q: Queryable): Promise<void> {
  const contents = await readBaseContents(q);
  if (contents.some(({ rows }) => rows > 0)) throw new BaseNotEmpty(engineMessages.notEmpty(contents));
}
