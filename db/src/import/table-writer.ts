import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { chunks } from '../batches.ts';
import type { Queryable } from '../engines/database.ts';
import { visit } from '../schema/visit.table.ts';
import type { CellValue } from './cell.ts';
import type { ExtractRow } from './extract-file.ts';
import { keyOf, type TableLayout } from './extract-layout.ts';

// SQL Server takes 2,100 parameters in a statement and 1,000 rows in a VALUES list.
const PARAMETERS = 2000;
const ROWS_PER_INSERT = 1000;

export interface WrittenRows {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows left alone: this CRM wrote them, and the file says something else. */
  readonly kept: readonly ExtractRow[];
}

/**
 * Brings rows of a file into their table: new keys are inserted, rows that differ are updated, the others are left
 * alone, so that loading a file again writes nothing.
 */
export async function writeRows(
  tx: Queryable,
  layout: TableLayout,
  rows: readonly ExtractRow[],
): Promise<WrittenRows> {
  const standing = await findStanding(tx, layout, rows);
  const fresh = rows.filter((row) => !standing.has(row.key));
  const changed = rows.filter((row) => {
    const known = standing.get(row.key);
    return known !== undefined && differs(row.values, known);
  });
  const ours = layout.hasIdentity ? await writtenByCrm(tx, changed) : new Set<CellValue>();
  const kept = changed.filter((row) => ours.has(row.values['numRelation'] ?? null));
  const updates = changed.filter((row) => !kept.includes(row));
  await insertRows(tx, layout, fresh);
  for (const row of updates) await updateRow(tx, layout, row);
  const unchanged = rows.length - fresh.length - changed.length;
  return { inserted: fresh.length, updated: updates.length, unchanged, kept };
}

type Values = Readonly<Record<string, unknown>>;

async function findStanding(
  tx: Queryable,
  layout: TableLayout,
  rows: readonly ExtractRow[],
): Promise<Map<string, Values>> {
  const standing = new Map<string, Values>();
  const perQuery = Math.floor(PARAMETERS / layout.key.length);
  for (const some of chunks(rows, perQuery)) {
    // Each part of the key by itself: it may find more rows than asked for, which does no harm.
    const conditions = layout.key.map((property) =>
      inArray(columnOf(layout, property), [...new Set(some.map((row) => row.values[property]))]),
    );
    const found: Values[] = await tx
      .select()
      .from(layout.table)
      .where(and(...conditions));
    for (const values of found) standing.set(keyOf(layout, values), values);
  }
  return standing;
}

function differs(wanted: Values, known: Values): boolean {
  return Object.entries(wanted).some(([property, value]) => plain(value) !== plain(known[property]));
}

/** Blanks at the end are padding in winpneu: they make no difference. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  return typeof value === 'string' ? value.trimEnd() : value;
}

/** Relations that were noted in this CRM: what a rep typed is not overwritten by an extract that has the same number. */
async function writtenByCrm(tx: Queryable, rows: readonly ExtractRow[]): Promise<Set<CellValue>> {
  const numbers = rows.map((row) => Number(row.values['numRelation']));
  const found = new Set<CellValue>();
  for (const some of chunks(numbers, PARAMETERS)) {
    const visits = await tx
      .select({ num: visit.numRelation })
      .from(visit)
      .where(inArray(visit.numRelation, some));
    for (const { num } of visits) found.add(num);
  }
  return found;
}

async function insertRows(tx: Queryable, layout: TableLayout, rows: readonly ExtractRow[]): Promise<void> {
  const properties = Object.keys(rows[0]?.values ?? {});
  const perStatement = Math.min(ROWS_PER_INSERT, Math.floor(PARAMETERS / Math.max(1, properties.length)));
  for (const some of chunks(rows, perStatement)) {
    await tx.execute(insertStatement(layout, properties, some));
  }
}

/** Drizzle's own insert leaves identity columns out; an extract brings their values along. */
function insertStatement(
  layout: TableLayout,
  properties: readonly string[],
  rows: readonly ExtractRow[],
): SQL {
  const names = properties.map((property) => sql.identifier(columnOf(layout, property).name));
  const tuples = rows.map(({ values }) => {
    const cells = properties.map((property) =>
      sql.param(values[property] ?? null, columnOf(layout, property)),
    );
    return sql`(${sql.join(cells, sql`, `)})`;
  });
  const insert = sql`insert into ${layout.table} (${sql.join(names, sql`, `)}) values ${sql.join(tuples, sql`, `)}`;
  if (!layout.hasIdentity) return insert;
  return sql`set identity_insert ${layout.table} on; ${insert}; set identity_insert ${layout.table} off`;
}

async function updateRow(tx: Queryable, layout: TableLayout, row: ExtractRow): Promise<void> {
  const isKey = (property: string): boolean => layout.key.includes(property);
  const changes = Object.fromEntries(Object.entries(row.values).filter(([property]) => !isKey(property)));
  const conditions = layout.key.map((property) => eq(columnOf(layout, property), row.values[property]));
  await tx
    .update(layout.table)
    .set(changes)
    .where(and(...conditions));
}

function columnOf(layout: TableLayout, property: string): TableLayout['tableColumns'][string] {
  const column = layout.tableColumns[property];
  if (column === undefined) throw new Error(`${layout.file} has no column for ${property}`);
  return column;
}
