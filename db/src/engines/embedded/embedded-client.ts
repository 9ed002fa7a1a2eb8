import { PassThrough, type Readable } from 'node:stream';
import { sqlError, sqlErrorNumbers } from '../engine-errors.ts';
import type { StatementResult } from './connection.ts';
import type { EmbeddedStore, StoreTransaction, TransactionMode } from './embedded-store.ts';

/** The part of a result of the `mssql` driver that Drizzle and this project use. */
export interface RequestResult {
  readonly recordset: unknown[] | undefined;
  readonly recordsets: unknown[][];
  readonly rowsAffected: number[];
}

/** SQL Server's limit: a request that passes here must pass there. */
const MOST_PARAMETERS = 2100;

type Run = (sql: string, values: readonly unknown[]) => Promise<StatementResult[]>;

/** Stands for `mssql.Request`: exactly the members that Drizzle's node-mssql session calls. */
export class EmbeddedRequest {
  arrayRowMode = false;
  stream = false;
  readonly #run: Run;
  readonly #values: unknown[] = [];
  #rows: PassThrough | undefined;

  constructor(run: Run) {
    this.#run = run;
  }

  /** `input('par0', value)` or `input('par0', type, value)`: the type is found in the statement, not here. */
  input(name: string, ...typeAndValue: unknown[]): this {
    this.#values[Number(name.slice('par'.length))] = typeAndValue.at(-1);
    return this;
  }

  async query(sql: string): Promise<RequestResult> {
    if (this.#values.length > MOST_PARAMETERS) {
      throw sqlError(
        sqlErrorNumbers.tooManyParameters,
        `A request has at most ${String(MOST_PARAMETERS)} parameters.`,
      );
    }
    if (this.stream) return this.#queryToStream(sql);
    return this.#result(await this.#run(sql, this.#values));
  }

  toReadableStream(): Readable {
    this.#rows = new PassThrough({ objectMode: true });
    return this.#rows;
  }

  cancel(): void {
    this.#rows?.destroy();
  }

  /** Streams don't spare memory here, they only look the same: SQLite has read all rows by then. */
  async #queryToStream(sql: string): Promise<RequestResult> {
    const rows = this.#rows ?? this.toReadableStream();
    try {
      const result = this.#result(await this.#run(sql, this.#values));
      for (const row of result.recordset ?? []) this.#rows?.write(row);
      this.#rows?.end();
      return { ...result, recordset: [], recordsets: [] };
    } catch (error) {
      rows.destroy(error instanceof Error ? error : new Error(String(error)));
      return { recordset: [], recordsets: [], rowsAffected: [] };
    }
  }

  #result(results: readonly StatementResult[]): RequestResult {
    const recordsets = results
      .filter(({ columns }) => columns.length > 0)
      .map((result) => this.#records(result));
    return { recordset: recordsets[0], recordsets, rowsAffected: results.map(({ changes }) => changes) };
  }

  #records({ columns, rows }: StatementResult): unknown[] {
    if (this.arrayRowMode) return rows;
    return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
  }
}

/** Stands for `mssql.Transaction`. */
export class EmbeddedTransaction {
  readonly #begin: () => Promise<StoreTransaction>;
  #transaction: StoreTransaction | undefined;

  constructor(begin: () => Promise<StoreTransaction>) {
    this.#begin = begin;
  }

  /** The isolation level is not looked at: writers are alone, which is more than any level asks for. */
  async begin(): Promise<this> {
    this.#transaction = await this.#begin();
    return this;
  }

  async commit(): Promise<void> {
    this.#started().commit();
  }

  async rollback(): Promise<void> {
    this.#started().rollback();
  }

  request(): EmbeddedRequest {
    const transaction = this.#started();
    return new EmbeddedRequest((sql, values) => transaction.run(sql, values));
  }

  #started(): StoreTransaction {
    if (this.#transaction === undefined) throw new Error('The transaction has not begun.');
    return this.#transaction;
  }
}

/** Stands for `mssql.ConnectionPool`. `mode` is that of its transactions. */
export class EmbeddedClient {
  readonly #store: EmbeddedStore;
  readonly #mode: TransactionMode;

  constructor(store: EmbeddedStore, mode: TransactionMode) {
    this.#store = store;
    this.#mode = mode;
  }

  request(): EmbeddedRequest {
    return new EmbeddedRequest((sql, values) => this.#store.run(sql, values));
  }

  transaction(): EmbeddedTransaction {
    return new EmbeddedTransaction(() => this.#store.begin(this.#mode));
  }
}
