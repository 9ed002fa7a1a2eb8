import type { Database } from './database.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { type EmbeddedOptions, openEmbedded } from './embedded/open-embedded.ts';
import { openSqlServer, type SqlServerOptions } from './sql-server/open-sql-server.ts';

export type OpenOptions = EmbeddedOptions & SqlServerOptions;

/**
 * Opens the database of `DATABASE_URL`: `sqlite:<path>` or `mssql://user:password@host:1433/base?encrypt=true&…`.
 * Rejected with BadDatabaseUrl or DatabaseUnreachable, each with one French sentence for whoever starts the hub.
 */
export async function openDatabase(url: string, options: OpenOptions = {}): Promise<Database> {
  const address = parseDatabaseUrl(url);
  return address.engine === 'embedded' ? openEmbedded(address, options) : openSqlServer(address, options);
}
