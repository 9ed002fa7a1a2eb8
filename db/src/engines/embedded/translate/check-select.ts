import type { Expression, Select } from '../tsql/syntax.ts';
import { UnsupportedSql } from '../tsql/unsupported-sql.ts';
import { isAggregate } from './functions.ts';
import type { Scope } from './scope.ts';

/**
 * What SQLite lets through and SQL Server refuses. It is refused here, too, so that a query which works on a
 * developer's desk does not fail at the customer's.
 */
export function checkSelect(select: Select, scope: Scope): void {
  for (const { value } of select.items) {
    if (isCondition(value))
      throw new UnsupportedSql('a condition in a select list (write case when … then 1 else 0 end)');
  }
  for (const condition of [select.where, select.having]) if (condition) checkCondition(condition);
  checkGrouping(select, scope);
}

/** SQL Server sorts a subquery only to take a part of it. */
export function checkNestedOrder(query: {
  orderBy: readonly unknown[];
  offset?: unknown;
  top?: unknown;
}): void {
  if (query.orderBy.length > 0 && query.offset === undefined && query.top === undefined) {
    throw new UnsupportedSql('order by in a subquery without top or offset');
  }
}

/** A bit is no condition in T-SQL: it must be compared. */
export function checkCondition(expression: Expression): void {
  if (!isCondition(expression))
    throw new UnsupportedSql('a value in the place of a condition (compare it with something)');
  if (expression.kind === 'group' || expression.kind === 'not') checkCondition(expression.value);
  if (expression.kind === 'binary' && ['and', 'or'].includes(expression.operator)) {
    checkCondition(expression.left);
    checkCondition(expression.right);
  }
}

function isCondition(expression: Expression): boolean {
  if (expression.kind === 'group') return isCondition(expression.value);
  if (expression.kind === 'binary') return !['+', '-', '*', '/', '%'].includes(expression.operator);
  return ['not', 'in', 'between', 'like', 'isNull', 'exists'].includes(expression.kind);
}

/** SQLite answers any row's value for a column that is neither grouped nor aggregated, SQL Server refuses it. */
function checkGrouping(select: Select, scope: Scope): void {
  const items = select.items.map(({ value }) => value);
  const outputs = [...items, ...(select.having ? [select.having] : [])];
  if (select.groupBy.length === 0 && !outputs.some(containsAggregate)) return;
  const grouped = new Set(select.groupBy.map((expression) => normalised(expression, scope)));
  for (const output of outputs) checkGrouped(output, grouped, scope);
}

function checkGrouped(expression: Expression, grouped: ReadonlySet<string>, scope: Scope): void {
  if (isAggregateCall(expression) || grouped.has(normalised(expression, scope))) return;
  if (expression.kind === 'column' && scope.owns(expression.path)) {
    throw new UnsupportedSql(
      `the column ${expression.path.join('.')}, which is neither grouped nor aggregated`,
    );
  }
  for (const child of childrenOf(expression)) checkGrouped(child, grouped, scope);
}

function isAggregateCall(expression: Expression): boolean {
  return expression.kind === 'call' && expression.window === undefined && isAggregate(expression.name);
}

function containsAggregate(expression: Expression): boolean {
  return isAggregateCall(expression) || childrenOf(expression).some(containsAggregate);
}

/** The expressions within, but for subqueries, which group for themselves. */
function childrenOf(expression: Expression): Expression[] {
  if (expression.kind === 'subquery' || expression.kind === 'exists') return [];
  const children: Expression[] = [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null) {
      if ('kind' in value && value.kind !== 'select' && value.kind !== 'set')
        children.push(value as Expression);
      else if (!('kind' in value)) Object.values(value).forEach(collect);
    }
  };
  Object.values(expression).forEach(collect);
  return children;
}

/** The same text for the same expression, however its columns are called: `[a]` and `[dbo].[t].[a]`. */
function normalised(expression: Expression, scope: Scope): string {
  return JSON.stringify(expression, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('kind' in value) || !('path' in value)) return value;
    return value.kind === 'column' ? { column: scope.identify(value.path as readonly string[]) } : value;
  });
}
