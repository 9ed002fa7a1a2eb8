import type { DatabaseSync } from 'node:sqlite';
import { sqlError, sqlErrorNumbers } from '../../engine-errors.ts';
import { keyWithAccents, keyWithoutAccents } from './collation.ts';
import { DAY, parseDateText, roundToType } from './date-values.ts';
import { isLike } from './like-pattern.ts';
import type { SqlType } from '../tsql/syntax.ts';
import { storeRule } from './store-value.ts';
import { isDate } from './value-types.ts';

type Value = null | number | bigint | string | Uint8Array;

/** Registers the functions that translated statements call: what T-SQL has and SQLite has not. */
export function registerFunctions(database: DatabaseSync): void {
  const define = (name: string, body: (...args: Value[]) => Value): void => {
    database.function(name, { deterministic: true, varargs: true }, body);
  };
  const ofText = (name: string, body: (text: string) => Value): void => {
    define(name, (value = null) => (value === null ? null : body(asText(value))));
  };
  const ofDate = (name: string, body: (milliseconds: number) => Value): void => {
    define(name, (value = null) => (value === null ? null : body(asMilliseconds(value))));
  };
  database.function('tsql_now', () => Date.now());
  ofText('tsql_key_ai', keyWithoutAccents);
  ofText('tsql_key_as', keyWithAccents);
  ofText('tsql_upper', (text) => text.toUpperCase());
  ofText('tsql_lower', (text) => text.toLowerCase());
  ofText('tsql_len', (text) => text.replace(/ +$/, '').length);
  ofText('tsql_to_int', toInteger);
  ofDate('tsql_date', (at) => roundToType(at, 'date'));
  ofDate('tsql_datetime', (at) => roundToType(at, 'datetime'));
  ofDate('tsql_datetime2', (at) => at);
  ofDate('tsql_year', (at) => new Date(at).getUTCFullYear());
  ofDate('tsql_month', (at) => new Date(at).getUTCMonth() + 1);
  ofDate('tsql_day', (at) => new Date(at).getUTCDate());
  ofDate('tsql_iso_date', (at) => new Date(at).toISOString().slice(0, 10));
  define('tsql_dateadd', (part = null, count = null, at = null) =>
    count === null || at === null
      ? null
      : addToDate(asText(part ?? ''), Math.trunc(Number(count)), asMilliseconds(at)),
  );
  define('tsql_datediff', (part = null, from = null, to = null) =>
    from === null || to === null
      ? null
      : countBetween(asText(part ?? ''), asMilliseconds(from), asMilliseconds(to)),
  );
  define('tsql_like', (value = null, pattern = null, escape = null, withAccents = null) => {
    if (value === null || pattern === null) return null;
    return isLike(
      asText(value),
      asText(pattern),
      escape === null ? null : asText(escape),
      Number(withAccents) !== 0,
    )
      ? 1
      : 0;
  });
  database.function('tsql_store', { deterministic: true, useBigIntArguments: true }, (value, type, place) =>
    storeComputed(value, asText(type), asText(place)),
  );
}

/** The rules of computed values, by type and place: a column has one type, and a statement may have many rows. */
const rules = new Map<string, (value: Value) => Value>();

function storeComputed(value: Value, typeText: string, place: string): Value {
  if (value === null) return null;
  const key = `${place} ${typeText}`;
  let rule = rules.get(key);
  if (rule === undefined) {
    const type = JSON.parse(typeText) as SqlType;
    rule = isDate(type)
      ? (computed) => roundToType(asMilliseconds(computed), type.name, type.precision)
      : (storeRule(type, place) as (computed: Value) => Value);
    rules.set(key, rule);
  }
  return rule(value);
}

function asText(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  throw sqlError(sqlErrorNumbers.conversion, 'Conversion failed when converting a value to a text.');
}

function asMilliseconds(value: Value): number {
  return typeof value === 'string' ? parseDateText(value) : Number(value);
}

function toInteger(text: string): bigint {
  const trimmed = text.trim();
  if (trimmed === '') return 0n;
  if (/^[+-]?\d+$/.test(trimmed)) return BigInt(trimmed.replace(/^\+/, ''));
  throw sqlError(sqlErrorNumbers.conversion, 'Conversion failed when converting a text to data type int.');
}

const UNITS: Readonly<Record<string, number>> = {
  day: DAY,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
};

function addToDate(part: string, count: number, at: number): number {
  const unit = UNITS[part];
  if (unit !== undefined) return at + count * unit;
  const months = part === 'year' ? count * 12 : count;
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(day, lastDay));
}

/** The number of boundaries crossed, as `datediff` counts: 23:59 to 00:01 is one day. */
function countBetween(part: string, from: number, to: number): number {
  const unit = UNITS[part];
  if (unit !== undefined) return Math.floor(to / unit) - Math.floor(from / unit);
  const [start, end] = [new Date(from), new Date(to)];
  const years = end.getUTCFullYear() - start.getUTCFullYear();
  return part === 'year' ? years : years * 12 + end.getUTCMonth() - start.getUTCMonth();
}
