import { isDate, isInteger, isText } from '../storage/value-types.ts';
import type { Expression, Query, SqlType } from '../tsql/syntax.ts';
import { functionType, isDatePartFunction } from './functions.ts';
import type { Scope } from './scope.ts';

const INT: SqlType = { name: 'int' };
const BIT: SqlType = { name: 'bit' };
const CONDITIONS = new Set(['not', 'in', 'between', 'like', 'isNull', 'exists']);

/** Tells the type of a subquery's single column: given, because queries and expressions contain each other. */
export type QueryType = (query: Query, scope: Scope) => SqlType | undefined;

/** The T-SQL type of an expression; undefined where it cannot be told, as for a parameter. */
export function expressionType(
  expression: Expression,
  scope: Scope,
  queryType: QueryType,
): SqlType | undefined {
  const typeOf = (inner: Expression): SqlType | undefined => expressionType(inner, scope, queryType);
  switch (expression.kind) {
    case 'string':
      return { name: 'nvarchar', length: expression.value.length };
    case 'number':
      return numberType(expression.text);
    case 'column':
      return scope.resolve(expression.path).type;
    case 'cast':
      return expression.type;
    case 'subquery':
      return queryType(expression.query, scope);
    case 'call':
      return callType(expression, typeOf);
    case 'case':
      return commonType(
        [...expression.whens.map(({ then }) => then), expression.otherwise].map(
          (part) => part && typeOf(part),
        ),
      );
    case 'binary':
      return binaryType(expression.operator, typeOf(expression.left), typeOf(expression.right));
    case 'collate':
    case 'minus':
    case 'group':
      return typeOf(expression.value);
    default:
      return CONDITIONS.has(expression.kind) ? BIT : undefined;
  }
}

function callType(
  { name, args }: Extract<Expression, { kind: 'call' }>,
  typeOf: (argument: Expression) => SqlType | undefined,
): SqlType | undefined {
  // The first argument of dateadd is a word, not a column.
  const isWord = (index: number): boolean => index === 0 && isDatePartFunction(name);
  return functionType(
    name,
    args.map((argument, index) => (isWord(index) ? undefined : typeOf(argument))),
  );
}

/** The first type that is known: enough to read a value back, since branches of one expression agree. */
export function commonType(types: readonly (SqlType | undefined)[]): SqlType | undefined {
  const known = types.filter((type) => type !== undefined);
  return (
    known.find((type) => type.name === 'float' || type.name === 'decimal' || isDate(type)) ??
    known.find((type) => type.name === 'bigint') ??
    known[0]
  );
}

function numberType(text: string): SqlType {
  if (/[eE]/.test(text)) return { name: 'float' };
  if (text.includes('.'))
    return { name: 'decimal', precision: 38, scale: text.length - text.indexOf('.') - 1 };
  return Number(text) > 2_147_483_647 ? { name: 'bigint' } : INT;
}

function binaryType(
  operator: string,
  left: SqlType | undefined,
  right: SqlType | undefined,
): SqlType | undefined {
  if (!['+', '-', '*', '/', '%'].includes(operator)) return BIT;
  if (isText(left) || isText(right)) return { name: 'nvarchar', length: 'max' };
  const types = [left, right];
  if (types.some((type) => type?.name === 'float' || type?.name === 'real')) return { name: 'float' };
  if (types.some((type) => type?.name === 'decimal')) return { name: 'float' };
  if (types.some((type) => type?.name === 'bigint')) return { name: 'bigint' };
  return types.some(isInteger) ? INT : undefined;
}
