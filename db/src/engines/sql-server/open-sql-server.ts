import mssql from 'mssql';
import type { Database } from '../database.ts';
import type { SqlServerAddress } from '../database-url.ts';
import { makeDatabase } from '../drizzle-database.ts';
import { DatabaseUnreachable } from '../engine-errors.ts';
import { engineMessages } from '../engine.messages.ts';
import { schemaClient, sqlServerClient, yieldingClient } from './sql-server-client.ts';

const REQUEST_TIMEOUT = 60_000;
const CONNECTION_TIMEOUT = 15_000;
const POOL_SIZE = 10;

export interface SqlServerOptions {
  /** Told of errors on idle connections, which belong to no request: the pool opens new ones by itself. */
  readonly onConnectionError?: (error: Error) => void;
  readonly requestTimeout?: number;
  readonly poolSize?: number;
}

/** Connects the pool; rejected with DatabaseUnreachable when the server does not answer or refuses. */
export async function openSqlServer(
  address: SqlServerAddress,
  options: SqlServerOptions = {},
): Promise<Database> {
  const pool = new mssql.ConnectionPool(poolConfig(address, options));
  // Without a listener, an idle connection that breaks would take the process down.
  pool.on('error', (error: Error) => options.onConnectionError?.(error));
  try {
    await pool.connect();
  } catch (error) {
    throw unreachable(error, address);
  }
  return makeDatabase({
    engine: 'sql-server',
    client: sqlServerClient(pool),
    schemaClient: schemaClient(pool),
    yielding: yieldingClient(pool),
    close: () => pool.close(),
  });
}

function poolConfig(address: SqlServerAddress, options: SqlServerOptions): mssql.config {
  return {
    server: address.server,
    port: address.port,
    user: address.user,
    password: address.password,
    database: address.database,
    requestTimeout: options.requestTimeout ?? REQUEST_TIMEOUT,
    connectionTimeout: CONNECTION_TIMEOUT,
    pool: { min: 0, max: options.poolSize ?? POOL_SIZE },
    options: {
      appName: 'tournee',
      encrypt: address.encrypt,
      trustServerCertificate: address.trustServerCertificate,
      // winpneu's hours are wall-clock, without zone: they go through unchanged, read and written as if UTC.
      useUTC: true,
      enableArithAbort: true,
    },
  };
}

function unreachable(error: unknown, { server, port }: SqlServerAddress): DatabaseUnreachable {
  const isLogin = error instanceof mssql.ConnectionError && error.code === 'ELOGIN';
  const place = `${server}:${String(port)}`;
  const sentence = isLogin ? engineMessages.loginRefused(place) : engineMessages.serverUnreachable(place);
  return new DatabaseUnreachable(sentence, { cause: error });
}
