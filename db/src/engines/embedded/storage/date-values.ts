import { sqlError, sqlErrorNumbers } from '../../engine-errors.ts';
import type { TypeName } from '../tsql/syntax.ts';

export const DAY = 86_400_000;
const MIN_DATETIME = Date.UTC(1753, 0, 1);
const MIN_DATE = new Date(Date.UTC(2000, 0, 1)).setUTCFullYear(1, 0, 1);
const MAX_DATE = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const TEXT_DATE = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?)?\s*(?:Z)?$/;

/** Milliseconds since 1970 of a date text as SQL Server reads one (ISO, or `yyyymmdd`), else error 241. */
export function parseDateText(text: string): number {
  const parts = TEXT_DATE.exec(text.trim());
  if (parts) {
    const numbers = parts.slice(1, 7).map((part: string | undefined) => Number(part ?? 0));
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = numbers;
    const fraction = Math.round(Number(`0.${parts[7] ?? '0'}`) * 1000);
    const at = new Date(Date.UTC(2000, 0, 1, hour, minute, second, fraction));
    at.setUTCFullYear(year, month - 1, day);
    const isRealDay = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
    if (isRealDay && hour < 24 && minute < 60 && second < 60) return at.getTime();
  }
  throw sqlError(
    sqlErrorNumbers.dateConversion,
    'Conversion failed when converting date and/or time from character string.',
  );
}

/** Milliseconds since 1970 of whatever a program gives for a date. */
export function toMilliseconds(value: unknown): number {
  if (isDateObject(value) && !Number.isNaN(value.getTime())) return value.getTime();
  if (typeof value === 'string') return parseDateText(value);
  throw sqlError(
    sqlErrorNumbers.dateConversion,
    'Conversion failed when converting date and/or time: not a date.',
  );
}

/** By its brand, not by instanceof: under jest the tests' Date is not the engine's. */
function isDateObject(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** The value that a column of this type keeps: a whole day, 1/300 s of `datetime`, the digits of `datetime2(p)`. */
export function roundToType(milliseconds: number, type: TypeName, precision = 7): number {
  if (type === 'date') return inRange(Math.floor(milliseconds / DAY) * DAY, MIN_DATE);
  if (type === 'datetime') return inRange(Math.round(Math.round(milliseconds * 0.3) / 0.3), MIN_DATETIME);
  if (precision >= 3) return inRange(milliseconds, MIN_DATE);
  const step = 10 ** (3 - precision);
  return inRange(Math.round(milliseconds / step) * step, MIN_DATE);
}

function inRange(milliseconds: number, minimum: number): number {
  if (milliseconds >= minimum && milliseconds <= MAX_DATE) return milliseconds;
  throw sqlError(
    sqlErrorNumbers.dateOutOfRange,
    'The conversion to a date data type resulted in an out-of-range value.',
  );
}
