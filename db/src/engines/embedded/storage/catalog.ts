import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ColumnDefinition, KeyConstraint, TableDefinition } from '../tsql/syntax.ts';

/**
 * The T-SQL definition of every table, as one connection sees it. It is kept in the file beside the tables: SQLite
 * itself forgets lengths, keys' names and which integer is a date.
 */
export class Catalog {
  readonly #database: DatabaseSync;
  readonly #readVersion: StatementSync;
  #tables = new Map<string, TableDefinition>();
  #schemaVersion = -1;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#readVersion = database.prepare('pragma schema_version');
  }

  /**
   * Reads the definitions again if any process has changed the schema, or if a change was rolled back; true then:
   * what was translated before may be wrong now.
   */
  refresh(): boolean {
    const version = Number(this.#readVersion.get()?.['schema_version'] ?? 0);
    if (version === this.#schemaVersion) return false;
    this.#schemaVersion = version;
    this.#tables = new Map();
    const hasCatalog = this.#database.prepare("select 1 from sqlite_master where name = 'tsql.table'").get();
    if (!hasCatalog) return true;
    for (const row of this.#database.prepare('select name, definition from "tsql.table"').all()) {
      this.#tables.set(String(row['name']), JSON.parse(String(row['definition'])) as TableDefinition);
    }
    return true;
  }

  /** By `schema.table`, in lower case. */
  table(name: string): TableDefinition | undefined {
    return this.#tables.get(name);
  }

  tables(): TableDefinition[] {
    return [...this.#tables.values()];
  }

  save(table: TableDefinition): void {
    this.#database.exec(
      'create table if not exists "tsql.table" (name text primary key not null, definition text not null)',
    );
    this.#database
      .prepare(
        'insert into "tsql.table" (name, definition) values (?, ?) on conflict (name) do update set definition = excluded.definition',
      )
      .run(table.name, JSON.stringify(table));
    this.#tables.set(table.name, table);
  }

  remove(name: string): void {
    this.#database.prepare('delete from "tsql.table" where name = ?').run(name);
    this.#tables.delete(name);
  }
}

/** Column names, like all names of T-SQL, are found whatever their case. */
export function findColumn(table: TableDefinition, name: string): ColumnDefinition | undefined {
  const wanted = name.toLowerCase();
  return table.columns.find((column) => column.name.toLowerCase() === wanted);
}

export function primaryKeyOf(table: TableDefinition): KeyConstraint | undefined {
  return table.constraints.find(
    (constraint): constraint is KeyConstraint => constraint.kind === 'primary key',
  );
}
