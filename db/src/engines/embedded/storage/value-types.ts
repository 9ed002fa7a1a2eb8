import type { SqlType } from '../tsql/syntax.ts';

/** What a value is stored as in SQLite. */
export type StoredValue = null | number | bigint | string | NodeJS.ArrayBufferView;

/** Turns a value given by the program into the one that SQLite is bound. */
export type ValueRule = (value: unknown) => StoredValue;

const TEXT = new Set(['char', 'nchar', 'varchar', 'nvarchar']);
const DATES = new Set(['date', 'datetime', 'datetime2']);
const INTEGERS = new Set(['tinyint', 'smallint', 'int', 'bigint']);

export function isText(type: SqlType | undefined): boolean {
  return type !== undefined && TEXT.has(type.name);
}

export function isDate(type: SqlType | undefined): boolean {
  return type !== undefined && DATES.has(type.name);
}

export function isInteger(type: SqlType | undefined): boolean {
  return type !== undefined && INTEGERS.has(type.name);
}

/** SQLite's declared type: it decides the affinity, nothing else. Dates are milliseconds since 1970, UTC. */
export function sqliteType(type: SqlType): string {
  if (isText(type)) return 'TEXT';
  if (type.name === 'varbinary') return 'BLOB';
  if (type.name === 'float' || type.name === 'real') return 'REAL';
  if (type.name === 'decimal') return 'NUMERIC';
  return 'INTEGER';
}
