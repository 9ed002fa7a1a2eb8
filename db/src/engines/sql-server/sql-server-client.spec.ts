import { setTimeout } from 'node:timers/promises';
import mssql from 'mssql';
import { schemaClient, sqlServerClient } from './sql-server-client.ts';

interface Input {
  readonly name: string;
  readonly type: unknown;
  readonly value: unknown;
}

/** Stands for the network behind the driver: a pool that is not connected, whose requests tell what they were given. */
class RecordingRequest extends mssql.Request {
  readonly inputs: Input[] = [];

  override input(name: string, ...typeAndValue: unknown[]): this {
    const [type, value] = typeAndValue.length === 1 ? [undefined, typeAndValue[0]] : typeAndValue;
    this.inputs.push({ name, type, value });
    return this;
  }
}

interface SentRequest {
  input(name: string, ...typeAndValue: unknown[]): unknown;
  query(sql: string): Promise<unknown>;
}

interface SentTransaction {
  begin(): Promise<unknown>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  request(): SentRequest;
}

function recordingPool(lockResult = 0): {
  pool: mssql.ConnectionPool;
  log: string[];
  request: RecordingRequest;
} {
  const log: string[] = [];
  const request = new RecordingRequest();
  const requestInTransaction = (): unknown => ({
    input: () => undefined,
    query: async (sql: string) => {
      const name = sql.includes('sp_getapplock') ? 'lock' : sql;
      log.push(`${name} starts`);
      await setTimeout(2);
      log.push(`${name} ends`);
      return { recordset: [{ result: lockResult }] };
    },
  });
  const step = (name: string) => () => {
    log.push(name);
    return Promise.resolve();
  };
  const pool = {
    request: () => request,
    transaction: () => ({
      begin: step('begin'),
      commit: step('commit'),
      rollback: step('rollback'),
      request: requestInTransaction,
    }),
  };
  return { pool: pool as unknown as mssql.ConnectionPool, log, request };
}

describe('sqlServerClient', () => {
  it('binds ASCII texts as varchar, others as nvarchar, and leaves everything else to the driver', () => {
    const { pool, request } = recordingPool();
    const sent = sqlServerClient(pool).request() as SentRequest;
    const at = new Date();
    sent.input('par0', 'GA00');
    sent.input('par1', 'Éléonore');
    sent.input('par2', mssql.DateTime2(7), at);
    sent.input('par3', 5);
    sent.input('par4', null);
    expect(request.inputs.map(({ name, value }) => [name, value])).toEqual([
      ['par0', 'GA00'],
      ['par1', 'Éléonore'],
      ['par2', at],
      ['par3', 5],
      ['par4', null],
    ]);
    expect(request.inputs.map(({ type }) => (type as { type?: unknown } | undefined)?.type)).toEqual([
      mssql.VarChar,
      mssql.NVarChar,
      mssql.DateTime2,
      undefined,
      undefined,
    ]);
  });

  it('lets the requests of one transaction stand in line, and commit behind them', async () => {
    const { pool, log } = recordingPool();
    const transaction = sqlServerClient(pool).transaction() as SentTransaction;
    await transaction.begin();
    await Promise.all([
      transaction.request().query('first'),
      transaction.request().query('second'),
      transaction.commit(),
    ]);
    expect(log).toEqual(['begin', 'first starts', 'first ends', 'second starts', 'second ends', 'commit']);
  });
});

describe('schemaClient', () => {
  it('takes the lock of the schema before anything else', async () => {
    const { pool, log } = recordingPool();
    const transaction = schemaClient(pool).transaction() as SentTransaction;
    await transaction.begin();
    await transaction.request().query('create');
    expect(log).toEqual(['begin', 'lock starts', 'lock ends', 'create starts', 'create ends']);
  });

  it('rolls back and gives up when it does not get the lock', async () => {
    const { pool, log } = recordingPool(-1);
    const transaction = schemaClient(pool).transaction() as SentTransaction;
    await expect(transaction.begin()).rejects.toMatchObject({ number: 1222 });
    expect(log.at(-1)).toBe('rollback');
  });
});
