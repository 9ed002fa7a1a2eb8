import { isDate, isInteger, isText } from '../storage/value-types.ts';
import type { Expression, SqlType } from '../tsql/syntax.ts';
import { UnsupportedSql } from '../tsql/unsupported-sql.ts';
import { collationOf, withKey } from './collation-keys.ts';
import { commonType } from './expression-type.ts';
import type { ExpressionWriter } from './write-expression.ts';

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

const COMPARISONS = new Set(['=', '<>', '<', '>', '<=', '>=']);

/** Conditions, and the arithmetic that shares their node. */
export type Condition = Of<'not' | 'binary' | 'in' | 'between' | 'like' | 'isNull'>;

export function writeCondition(writer: ExpressionWriter, condition: Condition): string {
  switch (condition.kind) {
    case 'not':
      return `not ${writer.write(condition.value)}`;
    case 'binary':
      return writeBinary(writer, condition);
    case 'in':
      return writeIn(writer, condition);
    case 'between':
      return writeBetween(writer, condition);
    case 'like':
      return writeLike(writer, condition);
    case 'isNull':
      return `${writer.write(condition.value)} is ${condition.negated ? 'not ' : ''}null`;
  }
}

function writeBinary(writer: ExpressionWriter, binary: Of<'binary'>): string {
  const { operator, left, right } = binary;
  if (operator === 'and' || operator === 'or') {
    return `${writer.write(left)} ${operator} ${writer.write(right)}`;
  }
  const [leftType, rightType] = [writer.typeOf(left), writer.typeOf(right)];
  if (!COMPARISONS.has(operator)) return writeArithmetic(writer, binary, leftType, rightType);
  const [first = '', second = ''] = writeCompared(writer, [left, right]);
  return `${first} ${operator} ${second}`;
}

/** Values that are compared with the first of them: each converted to its type, or to a key of the collation they name. */
function writeCompared(writer: ExpressionWriter, values: readonly Expression[]): string[] {
  const types = values.map((value) => writer.typeOf(value));
  const [first] = values;
  values.forEach((value, index) => {
    if (first) checkComparable([first, types[0]], [value, types[index]]);
  });
  const key = values.map(collationOf).find((found) => found !== undefined);
  const type = types[0] ?? commonType(types);
  const others = commonType(types.slice(1));
  const written = values.map((value, index) =>
    withKey(key, writer.write(value, index === 0 ? others : type)),
  );
  // Columns bring their collation along; a text that was computed has none, and its last blanks would count.
  const isComputed = types.some(isText) && !values.some(({ kind }) => kind === 'column');
  return isComputed && key === undefined ? written.map((sql) => `(${sql}) collate rtrim`) : written;
}

/** A date is kept as milliseconds: it must never meet a text or a number that is not converted on the way. */
function checkComparable([left, leftType]: Typed, [right, rightType]: Typed): void {
  const kinds = [kindOf(leftType), kindOf(rightType)];
  if (kinds[0] === kinds[1]) return;
  const isConverted = (expression: Expression): boolean =>
    expression.kind === 'group' ? isConverted(expression.value) : CONVERTED.has(expression.kind);
  const [other, otherKind] = kinds[0] === 'date' ? [right, kinds[1]] : [left, kinds[0]];
  if (kinds.includes('date') && (!isConverted(other) || otherKind === 'number')) {
    throw new UnsupportedSql(`a date compared with ${otherKind ?? 'a value of unknown type'} (cast it)`);
  }
  if (kinds.includes('text') && kinds.includes('number')) {
    throw new UnsupportedSql('a text compared with a number (cast one of them)');
  }
}

type Typed = readonly [Expression, SqlType | undefined];

/** What takes over the type of the column that it is compared with. */
const CONVERTED = new Set(['param', 'string', 'null']);

function kindOf(type: SqlType | undefined): 'date' | 'text' | 'number' | undefined {
  if (type === undefined) return undefined;
  if (isDate(type)) return 'date';
  return isText(type) ? 'text' : 'number';
}

function writeArithmetic(
  writer: ExpressionWriter,
  { operator, left, right }: Of<'binary'>,
  leftType: SqlType | undefined,
  rightType: SqlType | undefined,
): string {
  const types = [leftType, rightType];
  if (types.some(isDate)) throw new UnsupportedSql(`« ${operator} » on a date (write dateadd or datediff)`);
  const [first, second] = [writer.write(left, rightType), writer.write(right, leftType)];
  if (types.some(isText)) {
    if (operator !== '+') throw new UnsupportedSql(`« ${operator} » on a text`);
    if (types.some((type) => type !== undefined && !isText(type))) {
      throw new UnsupportedSql('« + » between a text and a number (cast the number)');
    }
    return `(${first}) || (${second})`;
  }
  if (operator === '+' && types.every((type) => type === undefined)) {
    throw new UnsupportedSql('« + » between values of unknown type (cast one: it may add or concatenate)');
  }
  const isWhole = types.every((type) => type === undefined || isInteger(type) || type.name === 'bit');
  if (operator === '%' && !isWhole) throw new UnsupportedSql('« % » on a decimal or a float');
  // SQLite keeps the decimal 3.00 as the integer 3, and would divide it as one.
  return operator === '/' && !isWhole
    ? `cast(${first} as real) / ${second}`
    : `${first} ${operator} ${second}`;
}

function writeIn(writer: ExpressionWriter, { value, negated, items }: Of<'in'>): string {
  const operator = negated ? 'not in' : 'in';
  if ('kind' in items) {
    if (collationOf(value) !== undefined)
      throw new UnsupportedSql('in (select …) with collate (write exists)');
    return `${writer.write(value)} ${operator} (${writer.queries.write(items, writer.scope)})`;
  }
  const [tested = '', ...list] = writeCompared(writer, [value, ...items]);
  return `${tested} ${operator} (${list.join(', ')})`;
}

function writeBetween(writer: ExpressionWriter, { value, negated, low, high }: Of<'between'>): string {
  const [tested = '', from = '', to = ''] = writeCompared(writer, [value, low, high]);
  return `${tested} ${negated ? 'not ' : ''}between ${from} and ${to}`;
}

/** `like` ignores case even without `collate`, as it does in winpneu's own collation, French_CI_AS. */
function writeLike(writer: ExpressionWriter, { value, negated, pattern, escape }: Of<'like'>): string {
  const key = collationOf(value) ?? collationOf(pattern);
  if (key === 'exact') throw new UnsupportedSql('like with a case-sensitive collation');
  const type = writer.typeOf(value);
  if (type !== undefined && !isText(type)) throw new UnsupportedSql('like on something else than a text');
  const escaped = escape === undefined ? 'null' : writer.write(escape);
  const withAccents = key === 'tsql_key_ai' ? '0' : '1';
  const call = `tsql_like(${writer.write(value)}, ${writer.write(pattern)}, ${escaped}, ${withAccents})`;
  return negated ? `not ${call}` : call;
}
