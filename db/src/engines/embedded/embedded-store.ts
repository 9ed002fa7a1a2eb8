import mssql from 'mssql';
import { sqlError, sqlErrorNumbers } from '../engine-errors.ts';
import type { Connection, StatementResult } from './connection.ts';
import { Breather, retryWhileBusy } from './waiting.ts';
import { WriteQueue } from './write-queue.ts';

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
  readonly #lockTimeout: number;

  constructor({ reader, writer }: StoreConnections, lockTimeout: number) {
    this.#reader = reader;
    this.#writer = writer;
    this.#lockTimeout = lockTimeout;
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
  async begin(mode: 'data' | 'schema' = 'data'): Promise<StoreTransaction> {
    const release = await this.#queue.take(this.#lockTimeout);
    try {
      if (mode === 'schema') this.#writer.command('pragma foreign_keys = off');
      await retryWhileBusy(this.#lockTimeout, () => {
        this.#writer.command('begin immediate');
      });
    } catch (error) {
      this.#writer.command('pragma foreign_keys = on');
      release();
      throw error;
    }
    return new StoreTransaction(this.#writer, this.#breather, mode, release);
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
  readonly #mode: 'data' | 'schema';
  readonly #release: () => void;
  #isOpen = true;

  constructor(writer: Connection, breather: Breather, mode: 'data' | 'schema', release: () => void) {
    this.#writer = writer;
    this.#breather = breather;
    this.#mode = mode;
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
    if (this.#mode === 'schema' && this.#writer.hasBrokenForeignKeys()) {
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
    if (this.#mode === 'schema') this.#writer.command('pragma foreign_keys = on');
    this.#release();
  }
}
