import type mssql from 'mssql';
import type { DrizzleClient } from '../drizzle-database.ts';
import { lockTimeoutError } from '../engine-errors.ts';
import { beginOrRelease, rollbackOrClose } from './held-connection.ts';
import { stringType } from './string-type.ts';

/** The pool as Drizzle gets it: texts are bound by their content, and a transaction's requests stand in line. */
export function sqlServerClient(pool: mssql.ConnectionPool): DrizzleClient {
  return {
    request: () => withStringTypes(pool.request()),
    transaction: () => new QueuedTransaction(pool.transaction(), () => Promise.resolve()),
  };
}

/** Like it, but its transactions exclude each other in the whole database: DDL alone would not, before it has begun. */
export function schemaClient(pool: mssql.ConnectionPool): DrizzleClient {
  return {
    request: () => withStringTypes(pool.request()),
    transaction: () => new QueuedTransaction(pool.transaction(), takeSchemaLock),
  };
}

async function takeSchemaLock(transaction: mssql.Transaction): Promise<void> {
  const { recordset } = await transaction.request().query<{ result: number }>(
    `declare @result int;
     exec @result = sp_getapplock @Resource = 'tournee-schema', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 50000;
     select @result as result`,
  );
  if ((recordset[0]?.result ?? -1) < 0) throw lockTimeoutError();
}

function withStringTypes(request: mssql.Request): mssql.Request {
  const input = request.input.bind(request);
  request.input = (name: string, ...typeAndValue: unknown[]): mssql.Request => {
    const [value] = typeAndValue;
    if (typeAndValue.length === 1)
      return typeof value === 'string' ? input(name, stringType(value), value) : input(name, value);
    return input(name, value as mssql.ISqlType, typeAndValue[1]);
  };
  return request;
}

/** The driver refuses a second request of a transaction while one is under way (EREQINPROG): here it waits. */
class QueuedTransaction {
  readonly #transaction: mssql.Transaction;
  readonly #onBegin: (transaction: mssql.Transaction) => Promise<void>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(transaction: mssql.Transaction, onBegin: (transaction: mssql.Transaction) => Promise<void>) {
    this.#transaction = transaction;
    this.#onBegin = onBegin;
  }

  async begin(isolationLevel?: mssql.IIsolationLevel): Promise<this> {
    await beginOrRelease(this.#transaction, isolationLevel);
    try {
      await this.#onBegin(this.#transaction);
    } catch (error) {
      // Drizzle rolls back only what has begun.
      await rollbackOrClose(this.#transaction).catch(() => undefined);
      throw error;
    }
    return this;
  }

  commit(): Promise<void> {
    return this.#inLine(() => this.#transaction.commit());
  }

  rollback(): Promise<void> {
    return this.#inLine(() => rollbackOrClose(this.#transaction));
  }

  request(): mssql.Request {
    const request = withStringTypes(this.#transaction.request());
    const query = request.query.bind(request) as (sql: string) => Promise<mssql.IResult<unknown>>;
    request.query = ((sql: string) => this.#inLine(() => query(sql))) as mssql.Request['query'];
    return request;
  }

  #inLine<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
