import { asc, type Column, count, desc, or, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';

/** Which rows of a sorted list: `limit` of them after the first `offset`. */
export interface PageRequest {
  readonly offset: number;
  readonly limit: number;
}

export interface SortRequest<Key extends string> {
  readonly key: Key;
  readonly direction: 'asc' | 'desc';
}

export interface Page<Row> {
  readonly rows: Row[];
  /** How many there are on all pages. */
  readonly total: number;
}

/** Orders by the wanted column, then by the key: rows that are equal keep their place from page to page. */
export function orderOf<Key extends string>(
  columns: Readonly<Record<Key, Column>>,
  sort: SortRequest<Key>,
  key: Column,
): SQL[] {
  const order = sort.direction === 'asc' ? asc : desc;
  return columns[sort.key] === key ? [order(key)] : [order(columns[sort.key]), order(key)];
}

/** True where one of the columns holds the text, whatever its case. What SQL takes for a wildcard is taken as it stands. */
export function containsText(columns: readonly Column[], text: string | null | undefined): SQL | undefined {
  const wanted = text?.trim() ?? '';
  if (wanted === '') return undefined;
  const pattern = `%${wanted.replace(/[\\%_[\]]/g, String.raw`\$&`)}%`;
  return or(...columns.map((column) => sql`${column} like ${pattern} escape '\\'`));
}

/** How many rows of a table fit a condition. */
export async function countRows(
  q: Queryable,
  table: Parameters<ReturnType<Queryable['select']>['from']>[0],
  condition: SQL | undefined,
): Promise<number> {
  const [row] = await q.select({ total: count() }).from(table).where(condition);
  return row?.total ?? 0;
}
