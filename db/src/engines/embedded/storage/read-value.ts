import type { SqlType } from '../tsql/syntax.ts';

/** Turns what SQLite gives into what the `mssql` driver would give; undefined where nothing changes. */
export type ReadRule = ((value: unknown) => unknown) | undefined;

/**
 * The rule for a column of this type: `char` padded with blanks, dates as Date, bits as booleans, and `bigint` as
 * text, which is how the driver keeps numbers beyond 2^53 whole.
 */
export function readRule(type: SqlType | undefined): ReadRule {
  switch (type?.name) {
    case 'char':
    case 'nchar': {
      const { length } = type;
      return typeof length === 'number'
        ? (value) => (typeof value === 'string' ? value.padEnd(length) : value)
        : undefined;
    }
    case 'date':
    case 'datetime':
    case 'datetime2':
      return (value) => (value === null ? null : new Date(Number(value)));
    case 'bit':
      return (value) => (value === null ? null : Number(value) !== 0);
    case 'bigint':
      return (value) => (typeof value === 'bigint' || typeof value === 'number' ? String(value) : value);
    case 'varbinary':
      return (value) => (value instanceof Uint8Array ? Buffer.from(value) : value);
    default:
      return undefined;
  }
}

/** For statements read with BigInts, because one column needs them: the other whole numbers become numbers again. */
export function withPlainNumbers(rule: ReadRule): NonNullable<ReadRule> {
  if (rule) return rule;
  return (value) => {
    if (typeof value !== 'bigint') return value;
    return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER
      ? Number(value)
      : String(value);
  };
}
