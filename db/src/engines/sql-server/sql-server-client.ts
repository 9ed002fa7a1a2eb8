import type mssql from 'mssql';
import type { DrizzleClient } from '../drizzle-database.ts';
import { lockTimeoutError } from '../engine-errors.ts';
import { retryOnDeadlock } from '../retry-on-deadlock.ts';
import { beginOrRelease, rollbackOrClose } from './held-connection.ts';
import { stringType } from './string-type.ts';

/** Under `sp_executesql`, as the driver sends statements, it holds for the request that says it, and no longer. */
const GIVE_WAY = 'set deadlock_priority low;';
const READS = /^\s*(select|with)\b/i;

/**
 * The pool as Drizzle gets it: texts are bound by their content, a transaction's requests stand in line, and a request
 * of its own that is the victim of a deadlock, which leaves nothing done, is sent again. Reads of their own give way: a
 * pull that comes in the way of a writer costs less to do again.
 */
export function sqlServerClient(pool: mssql.ConnectionPool): DrizzleClient {
  return {
    request: () => sentAgain(withStringTypes(pool.request())),
    transaction: () => new QueuedTransaction(pool.transaction()),
  };
}

/** Like it, but in a deadlock its transactions give way. */
export function yieldingClient(pool: mssql.ConnectionPool): DrizzleClient {
  return {
    ...sqlServerClient(pool),
    transaction: () => new QueuedTransaction(pool.transaction(), { prefix: GIVE_WAY }),
  };
}

/** Like it, but its transactions exclude each other in the whole database: DDL alone would not, before it has begun. */
export function schemaClient(pool: mssql.ConnectionPool): DrizzleClient {
  return {
    request: () => withStringTypes(pool.request()),
    transaction: () => new QueuedTransaction(pool.transaction(), { onBegin: takeSchemaLock }),
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

type Query = (text: string) => Promise<mssql.IResult<unknown>>;

function sentAgain(request: mssql.Request): mssql.Request {
  const query = request.query.bind(request) as Query;
  request.query = ((text: string) =>
    retryOnDeadlock(() => query(READS.test(text) ? `${GIVE_WAY} ${text}` : text))) as mssql.Request['query'];
  return request;
}

interface QueuedOptions {
  readonly onBegin?: (transaction: mssql.Transaction) => Promise<void>;
  /** Goes before each statement. */
  readonly prefix?: string;
}

/** The driver refuses a second request of a transaction while one is under way (EREQINPROG): here it waits. */
class QueuedTransaction {
  readonly #transaction: mssql.Transaction;
  readonly #options: QueuedOptions;
  #last: Promise<unknown> = Promise.resolve();

  constructor(transaction: mssql.Transaction, options: QueuedOptions = {}) {
    this.#transaction = transaction;
    this.#options = options;
  }

  async begin(isolationLevel?: mssql.IIsolationLevel): Promise<this> {
    await beginOrRelease(this.#transaction, isolationLevel);
    try {
      await this.#options.onBegin?.(this.#transaction);
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
    const query = request.query.bind(request) as Query;
    const { prefix } = this.#options;
    request.query = ((text: string) =>
      this.#inLine(() => query(prefix ? `${prefix} ${text}` : text))) as mssql.Request['query'];
    return request;
  }

  #inLine<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
