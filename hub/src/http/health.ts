import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '@tournee/db';

const PING_TIMEOUT_MS = 3000;

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Liveness and readiness: 200 while requests can be answered, 503 while the database is away. */
export async function serveHealth(res: ServerResponse, database: Pick<Database, 'ping'>): Promise<void> {
  const isUp = await answers(database);
  const body = JSON.stringify({
    status: isUp ? 'ok' : 'unavailable',
    database: isUp ? 'ok' : 'unreachable',
    version,
  });
  res.writeHead(isUp ? 200 : 503, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  res.end(body);
}

async function answers(database: Pick<Database, 'ping'>): Promise<boolean> {
  const timeout = new AbortController();
  try {
    return await Promise.race([
      database.ping().then(() => true),
      delay(PING_TIMEOUT_MS, false, { signal: timeout.signal }),
    ]);
  } catch {
    return false;
  } finally {
    timeout.abort();
  }
}
