import { sqlError, sqlErrorNumbers } from '../../engine-errors.ts';
import type { SqlType } from '../tsql/syntax.ts';
import { roundToType, toMilliseconds } from './date-values.ts';
import { isDate, isText, type StoredValue, type ValueRule } from './value-types.ts';

const INTEGER_RANGE: Readonly<Record<string, readonly [bigint, bigint]>> = {
  tinyint: [0n, 255n],
  smallint: [-32_768n, 32_767n],
  int: [-2_147_483_648n, 2_147_483_647n],
  bigint: [-(2n ** 63n), 2n ** 63n - 1n],
};

/** A value outside of any column: whole numbers as integers, so that SQLite divides and writes them as such. */
export const looseValue: ValueRule = (value) => {
  switch (typeof value) {
    case 'string':
    case 'bigint':
      return value;
    case 'number':
      return Number.isSafeInteger(value) ? BigInt(value) : value;
    case 'boolean':
      return value ? 1n : 0n;
    case 'undefined':
      throw new Error('A parameter is undefined: the query builder was given no value for it.');
    default:
      if (value === null) return null;
      return isBytes(value) ? value : toMilliseconds(value);
  }
};

/**
 * The rule for values written to a column: converted, rounded, measured and refused as SQL Server does, with its
 * error numbers. `place` is `table.column`, for the message.
 */
export function storeRule(type: SqlType, place: string): ValueRule {
  const convert = conversion(type, place);
  return (value) => (value === null ? null : convert(value));
}

/** The rule for values compared with a column: converted like stored ones, but never too long for it. */
export function compareRule(type: SqlType): ValueRule {
  if (isText(type)) return textCompared;
  return isDate(type) ? dateCompared : looseValue;
}

const textCompared: ValueRule = (value) => (value === null ? null : toText(value));
const dateCompared: ValueRule = (value) => (value === null ? null : toMilliseconds(value));

function conversion(type: SqlType, place: string): (value: unknown) => StoredValue {
  switch (type.name) {
    case 'char':
    case 'nchar':
      return (value) => fitText(toText(value), type.length, place).trimEnd();
    case 'varchar':
    case 'nvarchar':
      return (value) => fitText(toText(value), type.length, place);
    case 'date':
    case 'datetime':
    case 'datetime2':
      return (value) => roundToType(toMilliseconds(value), type.name, type.precision);
    case 'bit':
      return (value) => toBit(value, place);
    case 'decimal':
      return (value) => toDecimal(value, type, place);
    case 'float':
    case 'real':
      return (value) => toNumber(value, place);
    case 'varbinary':
      return (value) => toBytes(value, place);
    default:
      return (value) => toInteger(value, type, place);
  }
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  throw conversionFailed(value, 'a text');
}

/** Refuses a text that is longer than its column; blanks at its end may be lost, as in SQL Server. */
function fitText(text: string, length: number | 'max' | undefined, place: string): string {
  if (length === undefined || length === 'max' || text.length <= length) return text;
  const fitted = text.slice(0, length);
  if (text.slice(length).trim() === '') return fitted;
  throw sqlError(
    sqlErrorNumbers.tooLong,
    `String or binary data would be truncated in table '${place.slice(0, place.lastIndexOf('.'))}', ` +
      `column '${place.slice(place.lastIndexOf('.') + 1)}'.`,
  );
}

function toBit(value: unknown, place: string): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return toNumber(value, place) === 0 ? 0 : 1;
}

function toNumber(value: unknown, place: string): number {
  const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
  if (Number.isFinite(number) && typeof value !== 'object') return number;
  throw conversionFailed(value, place);
}

function toInteger(value: unknown, type: SqlType, place: string): number | bigint {
  const number = typeof value === 'bigint' ? value : wholeNumber(value, place);
  const [low, high] = INTEGER_RANGE[type.name] ?? [0n, 0n];
  if (number >= low && number <= high) return number;
  throw sqlError(
    sqlErrorNumbers.overflow,
    `Arithmetic overflow error converting expression to data type ${type.name} (${place}).`,
  );
}

function wholeNumber(value: unknown, place: string): number | bigint {
  if (typeof value === 'number' && Number.isFinite(value)) return Math.trunc(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value))
    return BigInt(value.trim().replace(/^\+/, ''));
  throw conversionFailed(value, place);
}

function toDecimal(value: unknown, type: SqlType, place: string): number {
  const scale = type.scale ?? 0;
  const number = roundHalfAway(toNumber(value, place), scale);
  if (Math.abs(number) < 10 ** ((type.precision ?? 18) - scale)) return number;
  throw sqlError(
    sqlErrorNumbers.overflow,
    `Arithmetic overflow error converting numeric to data type numeric (${place}).`,
  );
}

/** Rounds the decimal digits as they are written, not the binary fraction behind them: 1.005 becomes 1.01. */
export function roundHalfAway(value: number, scale: number): number {
  const [digits = '', exponent = '0'] = Math.abs(value).toString().split('e');
  const shifted = Math.round(Number(`${digits}e${String(Number(exponent) + scale)}`));
  const [whole = '', power = '0'] = shifted.toString().split('e');
  return Math.sign(value) * Number(`${whole}e${String(Number(power) - scale)}`);
}

function toBytes(value: unknown, place: string): NodeJS.ArrayBufferView {
  if (isBytes(value)) return value;
  throw conversionFailed(value, place);
}

function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value);
}

function conversionFailed(value: unknown, place: string): Error {
  const kind = value instanceof Date ? 'a date' : `a value of type ${typeof value}`;
  return sqlError(sqlErrorNumbers.conversion, `Conversion failed when converting ${kind} for ${place}.`);
}
