import { sqlError, sqlErrorNumbers } from '../../engine-errors.ts';
import { findColumn } from '../storage/catalog.ts';
import { storeRule } from '../storage/store-value.ts';
import { isDate, isText, type StoredValue, type ValueRule } from '../storage/value-types.ts';
import { quoteName, quoteText } from '../quote.ts';
import type {
  ColumnDefinition,
  Delete,
  Expression,
  Insert,
  SelectItem,
  SqlType,
  TableDefinition,
  Update,
} from '../tsql/syntax.ts';
import { UnsupportedSql } from '../tsql/unsupported-sql.ts';
import { checkCondition } from './check-select.ts';
import { Scope, tablePath, tableSource } from './scope.ts';
import type { OutputColumn, Translation } from './translation.ts';
import { ExpressionWriter } from './write-expression.ts';
import { queryWriter, writeItems, writeQuery, type WrittenQuery } from './write-query.ts';

/** As SQL Server has it. */
const MOST_ROWS = 1000;
/** `output` becomes `returning`, which knows the row after an insert or update, and the row that a delete removed. */
const OUTPUT_ROW = { insert: 'inserted', update: 'inserted', delete: 'deleted' } as const;

function tableOf(translation: Translation, path: readonly string[]): TableDefinition {
  const table = translation.catalog.table(tablePath(path));
  if (table) return table;
  throw sqlError(sqlErrorNumbers.invalidObject, `Invalid object name '${path.join('.')}'.`);
}

function columnOf(table: TableDefinition, name: string): ColumnDefinition {
  const column = findColumn(table, name);
  if (column) return column;
  throw sqlError(sqlErrorNumbers.invalidColumn, `Invalid column name '${name}'.`);
}

/** `identityInsert`: the table whose identity the batch gives itself, after `set identity_insert … on`. */
export function writeInsert(
  translation: Translation,
  insert: Insert,
  identityInsert: string | undefined,
): WrittenQuery {
  const table = tableOf(translation, insert.table);
  const columns = insert.columns.map((name) => columnOf(table, name));
  checkIdentity(table, columns, identityInsert);
  const returning = writeOutput(translation, table, insert.output, 'insert');
  const into = `insert into ${quoteName(table.name)}`;
  const names = `(${columns.map(({ name }) => quoteName(name)).join(', ')})`;
  if (insert.rows === 'default values' || columns.length === 0)
    return finish(`${into} default values`, returning);
  if ('kind' in insert.rows) {
    const query = writeQuery(translation, insert.rows);
    const fitted = columns.map((column, index) =>
      fit(`c${String(index)}`, query.columns[index]?.type, column, table.name),
    );
    const labels = columns.map((_, index) => `c${String(index)}`).join(', ');
    return finish(
      `${into} ${names} with q(${labels}) as (${query.sql}) select ${fitted.join(', ')} from q where true`,
      returning,
    );
  }
  return finish(`${into} ${names} values ${writeRows(translation, insert.rows, columns, table)}`, returning);
}

function writeRows(
  translation: Translation,
  rows: readonly (readonly Expression[])[],
  columns: readonly ColumnDefinition[],
  table: TableDefinition,
): string {
  if (rows.length > MOST_ROWS) throw new UnsupportedSql(`values of more than ${String(MOST_ROWS)} rows`);
  const writer = new ExpressionWriter(translation, new Scope([]), queryWriter(translation));
  const targets = columns.map((column) => targetOf(column, table));
  const written = rows.map((row) => {
    if (row.length !== columns.length)
      throw new UnsupportedSql('values with more or fewer items than columns');
    return `(${row.map((value, index) => writeStored(writer, value, targets[index])).join(', ')})`;
  });
  return written.join(', ');
}

function checkIdentity(
  table: TableDefinition,
  columns: readonly ColumnDefinition[],
  identityInsert: string | undefined,
): void {
  const identity = columns.find((column) => column.identity);
  if (identity === undefined || identityInsert === table.name) return;
  throw sqlError(
    sqlErrorNumbers.identityInsert,
    `Cannot insert explicit value for identity column in table '${table.name}' when IDENTITY_INSERT is set to OFF.`,
  );
}

export function writeUpdate(translation: Translation, update: Update): WrittenQuery {
  const table = tableOf(translation, update.table);
  const writer = new ExpressionWriter(translation, new Scope([tableSource(table)]), queryWriter(translation));
  const set = update.set.map(({ column: name, value }) => {
    const target = targetOf(columnOf(table, name), table);
    return `${quoteName(target.column.name)} = ${writeStored(writer, value, target)}`;
  });
  const where = writeWhere(writer, update.where);
  const returning = writeOutput(translation, table, update.output, 'update');
  return finish(`update ${quoteName(table.name)} set ${set.join(', ')}${where}`, returning);
}

export function writeDelete(translation: Translation, statement: Delete): WrittenQuery {
  const table = tableOf(translation, statement.table);
  const writer = new ExpressionWriter(translation, new Scope([tableSource(table)]), queryWriter(translation));
  const where = writeWhere(writer, statement.where);
  return finish(
    `delete from ${quoteName(table.name)}${where}`,
    writeOutput(translation, table, statement.output, 'delete'),
  );
}

function writeWhere(writer: ExpressionWriter, where: Expression | undefined): string {
  if (where === undefined) return '';
  checkCondition(where);
  return ` where ${writer.write(where)}`;
}

function finish(sql: string, returning: WrittenQuery | undefined): WrittenQuery {
  if (returning === undefined) return { sql, columns: [] };
  return { sql: `${sql} returning ${returning.sql}`, columns: returning.columns };
}

function writeOutput(
  translation: Translation,
  table: TableDefinition,
  items: readonly SelectItem[],
  statement: keyof typeof OUTPUT_ROW,
): WrittenQuery | undefined {
  if (items.length === 0) return undefined;
  const columns: readonly OutputColumn[] = table.columns;
  const scope = new Scope([{ names: [OUTPUT_ROW[statement]], prefix: '', columns }]);
  const other = statement === 'delete' ? 'inserted' : 'deleted';
  for (const { value } of items) {
    if ('path' in value && value.path[0]?.toLowerCase() === other)
      throw new UnsupportedSql(`output ${other}.… in ${statement}`);
  }
  return writeItems(new ExpressionWriter(translation, scope, queryWriter(translation)), items);
}

/** A column that is written to, and the rule for its values: made once for all rows of a statement. */
interface Target {
  readonly column: ColumnDefinition;
  readonly table: TableDefinition;
  readonly rule: ValueRule;
}

function targetOf(column: ColumnDefinition, table: TableDefinition): Target {
  return { column, table, rule: storeRule(column.type, `${table.name}.${column.name}`) };
}

/** A value on its way into a column: parameters and literals are converted here, whatever else by SQLite's functions. */
function writeStored(writer: ExpressionWriter, value: Expression, target: Target | undefined): string {
  if (target === undefined) throw new Error('a value without a column');
  const { column, table, rule } = target;
  switch (value.kind) {
    case 'param':
      return writer.translation.param(value.index, rule);
    case 'default':
      return column.default ?? 'null';
    case 'null':
      return 'null';
    case 'string':
    case 'number':
      return writeLiteral(rule(value.kind === 'string' ? value.value : Number(value.text)));
    default:
      return fit(writer.write(value, column.type), writer.typeOf(value), column, table.name);
  }
}

function writeLiteral(stored: StoredValue): string {
  if (typeof stored === 'string') return quoteText(stored);
  if (typeof stored === 'number' || typeof stored === 'bigint') return String(stored);
  throw new UnsupportedSql('a literal written to a binary column');
}

/** Whatever is neither parameter nor literal is measured and converted when SQLite has computed it. */
function fit(
  sql: string,
  from: SqlType | undefined,
  { name, type }: ColumnDefinition,
  table: string,
): string {
  if (isDate(from) !== isDate(type) && from !== undefined && !isText(from)) {
    throw new UnsupportedSql(`${from.name} written to a column of ${type.name}`);
  }
  return `tsql_store(${sql}, ${quoteText(JSON.stringify(type))}, ${quoteText(`${table}.${name}`)})`;
}
