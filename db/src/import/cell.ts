import { isDay } from '@tournee/graphql';

/** A value as its column holds it. A date is wall-clock time, kept as if it were UTC. */
export type CellValue = string | number | Date | null;

/** Why a column cannot hold what the file says. */
export class BadCell {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

export type CellParser = (text: string) => CellValue | BadCell;

/** `key`: never blank. `required`: not null, but it may be blank. `optional`: nothing in the file is null. */
export type Presence = 'key' | 'required' | 'optional';

const INTEGER = /^[+-]?\d{1,10}$/;
const DECIMAL = /^([+-]?)(\d*)(?:[.,](\d*))?$/;
const INT_MAX = 2_147_483_647;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?)?$/;
// SQL Server's `datetime` begins with the Gregorian calendar in England.
const FIRST_DATETIME_YEAR = 1753;
/** Not in the code page of winpneu's `char` columns (Windows-1252): SQL Server would store a question mark. */
const OUTSIDE_CODE_PAGE = /[^\p{ASCII}\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u;

/**
 * Reads cells of a column. What winpneu could really hold is taken as it is, odd or not (hour `25:99`, year 2099):
 * the base refresh deals with it. What the column cannot hold is a BadCell.
 * @param sqlType as Drizzle names it: `char(30)`, `int`, `datetime`, `decimal(14, 2)`, …
 */
export function cellParser(sqlType: string, presence: Presence): CellParser {
  const parse = typeParser(sqlType, presence);
  return (text) => {
    if (text.includes('\uFFFD')) return new BadCell('is not UTF-8');
    if (text === '' && presence === 'optional') return null;
    if (presence === 'key' && text.trim() === '') return new BadCell('is empty');
    return parse(text);
  };
}

function typeParser(sqlType: string, presence: Presence): CellParser {
  const [, type = '', first = '', second = ''] = /^(\w+)(?:\((\w+)(?:,\s*(\d+))?\))?$/.exec(sqlType) ?? [];
  switch (type) {
    case 'char':
    case 'varchar':
      return textParser(Number(first), true);
    case 'nvarchar':
      return textParser(first === 'max' ? Infinity : Number(first), false);
    case 'int':
      return blankIsNull(parseInteger, presence);
    case 'decimal':
      return blankIsNull(decimalParser(Number(first), Number(second)), presence);
    case 'datetime':
      return blankIsNull(parseDateTime, presence);
    default:
      throw new Error(`no import for a column of type ${sqlType}`);
  }
}

/** Blanks at the end are padding: they don't count, and are not kept. */
function textParser(length: number, isCodePage: boolean): CellParser {
  return (text) => {
    const value = length === Infinity ? text : text.trimEnd();
    if (value.length > length) {
      return new BadCell(`has ${String(value.length)} characters, the column holds ${String(length)}`);
    }
    const foreign = isCodePage ? OUTSIDE_CODE_PAGE.exec(value)?.[0] : undefined;
    return foreign === undefined ? value : new BadCell(`holds « ${foreign} », which the column cannot`);
  };
}

/** SQL Server would read a blank as 0 or as 1900-01-01; the column has nothing. */
function blankIsNull(parse: CellParser, presence: Presence): CellParser {
  return (text) => {
    const value = text.trim();
    if (value !== '') return parse(value);
    return presence === 'optional' ? null : new BadCell('is empty');
  };
}

function parseInteger(text: string): CellValue | BadCell {
  if (!INTEGER.test(text)) return new BadCell('is not a whole number');
  const value = Number(text);
  return Math.abs(value) <= INT_MAX ? value : new BadCell('is beyond the range of a whole number');
}

function decimalParser(precision: number, scale: number): CellParser {
  return (text) => {
    const [, sign = '', whole = '', fraction = ''] = DECIMAL.exec(text) ?? [];
    if (whole === '' && fraction === '') return new BadCell('is not a number');
    if (fraction.replace(/0+$/, '').length > scale) {
      return new BadCell(`has more than ${String(scale)} decimals`);
    }
    if (whole.replace(/^0+/, '').length > precision - scale)
      return new BadCell('is too large for the column');
    return Number(`${sign}${whole || '0'}.${fraction || '0'}`);
  };
}

function parseDateTime(text: string): CellValue | BadCell {
  const [, day, hour = '00', minute = '00', second = '00', fraction = '0'] = DATE_TIME.exec(text) ?? [];
  if (day === undefined) return new BadCell('is not a date (yyyy-mm-dd, or yyyy-mm-dd hh:mm:ss)');
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  if (!isDay(day) || !isTime) return new BadCell('is a date that does not exist');
  if (Number(day.slice(0, 4)) < FIRST_DATETIME_YEAR) return new BadCell('is a date before 1753');
  return new Date(`${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`);
}
