import { parseDateText } from '../storage/date-values.ts';
import { compareRule } from '../storage/store-value.ts';
import { isDate } from '../storage/value-types.ts';
import { quoteText } from '../quote.ts';
import type { Expression, OrderItem, Query, SqlType } from '../tsql/syntax.ts';
import { UnsupportedSql } from '../tsql/unsupported-sql.ts';
import { collationOf, withKey } from './collation-keys.ts';
import { expressionType } from './expression-type.ts';
import type { Scope } from './scope.ts';
import type { Translation } from './translation.ts';
import { writeCall, writeCase } from './write-call.ts';
import { writeCast } from './write-cast.ts';
import { type Condition, writeCondition } from './write-condition.ts';

/** Writes subqueries and tells their columns' types. Given, because queries and expressions contain each other. */
export interface QueryWriter {
  readonly write: (query: Query, scope: Scope) => string;
  readonly typeOf: (query: Query, scope: Scope) => SqlType | undefined;
}

type Compound =
  Condition | Extract<Expression, { kind: 'group' | 'minus' | 'collate' | 'call' | 'cast' | 'case' }>;

/** Writes T-SQL expressions as SQLite's, in one scope. */
export class ExpressionWriter {
  readonly translation: Translation;
  readonly scope: Scope;
  readonly queries: QueryWriter;

  constructor(translation: Translation, scope: Scope, queries: QueryWriter) {
    this.translation = translation;
    this.scope = scope;
    this.queries = queries;
  }

  typeOf(expression: Expression): SqlType | undefined {
    return expressionType(expression, this.scope, (query, scope) => this.queries.typeOf(query, scope));
  }

  /** `type` is that of the value beside it: a parameter or a literal is converted to it. */
  write(expression: Expression, type?: SqlType): string {
    switch (expression.kind) {
      case 'param':
        return this.translation.param(expression.index, type && compareRule(type));
      case 'string':
        return isDate(type) ? String(parseDateText(expression.value)) : quoteText(expression.value);
      case 'number':
        return expression.text;
      case 'null':
        return 'null';
      case 'column':
        return this.scope.resolve(expression.path).sql;
      case 'default':
        throw new UnsupportedSql('default outside of values and set');
      case 'star':
        throw new UnsupportedSql('* inside an expression');
      case 'exists':
        return `exists (${this.queries.write(expression.query, this.scope)})`;
      case 'subquery':
        return `(${this.queries.write(expression.query, this.scope)})`;
      default:
        return this.#writeCompound(expression, type);
    }
  }

  #writeCompound(expression: Compound, type: SqlType | undefined): string {
    switch (expression.kind) {
      case 'group':
        return `(${this.write(expression.value, type)})`;
      case 'minus':
        return `-(${this.write(expression.value, type)})`;
      case 'collate':
        collationOf(expression);
        return this.write(expression.value, type);
      case 'call':
        return writeCall(this, expression);
      case 'cast':
        return writeCast(this.write(expression.value), this.typeOf(expression.value), expression.type);
      case 'case':
        return writeCase(this, expression, type);
      default:
        return writeCondition(this, expression);
    }
  }

  /** An item of `order by` or `group by`: sorted and grouped by the collation's key, if it names one. */
  writeKey(expression: Expression): string {
    return withKey(collationOf(expression), this.write(expression));
  }

  writeKeys(expressions: readonly Expression[]): string {
    return expressions.map((expression) => this.writeKey(expression)).join(', ');
  }

  writeOrder(items: readonly OrderItem[]): string {
    return items
      .map(({ value, descending }) => `${this.writeKey(value)}${descending ? ' desc' : ''}`)
      .join(', ');
  }
}
