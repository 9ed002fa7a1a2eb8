import mssql from 'mssql';
import { sqlError, sqlErrorNumbers } from '../engine-errors.ts';
import type { Connection, StatementResult } from './connection.ts';
import { Breather, retryWhileBusy } from './waiting.ts';
import { WriteQueue } from './write-queue.ts';

/** `deferred`: as `data`, but its commit does not wait for the disk. */
export type TransactionMode = 'data' | 'deferred' | 'schema';

/** What is set for a transaction of a mode, and taken back after it. */
const PRAGMAS: Readonly<
  Record<TransactionMode, ((usual: StoreDefaults) => [set: string, back: string]) | null>
> = {
  data: null,
  deferred: ({ synchronous }) => ['synchronous = normal', `synchronous = ${synchronous}`],
  schema: () => ['foreign_keys = off', 'foreign_keys = on'],
};

export interface StoreDefaults {
  /** How long a writer waits for another, in ms. */
  readonly lockTimeout: number;
  readonly synchronous: 'full' | 'normal';
}

export interface StoreConnections {
  /** Sees what was committed when its statement starts, and waits for no writer. */
  readonly reader: Connection;
  readonly writer: Connection;
}

/** One file: many readers, one writer at a time, in this process by a queue and among processes by SQLite's lock. */
export class EmbeddedStore {
  readonly #reader: Connection;
  readonly #writer: Connection;
  readonly #queue = new WriteQueue();
  readonly #breather = new Breather();
  readonly #defaults: StoreDefaults;

  constructor({ reader, writer }: StoreConnections, defaults: StoreDefaults) {
    this.#reader = reader;
    this.#writer = writer;
    this.#defaults = defaults;
  }

  get #lockTimeout(): number {
    return this.#defaults.lockTimeout;
  }

  /** Runs a request outside of any transaction. */
  async run(sql: string, values: readonly unknown[]): Promise<StatementResult[]> {
    await this.#breather.breathe();
    const plan = await retryWhileBusy(this.#lockTimeout, () => this.#reader.plan(sql));
    if (plan.isReadOnly) return retryWhileBusy(this.#lockTimeout, () => this.#reader.run(plan, values));
    const transaction = await this.begin();
    try {
      const results = await transaction.run(sql, values);
      transaction.commit();
      return results;
    } catch (error) {
      transaction.rollback();
      throw error;
    }
  }

  /** Waits for its turn and for the file, then holds both until commit or rollback. */
  async begin(mode: TransactionMode = 'data'): Promise<StoreTransaction> {
    const free = await this.#queue.take(this.#lockTimeout);
    const [set, back] = PRAGMAS[mode]?.(this.#defaults) ?? [];
    const release = (): void => {
      if (back !== undefined) this.#writer.command(`pragma ${back}`);
      free();
    };
    try {
      if (set !== undefined) this.#writer.command(`pragma ${set}`);
      await retryWhileBusy(this.#lockTimeout, () => {
        this.#writer.command('begin immediate');
      });
    } catch (error) {
      release();
      throw error;
    }
    return new StoreTransaction(this.#writer, this.#breather, mode === 'schema', release);
  }

  /** Lets the writer at work finish, then closes. */
  async close(): Promise<void> {
    const release = await this.#queue.take(this.#lockTimeout).catch(() => () => undefined);
    this.#reader.close();
    this.#writer.close();
    release();
  }
}

/** An open transaction on the write connection. */
export class StoreTransaction {
  readonly #writer: Connection;
  readonly #breather: Breather;
  readonly #changesSchema: boolean;
  readonly #release: () => void;
  #isOpen = true;

  constructor(writer: Connection, breather: Breather, changesSchema: boolean, release: () => void) {
    this.#writer = writer;
    this.#breather = breather;
    this.#changesSchema = changesSchema;
    this.#release = release;
  }

  async run(sql: string, values: readonly unknown[]): Promise<StatementResult[]> {
    await this.#breather.breathe();
    // SQLite ends a transaction by itself when the disk is full or fails: what follows must not commit on its own.
    if (!this.#isOpen || !this.#writer.isInTransaction) {
      throw new mssql.TransactionError('Transaction has been aborted or has ended.', 'EABORT');
    }
    return this.#writer.run(this.#writer.plan(sql), values);
  }

  commit(): void {
    if (!this.#isOpen) throw new mssql.TransactionError('Transaction has ended.', 'ENOTBEGUN');
    if (this.#changesSchema && this.#writer.hasBrokenForeignKeys()) {
      throw sqlError(
        sqlErrorNumbers.foreignKey,
        'The change of the schema leaves rows that break a FOREIGN KEY constraint.',
      );
    }
    this.#writer.command('commit');
    this.#end();
  }

  /** May be called again, and after a failed commit. */
  rollback(): void {
    if (!this.#isOpen) return;
    if (this.#writer.isInTransaction) this.#writer.command('rollback');
    this.#end();
  }

  #end(): void {
    this.#isOpen = false;
    this.#release();
  }
}
