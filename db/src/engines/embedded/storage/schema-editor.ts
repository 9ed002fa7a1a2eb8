import type { DatabaseSync } from 'node:sqlite';
import { sqlError, sqlErrorNumbers } from '../../engine-errors.ts';
import { quoteName } from '../quote.ts';
import type {
  ColumnDefinition,
  Constraint,
  KeyConstraint,
  SchemaChange,
  TableDefinition,
} from '../tsql/syntax.ts';
import { UnsupportedSql } from '../tsql/unsupported-sql.ts';
import { type Catalog, findColumn, primaryKeyOf } from './catalog.ts';
import { createIndexSql, createIndexesSql, createTableSql, indexName } from './table-sql.ts';

/** Changes tables and the catalog that describes them, within the caller's transaction. */
export class SchemaEditor {
  readonly #database: DatabaseSync;
  readonly #catalog: Catalog;

  constructor(database: DatabaseSync, catalog: Catalog) {
    this.#database = database;
    this.#catalog = catalog;
  }

  apply(change: SchemaChange): void {
    switch (change.kind) {
      case 'create schema':
        return;
      case 'create table':
        this.#create(change.table);
        return;
      case 'create index':
        this.#addIndex(this.#existing(change.table), change.index);
        return;
      case 'drop index': {
        const table = this.#existing(change.table);
        this.#database.exec(`drop index ${indexName(table.name, this.#constraint(table, change.name).name)}`);
        this.#catalog.save(without(table, change.name));
        return;
      }
      case 'drop table':
        this.#existing(change.table);
        this.#database.exec(`drop table ${quoteName(change.table)}`);
        this.#catalog.remove(change.table);
        return;
      default:
        this.#rebuild(this.#existing(change.table), this.#altered(change));
    }
  }

  #create(table: TableDefinition): void {
    if (this.#catalog.table(table.name)) {
      throw sqlError(
        sqlErrorNumbers.objectExists,
        `There is already an object named '${table.name}' in the database.`,
      );
    }
    const whole = withKeyColumnsNotNull(table);
    this.#database.exec(createTableSql(whole));
    for (const sql of createIndexesSql(whole)) this.#database.exec(sql);
    this.#catalog.save(whole);
  }

  #addIndex(table: TableDefinition, index: KeyConstraint): void {
    this.#database.exec(createIndexSql(table, index));
    this.#catalog.save({ ...table, constraints: [...table.constraints, index] });
  }

  #altered(
    change: Exclude<SchemaChange, { kind: `create ${string}` | 'drop index' | 'drop table' }>,
  ): TableDefinition {
    const table = this.#existing(change.table);
    switch (change.kind) {
      case 'add columns':
        return { ...table, columns: [...table.columns, ...change.columns] };
      case 'add constraint':
        return withKeyColumnsNotNull({ ...table, constraints: [...table.constraints, change.constraint] });
      case 'drop constraint':
        return without(table, this.#constraint(table, change.name).name);
      case 'drop column': {
        const column = this.#column(table, change.name);
        return { ...table, columns: table.columns.filter((other) => other !== column) };
      }
      case 'alter column': {
        const column = this.#column(table, change.name);
        const altered = { ...column, type: change.type, nullable: change.nullable };
        return { ...table, columns: table.columns.map((other) => (other === column ? altered : other)) };
      }
    }
  }

  /**
   * SQLite cannot add a constraint to a table: a new one is made, filled and renamed, as its manual advises. Foreign
   * keys must be switched off meanwhile, or dropping the old table would delete or block the rows that point to it.
   */
  #rebuild(old: TableDefinition, table: TableDefinition): void {
    if (this.#database.prepare('pragma foreign_keys').get()?.['foreign_keys'] !== 0) {
      throw new UnsupportedSql('alter table outside of changeSchema()');
    }
    const temporary = `${table.name}~new`;
    const kept = table.columns.filter(({ name }) => findColumn(old, name));
    const names = kept.map(({ name }) => quoteName(name)).join(', ');
    this.#database.exec(createTableSql(table, temporary));
    this.#database.exec(
      `insert into ${quoteName(temporary)} (${names}) select ${names} from ${quoteName(old.name)}`,
    );
    if (table.columns.some((column) => column.identity)) this.#keepIdentity(old.name, temporary);
    this.#database.exec(`drop table ${quoteName(old.name)}`);
    this.#database.exec(`alter table ${quoteName(temporary)} rename to ${quoteName(table.name)}`);
    for (const sql of createIndexesSql(table)) this.#database.exec(sql);
    this.#catalog.save(table);
  }

  /** A number once given to a row that is gone must not be given again. */
  #keepIdentity(from: string, to: string): void {
    const last =
      this.#database.prepare('select seq from sqlite_sequence where name = ?').get(from)?.['seq'] ?? 0;
    this.#database.prepare('delete from sqlite_sequence where name = ?').run(to);
    this.#database.prepare('insert into sqlite_sequence (name, seq) values (?, ?)').run(to, last);
  }

  #existing(name: string): TableDefinition {
    const table = this.#catalog.table(name);
    if (table) return table;
    throw sqlError(sqlErrorNumbers.invalidObject, `Cannot find the object '${name}'.`);
  }

  #constraint(table: TableDefinition, name: string): Constraint {
    const found = table.constraints.find(
      (constraint) => constraint.name.toLowerCase() === name.toLowerCase(),
    );
    if (found) return found;
    throw sqlError(sqlErrorNumbers.invalidObject, `'${name}' is not a constraint of '${table.name}'.`);
  }

  #column(table: TableDefinition, name: string): ColumnDefinition {
    const found = findColumn(table, name);
    if (found) return found;
    throw sqlError(sqlErrorNumbers.invalidColumn, `Invalid column name '${name}'.`);
  }
}

function without(table: TableDefinition, constraintName: string): TableDefinition {
  const constraints = table.constraints.filter(
    ({ name }) => name.toLowerCase() !== constraintName.toLowerCase(),
  );
  return { ...table, constraints };
}

/** In SQL Server the columns of a primary key are never null, said or not. */
function withKeyColumnsNotNull(table: TableDefinition): TableDefinition {
  const names = new Set(primaryKeyOf(table)?.columns.map(({ name }) => name.toLowerCase()));
  return {
    ...table,
    columns: table.columns.map((column) =>
      names.has(column.name.toLowerCase()) ? { ...column, nullable: false } : column,
    ),
  };
}
