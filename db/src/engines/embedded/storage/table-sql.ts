import { quoteName } from '../quote.ts';
import type { ColumnDefinition, ForeignKey, KeyConstraint, TableDefinition } from '../tsql/syntax.ts';
import { UnsupportedSql } from '../tsql/unsupported-sql.ts';
import { findColumn, primaryKeyOf } from './catalog.ts';
import { isText, sqliteType } from './value-types.ts';

/** SQLite's `create table` for a definition; `as`: under another name, while a table is rebuilt. */
export function createTableSql(table: TableDefinition, as = table.name): string {
  const primaryKey = primaryKeyOf(table);
  const identity = table.columns.find((column) => column.identity);
  if (identity && (primaryKey?.columns.length !== 1 || !isKeyColumn(primaryKey, identity))) {
    throw new UnsupportedSql(`an identity that is not the primary key (${table.name}.${identity.name})`);
  }
  const parts = table.columns.map((column) => columnSql(column, primaryKey));
  if (primaryKey && !identity)
    parts.push(`constraint ${quoteName(primaryKey.name)} primary key (${keyColumns(primaryKey)})`);
  for (const constraint of table.constraints) {
    if (constraint.kind === 'unique' && !hasNullable(table, constraint)) {
      parts.push(`constraint ${quoteName(constraint.name)} unique (${keyColumns(constraint)})`);
    }
    if (constraint.kind === 'foreign key') parts.push(foreignKeySql(constraint));
  }
  return `create table ${quoteName(as)} (${parts.join(', ')})`;
}

/** The indexes that stand beside the table: those of the definition, and unique keys over columns that may be null. */
export function createIndexesSql(table: TableDefinition): string[] {
  return table.constraints.flatMap((constraint) => {
    if (constraint.kind === 'foreign key' || constraint.kind === 'primary key') return [];
    if (constraint.kind === 'unique' && !hasNullable(table, constraint)) return [];
    return [createIndexSql(table, constraint)];
  });
}

export function createIndexSql(table: TableDefinition, index: KeyConstraint): string {
  const isUnique = index.kind !== 'index';
  const columns = index.columns.map(({ name, descending }) => {
    const isNullable = isUnique && index.where === undefined && findColumn(table, name)?.nullable === true;
    // To SQL Server two nulls are duplicates, to SQLite they are not: a blob stands for null, which no column holds.
    return `${isNullable ? `ifnull(${quoteName(name)}, x'00')` : quoteName(name)}${descending ? ' desc' : ''}`;
  });
  const where = index.where === undefined ? '' : ` where ${index.where}`;
  return `create ${isUnique ? 'unique ' : ''}index ${indexName(table.name, index.name)} on ${quoteName(table.name)} (${columns.join(', ')})${where}`;
}

/** SQL Server's index names are unique in their table, SQLite's in the whole file. */
export function indexName(table: string, index: string): string {
  return quoteName(`${table}.${index}`);
}

function columnSql(column: ColumnDefinition, primaryKey: KeyConstraint | undefined): string {
  if (column.identity) return `${quoteName(column.name)} integer primary key autoincrement`;
  // « INT », not « INTEGER »: as a primary key the latter would number rows by itself.
  const type = sqliteType(column.type).replace('INTEGER', 'INT');
  const isKey = primaryKey !== undefined && isKeyColumn(primaryKey, column);
  // Blanks at the end of a text don't count in SQL Server, in any comparison or key.
  const collate = isText(column.type) ? ' collate rtrim' : '';
  const notNull = column.nullable && !isKey ? '' : ' not null';
  const defaultSql = column.default === undefined ? '' : ` default ${column.default}`;
  return `${quoteName(column.name)} ${type}${collate}${notNull}${defaultSql}`;
}

function isKeyColumn(key: KeyConstraint, column: ColumnDefinition): boolean {
  return key.columns.some(({ name }) => name.toLowerCase() === column.name.toLowerCase());
}

function hasNullable(table: TableDefinition, key: KeyConstraint): boolean {
  return key.columns.some(({ name }) => findColumn(table, name)?.nullable === true);
}

function keyColumns(key: KeyConstraint): string {
  return key.columns.map(({ name }) => quoteName(name)).join(', ');
}

function foreignKeySql({ name, columns, references, onDelete, onUpdate }: ForeignKey): string {
  const list = (names: readonly string[]): string => names.map(quoteName).join(', ');
  const actions = `${onDelete === undefined ? '' : ` on delete ${onDelete}`}${onUpdate === undefined ? '' : ` on update ${onUpdate}`}`;
  return `constraint ${quoteName(name)} foreign key (${list(columns)}) references ${quoteName(references.table)} (${list(references.columns)})${actions}`;
}
