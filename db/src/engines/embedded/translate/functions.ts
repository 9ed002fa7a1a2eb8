import { isInteger } from '../storage/value-types.ts';
import type { SqlType } from '../tsql/syntax.ts';
import { UnsupportedSql } from '../tsql/unsupported-sql.ts';

type Types = readonly (SqlType | undefined)[];

interface FunctionRule {
  /** SQLite's expression, from the translated arguments and their types. */
  readonly write: (args: readonly string[], types: Types) => string;
  readonly type: (types: Types) => SqlType | undefined;
  readonly count: readonly [number, number];
  /** Its arguments are of one type: a parameter among them is converted like the others. */
  readonly isUniform?: boolean;
  /** Its arguments are texts or whole numbers: SQLite would show anything else as it stores it. */
  readonly isTextual?: boolean;
}

const INT: SqlType = { name: 'int' };
const TEXT: SqlType = { name: 'nvarchar', length: 'max' };
const MANY = 100;
const DATE_PARTS: Readonly<Record<string, string>> = {
  year: 'year',
  yy: 'year',
  yyyy: 'year',
  month: 'month',
  mm: 'month',
  m: 'month',
  day: 'day',
  dd: 'day',
  d: 'day',
  hour: 'hour',
  hh: 'hour',
  minute: 'minute',
  mi: 'minute',
  n: 'minute',
  second: 'second',
  ss: 'second',
  s: 'second',
  millisecond: 'millisecond',
  ms: 'millisecond',
};

const plain = (name: string) => (args: readonly string[]) => `${name}(${args.join(', ')})`;
const first = (types: Types): SqlType | undefined => types.find((type) => type !== undefined);
const always = (type: SqlType) => (): SqlType => type;
const rule = (
  count: readonly [number, number],
  write: FunctionRule['write'],
  type: FunctionRule['type'],
): FunctionRule => ({
  count,
  write,
  type,
});
const uniform = (base: FunctionRule): FunctionRule => ({ ...base, isUniform: true });
const textual = (base: FunctionRule): FunctionRule => ({ ...base, isTextual: true });
const textRule = (name: string): FunctionRule => textual(rule([1, 1], plain(name), always(TEXT)));
const dateRule = (name: string): FunctionRule => rule([1, 1], plain(name), always(INT));

function decimals(types: Types): number | undefined {
  return types[0]?.name === 'decimal' ? (types[0].scale ?? 0) : undefined;
}

/** SQL Server's `avg` of whole numbers is a whole number. */
function writeAverage(args: readonly string[], types: Types): string {
  return isInteger(types[0]) ? `cast(avg(${args.join('')}) as integer)` : `avg(${args.join('')})`;
}

/** SQLite adds decimals as floats: the sum is rounded back to the digits that they have. */
function writeSum(args: readonly string[], types: Types): string {
  const scale = decimals(types);
  return scale === undefined ? `sum(${args.join('')})` : `round(sum(${args.join('')}), ${String(scale)})`;
}

function sumType(types: Types): SqlType | undefined {
  const [type] = types;
  if (type?.name === 'decimal') return { ...type, precision: 38 };
  return isInteger(type) && type?.name !== 'bigint' ? INT : type;
}

const rowNumber = rule([0, 0], plain('row_number'), always({ name: 'bigint' }));

const FUNCTIONS: Readonly<Record<string, FunctionRule>> = {
  count: rule([1, 1], plain('count'), always(INT)),
  count_big: rule([1, 1], plain('count'), always({ name: 'bigint' })),
  sum: rule([1, 1], writeSum, sumType),
  avg: rule([1, 1], writeAverage, (types) => (isInteger(types[0]) ? INT : { name: 'float' })),
  min: rule([1, 1], plain('min'), first),
  max: rule([1, 1], plain('max'), first),
  row_number: rowNumber,
  rank: { ...rowNumber, write: plain('rank') },
  dense_rank: { ...rowNumber, write: plain('dense_rank') },
  isnull: uniform(rule([2, 2], plain('ifnull'), first)),
  coalesce: uniform(rule([2, MANY], plain('coalesce'), first)),
  nullif: uniform(rule([2, 2], plain('nullif'), first)),
  iif: rule([3, 3], plain('iif'), (types) => first(types.slice(1))),
  abs: rule([1, 1], plain('abs'), first),
  floor: rule([1, 1], plain('floor'), first),
  ceiling: rule([1, 1], plain('ceil'), first),
  round: rule([2, 2], plain('round'), first),
  // In bytes of UTF-8, which SQLite knows without reading the text; SQL Server counts two for each unit.
  datalength: textual(rule([1, 1], plain('octet_length'), always(INT))),
  len: textual(rule([1, 1], plain('tsql_len'), always(INT))),
  upper: textRule('tsql_upper'),
  lower: textRule('tsql_lower'),
  ltrim: textRule('ltrim'),
  rtrim: textRule('rtrim'),
  trim: textRule('trim'),
  left: textual(rule([2, 2], ([text, count]) => `substr(${text ?? ''}, 1, ${count ?? ''})`, always(TEXT))),
  right: textual(
    rule(
      [2, 2],
      ([text, count]) => `iif(${count ?? ''} <= 0, '', substr(${text ?? ''}, -(${count ?? ''})))`,
      always(TEXT),
    ),
  ),
  substring: textual(rule([3, 3], plain('substr'), always(TEXT))),
  concat: textual(rule([2, MANY], plain('concat'), always(TEXT))),
  year: dateRule('tsql_year'),
  month: dateRule('tsql_month'),
  day: dateRule('tsql_day'),
  getutcdate: rule([0, 0], () => 'tsql_datetime(tsql_now())', always({ name: 'datetime' })),
  sysutcdatetime: rule([0, 0], plain('tsql_now'), always({ name: 'datetime2' })),
  // Read in the request of its insert only: see `translateBatch`.
  scope_identity: rule(
    [0, 0],
    plain('last_insert_rowid'),
    always({ name: 'decimal', precision: 38, scale: 0 }),
  ),
  dateadd: rule([3, 3], plain('tsql_dateadd'), (types) => types[2] ?? { name: 'datetime' }),
  datediff: rule([3, 3], plain('tsql_datediff'), always(INT)),
  object_id: rule(
    [1, 2],
    ([name]) => `(select rowid from sqlite_master where type = 'table' and name = ${objectName(name ?? '')})`,
    always(INT),
  ),
  schema_id: rule([1, 1], () => '1', always(INT)),
};

/** `N'[crm].[operation]'` → `'crm.operation'`. */
function objectName(literal: string): string {
  return literal.replaceAll(/[[\]]/g, '').toLowerCase();
}

const AGGREGATES = new Set(['count', 'count_big', 'sum', 'avg', 'min', 'max']);

export function isAggregate(name: string): boolean {
  return AGGREGATES.has(name);
}

/** Functions whose first argument is a word, `day` and the like. */
export function isDatePartFunction(name: string): boolean {
  return name === 'dateadd' || name === 'datediff';
}

export function datePart(word: string): string {
  const part = DATE_PARTS[word.toLowerCase()];
  if (part === undefined) throw new UnsupportedSql(`the part of a date ${word}`);
  return part;
}

/** The rule of a function, or a refusal that names it. */
export function functionRule(name: string, argumentCount: number): FunctionRule {
  const found = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (found === undefined) throw new UnsupportedSql(`the function ${name}()`);
  const [least, most] = found.count;
  if (argumentCount < least || argumentCount > most) {
    throw new UnsupportedSql(`the function ${name}() with ${String(argumentCount)} arguments`);
  }
  return found;
}

export function functionType(name: string, types: Types): SqlType | undefined {
  return functionRule(name, types.length).type(types);
}
