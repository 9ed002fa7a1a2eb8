import { isDate, isInteger, isText } from '../storage/value-types.ts';
import type { SqlType } from '../tsql/syntax.ts';
import { UnsupportedSql } from '../tsql/unsupported-sql.ts';

/** `cast(value as type)`, where the two types and SQL Server's way between them are known. */
export function writeCast(sql: string, from: SqlType | undefined, to: SqlType): string {
  if (isText(to)) return castToText(sql, from, to);
  if (isDate(to)) return castToDate(sql, from, to);
  if (isInteger(to)) {
    if (isDate(from)) throw new UnsupportedSql('cast of a date to a number');
    return isText(from) ? `tsql_to_int(${sql})` : `cast(${sql} as integer)`;
  }
  if (isDate(from)) throw new UnsupportedSql(`cast of a date to ${to.name}`);
  switch (to.name) {
    case 'decimal':
      return `round(cast(${sql} as real), ${String(to.scale ?? 0)})`;
    case 'float':
    case 'real':
      return `cast(${sql} as real)`;
    case 'bit':
      return `(${sql} <> 0)`;
    default:
      throw new UnsupportedSql(`cast to ${to.name}`);
  }
}

function castToText(sql: string, from: SqlType | undefined, to: SqlType): string {
  const text = textOf(sql, from);
  return to.length === 'max' || to.length === undefined ? text : `substr(${text}, 1, ${String(to.length)})`;
}

function textOf(sql: string, from: SqlType | undefined): string {
  if (from?.name === 'decimal') return `printf('%.${String(from.scale ?? 0)}f', ${sql})`;
  if (from?.name === 'date') return `tsql_iso_date(${sql})`;
  if (isDate(from)) throw new UnsupportedSql('cast of a date and hour to a text (format it in the program)');
  if (from?.name === 'float' || from?.name === 'real') throw new UnsupportedSql('cast of a float to a text');
  return `cast(${sql} as text)`;
}

function castToDate(sql: string, from: SqlType | undefined, to: SqlType): string {
  if (from !== undefined && !isDate(from) && !isText(from))
    throw new UnsupportedSql(`cast of ${from.name} to ${to.name}`);
  return `tsql_${to.name}(${sql})`;
}
