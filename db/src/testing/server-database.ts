import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { openDatabase } from '../engines/open-database.ts';

/**
 * Creates a database with a name of its own on the server of `url`, in French_CI_AS like winpneu's, and with snapshots
 * for readers, so that a read does not wait for a writer there either.
 */
export async function createServerDatabase(url: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `tournee_test_${randomBytes(6).toString('hex')}`;
  const server = await openDatabase(url);
  try {
    await server.db.execute(sql.raw(`create database [${name}] collate French_CI_AS`));
    await server.db.execute(
      sql.raw(`alter database [${name}] set read_committed_snapshot on with rollback immediate`),
    );
  } finally {
    await server.close();
  }
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => dropDatabase(url, name) };
}

async function dropDatabase(url: string, name: string): Promise<void> {
  const server = await openDatabase(url);
  try {
    await server.db.execute(sql.raw(`alter database [${name}] set single_user with rollback immediate`));
    await server.db.execute(sql.raw(`drop database [${name}]`));
  } finally {
    await server.close();
  }
}
