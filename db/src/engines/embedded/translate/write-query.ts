import { sqlError, sqlErrorNumbers } from '../../engine-errors.ts';
import { quoteName } from '../quote.ts';
import type { Expression, Query, Select, SelectItem, SetOperation, Source } from '../tsql/syntax.ts';
import { UnsupportedSql } from '../tsql/unsupported-sql.ts';
import { checkCondition, checkNestedOrder, checkSelect } from './check-select.ts';
import { collationOf } from './collation-keys.ts';
import { Scope, type ScopeSource, tablePath, tableSource } from './scope.ts';
import type { OutputColumn, Translation } from './translation.ts';
import { ExpressionWriter, type QueryWriter } from './write-expression.ts';

export interface WrittenQuery {
  readonly sql: string;
  readonly columns: readonly OutputColumn[];
}

interface WrittenSource {
  readonly sql: string;
  readonly sources: readonly ScopeSource[];
}

export function queryWriter(translation: Translation): QueryWriter {
  return {
    write: (query, scope) => writeSubquery(translation, query, scope).sql,
    // Written into a translation of its own, thrown away: only the types are wanted, not a second set of parameters.
    typeOf: (query, scope) => writeSubquery(translation.forTypes(), query, scope).columns[0]?.type,
  };
}

function writeSubquery(translation: Translation, query: Query, outer: Scope | undefined): WrittenQuery {
  checkNestedOrder(query);
  return writeQuery(translation, query, outer);
}

export function writeQuery(translation: Translation, query: Query, outer?: Scope): WrittenQuery {
  const depth = translation.commonTables.length;
  const common = query.with.map(({ name, query: inner }) => {
    const written = writeSubquery(translation, inner, outer);
    translation.commonTables.push({ name: name.toLowerCase(), columns: written.columns });
    return `${quoteName(name)} as (${written.sql})`;
  });
  const body =
    query.kind === 'select'
      ? writeSelect(translation, query, outer)
      : writeSetOperation(translation, query, outer);
  translation.commonTables.length = depth;
  return common.length === 0 ? body : { ...body, sql: `with ${common.join(', ')} ${body.sql}` };
}

function writeSelect(translation: Translation, select: Select, outer: Scope | undefined): WrittenQuery {
  const from = select.from === undefined ? undefined : writeSource(translation, select.from, outer);
  const scope = new Scope(from?.sources ?? [], outer);
  const writer = new ExpressionWriter(translation, scope, queryWriter(translation));
  checkSelect(select, scope);
  const items = writeItems(writer, select.items);
  if (select.distinct && select.items.some(({ value }) => collationOf(value) !== undefined)) {
    throw new UnsupportedSql('select distinct with collate (write group by)');
  }
  const sorted = new ExpressionWriter(
    translation,
    scope.withAliases(items.columns),
    queryWriter(translation),
  );
  const parts = [`select ${select.distinct ? 'distinct ' : ''}${items.sql}`];
  if (from) parts.push(`from ${from.sql}`);
  if (select.where) parts.push(`where ${writer.write(select.where)}`);
  if (select.groupBy.length > 0) parts.push(`group by ${writer.writeKeys(select.groupBy)}`);
  if (select.having) parts.push(`having ${writer.write(select.having)}`);
  if (select.orderBy.length > 0) parts.push(`order by ${sorted.writeOrder(select.orderBy)}`);
  const limit = writeLimit(writer, select.top ?? select.fetch, select.offset);
  return { sql: [...parts, ...limit].join(' '), columns: items.columns };
}

function writeLimit(
  writer: ExpressionWriter,
  count: Expression | undefined,
  offset: Expression | undefined,
): string[] {
  if (count === undefined && offset === undefined) return [];
  const limit = `limit ${count === undefined ? '-1' : writer.write(count)}`;
  return [offset === undefined ? limit : `${limit} offset ${writer.write(offset)}`];
}

/** Members stand in subqueries: SQLite knows no parentheses around them, and no `order by` inside. */
function writeSetOperation(
  translation: Translation,
  set: SetOperation,
  outer: Scope | undefined,
): WrittenQuery {
  const left = writeSubquery(translation, set.left, outer);
  const right = writeSubquery(translation, set.right, outer);
  const columns = left.columns.map((column, index) => ({
    ...column,
    type: column.type ?? right.columns[index]?.type,
  }));
  const parts = [`select * from (${left.sql}) ${set.operator} select * from (${right.sql})`];
  const writer = new ExpressionWriter(translation, new Scope([], outer, columns), queryWriter(translation));
  if (set.orderBy.length > 0) parts.push(`order by ${writer.writeOrder(set.orderBy)}`);
  return { sql: [...parts, ...writeLimit(writer, set.fetch, set.offset)].join(' '), columns };
}

/** A select or output list; `*` becomes the columns that it stands for. */
export function writeItems(writer: ExpressionWriter, items: readonly SelectItem[]): WrittenQuery {
  const columns: OutputColumn[] = [];
  const parts = items
    .flatMap((item) => expandStar(item, writer.scope))
    .map((item) => {
      const name = item.alias ?? (item.value.kind === 'column' ? (item.value.path.at(-1) ?? '') : '');
      columns.push({ name, type: writer.typeOf(item.value) });
      const sql = writer.write(item.value);
      return name === '' ? sql : `${sql} as ${quoteName(name)}`;
    });
  return { sql: parts.join(', '), columns };
}

function expandStar(item: SelectItem, scope: Scope): SelectItem[] {
  if (item.value.kind !== 'star') return [item];
  const sources = item.value.path.length === 0 ? scope.sources : [scope.source(item.value.path)];
  return sources.flatMap((source) =>
    source.columns.map(({ name }) => ({
      value: { kind: 'column' as const, path: [...(source.names[0] ?? '').split('.'), name] },
    })),
  );
}

function writeSource(translation: Translation, source: Source, outer: Scope | undefined): WrittenSource {
  switch (source.kind) {
    case 'table':
      return writeTable(translation, source.path, source.alias);
    case 'derived': {
      const written = writeSubquery(translation, source.query, outer);
      return {
        sql: `(${written.sql}) ${quoteName(source.alias)}`,
        sources: [
          { names: [source.alias.toLowerCase()], prefix: quoteName(source.alias), columns: written.columns },
        ],
      };
    }
    case 'join':
      return writeJoin(translation, source, outer);
  }
}

function writeJoin(
  translation: Translation,
  join: Extract<Source, { kind: 'join' }>,
  outer: Scope | undefined,
): WrittenSource {
  const left = writeSource(translation, join.left, outer);
  const right = writeSource(translation, join.right, outer);
  const sources = [...left.sources, ...right.sources];
  const writer = new ExpressionWriter(translation, new Scope(sources, outer), queryWriter(translation));
  if (join.on) checkCondition(join.on);
  const on = join.on === undefined ? '' : ` on ${writer.write(join.on)}`;
  return { sql: `${left.sql} ${join.type} join ${right.sql}${on}`, sources };
}

function writeTable(
  translation: Translation,
  path: readonly string[],
  alias: string | undefined,
): WrittenSource {
  const [name = ''] = path;
  const common =
    path.length === 1
      ? translation.commonTables.findLast((table) => table.name === name.toLowerCase())
      : undefined;
  if (common) {
    const label = alias ?? name;
    const sql = alias === undefined ? quoteName(name) : `${quoteName(name)} ${quoteName(alias)}`;
    return {
      sql,
      sources: [{ names: [label.toLowerCase()], prefix: quoteName(label), columns: common.columns }],
    };
  }
  const table = translation.catalog.table(tablePath(path));
  if (table === undefined)
    throw sqlError(sqlErrorNumbers.invalidObject, `Invalid object name '${path.join('.')}'.`);
  const sql = alias === undefined ? quoteName(table.name) : `${quoteName(table.name)} ${quoteName(alias)}`;
  return { sql, sources: [tableSource(table, alias)] };
}
