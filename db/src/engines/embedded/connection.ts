import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { BoundedCache } from './bounded-cache.ts';
import { Catalog } from './storage/catalog.ts';
import { SchemaEditor } from './storage/schema-editor.ts';
import { asSqlServerError } from './storage/sqlite-errors.ts';
import { registerFunctions } from './storage/sqlite-functions.ts';
import { type Plan, type PlannedStatement, translateBatch } from './translate/translate.ts';
import type { SchemaChange } from './tsql/syntax.ts';

/** What one statement gave: its rows as arrays, or only how many it touched. */
export interface StatementResult {
  readonly columns: readonly string[];
  readonly rows: unknown[][];
  readonly changes: number;
}

/** In characters of SQL: some ten megabytes of plans with their statements, and all statements of a hub. */
const KEPT_SQL = 500_000;

/** One SQLite connection that is spoken to in T-SQL. Everything here is synchronous: SQLite works in this thread. */
export class Connection {
  readonly #database: DatabaseSync;
  readonly #catalog: Catalog;
  readonly #plans = new BoundedCache<Plan>(KEPT_SQL);
  readonly #statements = new WeakMap<PlannedStatement, StatementSync>();
  /** Whether the schema was looked at since this transaction began: nobody else changes it before its end. */
  #isSchemaKnown = false;

  /** `pragmas`: how this connection works; run before anything else, so that its first one may find the file busy. */
  constructor(file: string, pragmas: readonly string[]) {
    this.#database = new DatabaseSync(file, { timeout: 0 });
    try {
      for (const pragma of pragmas) this.#database.exec(`pragma ${pragma}`);
      registerFunctions(this.#database);
      this.#catalog = new Catalog(this.#database);
      this.#catalog.refresh();
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  get isInTransaction(): boolean {
    return this.#database.isTransaction;
  }

  /** The steps of a request, translated once as long as the schema does not change. */
  plan(sql: string): Plan {
    const isKnown = this.#isSchemaKnown && this.#database.isTransaction;
    if (!isKnown && this.#catalog.refresh()) this.#plans.clear();
    this.#isSchemaKnown = true;
    return this.#plans.get(sql) ?? this.#plans.set(sql, translateBatch(sql, this.#catalog));
  }

  /** Runs the steps; an error has SQL Server's number where it has a counterpart there. */
  run(plan: Plan, values: readonly unknown[]): StatementResult[] {
    const results: StatementResult[] = [];
    try {
      for (const step of plan.steps) {
        if (step.kind === 'schema') this.#changeSchema(step.change);
        else if (step.kind === 'control') this.#database.exec(step.sql);
        else results.push(this.#runStatement(step, values));
      }
    } catch (error) {
      throw asSqlServerError(error, this.#catalog);
    }
    return results;
  }

  /** SQLite's own commands: begin, commit, pragmas. */
  command(sql: string): void {
    this.#isSchemaKnown = false;
    this.#database.exec(sql);
  }

  /** Rows that break a foreign key, after a change of the schema during which keys were not watched. */
  hasBrokenForeignKeys(): boolean {
    return this.#database.prepare('pragma foreign_key_check').get() !== undefined;
  }

  close(): void {
    this.#plans.clear();
    if (this.#database.isOpen) this.#database.close();
  }

  #changeSchema(change: SchemaChange): void {
    this.#isSchemaKnown = false;
    new SchemaEditor(this.#database, this.#catalog).apply(change);
  }

  #runStatement(step: PlannedStatement, values: readonly unknown[]): StatementResult {
    const statement = this.#prepared(step);
    const bound = step.bind(values);
    if (step.columns.length === 0) {
      return { columns: [], rows: [], changes: Number(statement.run(...bound).changes) };
    }
    // `setReturnArrays` makes rows arrays, which the type does not tell.
    const rows = statement.all(...bound) as unknown as unknown[][];
    readRows(rows, step);
    return { columns: step.columns, rows, changes: rows.length };
  }

  #prepared(step: PlannedStatement): StatementSync {
    const known = this.#statements.get(step);
    if (known) return known;
    const statement = this.#database.prepare(step.sql);
    statement.setReturnArrays(true);
    statement.setReadBigInts(step.readsBigInts);
    this.#statements.set(step, statement);
    return statement;
  }
}

function readRows(rows: unknown[][], { rules }: PlannedStatement): void {
  rules.forEach((rule, index) => {
    if (rule === undefined) return;
    for (const row of rows) row[index] = rule(row[index]);
  });
}
