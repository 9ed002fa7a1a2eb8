import { quoteText } from '../quote.ts';
import { isInteger, isText } from '../storage/value-types.ts';
import type { Expression, SqlType } from '../tsql/syntax.ts';
import { UnsupportedSql } from '../tsql/unsupported-sql.ts';
import { collationOf } from './collation-keys.ts';
import { commonType } from './expression-type.ts';
import { datePart, functionRule, isDatePartFunction } from './functions.ts';
import type { ExpressionWriter } from './write-expression.ts';

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

export function writeCall(writer: ExpressionWriter, { name, args, distinct, window }: Of<'call'>): string {
  const rule = functionRule(name, args.length);
  const over = window === undefined ? '' : writeWindow(writer, window);
  const [first] = args;
  if (first?.kind === 'star') {
    if (!name.startsWith('count')) throw new UnsupportedSql(`${name}(*)`);
    return `count(*)${over}`;
  }
  if (isDatePartFunction(name)) return `${rule.write(writeDateArguments(writer, args), [])}${over}`;
  const types = args.map((argument) => writer.typeOf(argument));
  checkArguments(name, args, types, rule.isTextual === true);
  const shared = rule.isUniform === true ? commonType(types) : undefined;
  const written = args.map((argument) => writer.write(argument, shared));
  if (distinct) {
    if (written.length !== 1) throw new UnsupportedSql(`${name}(distinct …) of several arguments`);
    written[0] = `distinct ${written[0] ?? ''}`;
  }
  return `${rule.write(written, types)}${over}`;
}

/** Functions of texts whose result does not depend on how texts are compared. */
const WITHOUT_COMPARISON = new Set([
  'upper',
  'lower',
  'len',
  'ltrim',
  'rtrim',
  'trim',
  'left',
  'right',
  'substring',
  'concat',
]);

function checkArguments(
  name: string,
  args: readonly Expression[],
  types: readonly (SqlType | undefined)[],
  isTextual: boolean,
): void {
  if (isTextual && types.some((type) => type !== undefined && !isText(type) && !isInteger(type))) {
    throw new UnsupportedSql(`${name}() of something else than a text`);
  }
  if (!WITHOUT_COMPARISON.has(name) && args.some((argument) => collationOf(argument) !== undefined)) {
    throw new UnsupportedSql(`collate inside ${name}()`);
  }
}

/** `dateadd(day, n, d)`: the first argument is a bare word. */
function writeDateArguments(writer: ExpressionWriter, [part, ...others]: readonly Expression[]): string[] {
  if (part?.kind !== 'column') throw new UnsupportedSql('a date function without a part such as day');
  return [quoteText(datePart(part.path.join('.'))), ...others.map((argument) => writer.write(argument))];
}

function writeWindow(writer: ExpressionWriter, window: NonNullable<Of<'call'>['window']>): string {
  const parts: string[] = [];
  if (window.partitionBy.length > 0) parts.push(`partition by ${writer.writeKeys(window.partitionBy)}`);
  if (window.orderBy.length > 0) parts.push(`order by ${writer.writeOrder(window.orderBy)}`);
  return ` over (${parts.join(' ')})`;
}

export function writeCase(
  writer: ExpressionWriter,
  { operand, whens, otherwise }: Of<'case'>,
  type: SqlType | undefined,
): string {
  if (operand && collationOf(operand) !== undefined) throw new UnsupportedSql('collate after case');
  const operandType = operand && writer.typeOf(operand);
  const results = [...whens.map(({ then }) => then), ...(otherwise === undefined ? [] : [otherwise])];
  const resultType = commonType(results.map((result) => writer.typeOf(result))) ?? type;
  const branches = whens.map(
    ({ when, then }) => `when ${writer.write(when, operandType)} then ${writer.write(then, resultType)}`,
  );
  const start = operand === undefined ? '' : ` ${writer.write(operand)}`;
  const end = otherwise === undefined ? '' : ` else ${writer.write(otherwise, resultType)}`;
  return `case${start} ${branches.join(' ')}${end} end`;
}
