import { accessSync, chmodSync, closeSync, constants, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Database } from '../database.ts';
import type { EmbeddedAddress } from '../database-url.ts';
import { makeDatabase } from '../drizzle-database.ts';
import { BaseDamaged, DatabaseUnreachable } from '../engine-errors.ts';
import { engineMessages } from '../engine.messages.ts';
import { checkPages } from './check-pages.ts';
import { Connection } from './connection.ts';
import { EmbeddedClient } from './embedded-client.ts';
import { EmbeddedStore } from './embedded-store.ts';
import { LogFlush } from './log-flush.ts';
import { retryWhileBusy } from './waiting.ts';

const LOCK_TIMEOUT = 15_000;
const NOT_A_DATABASE = 26;
const DAMAGED = 11;

export interface EmbeddedOptions {
  /** How long a writer waits for another before error 1222, in ms. Default 15,000. */
  readonly lockTimeout?: number;
}

/**
 * Opens the file, which is made if it is not there.
 *
 * WAL, so that readers and the one writer never wait for each other. In WAL a committed transaction survives a killed
 * process whatever `synchronous` says, because it has left the process for the system's cache. `full`, the default,
 * also has it on the disk before the commit returns: with `normal` a power cut could take back the last commits, and
 * with them sequence numbers that devices have seen already, which the feed would then give to other documents. Where
 * many transactions lead to one answer, their commits are `deferred`, and the log is flushed once before the answer.
 */
export async function openEmbedded(
  address: EmbeddedAddress,
  options: EmbeddedOptions = {},
): Promise<Database> {
  const file = resolve(address.file);
  const lockTimeout = options.lockTimeout ?? LOCK_TIMEOUT;
  prepareFolder(dirname(file));
  keepPrivate(file);
  // 6 MB for each connection: the system keeps the file's pages too, and a larger cache was no faster.
  const shared = ['busy_timeout = 0', 'cache_size = -6144', 'temp_store = memory'];
  const open = (pragmas: readonly string[]): Promise<Connection> =>
    retryWhileBusy(lockTimeout, () => new Connection(file, [...shared, ...pragmas]));
  try {
    const writer = await open([
      'journal_mode = wal',
      `synchronous = ${address.synchronous}`,
      'foreign_keys = on',
      'journal_size_limit = 67108864',
      'wal_autocheckpoint = 4000',
    ]);
    const reader = await open(['query_only = on']);
    const { synchronous } = address;
    const store = new EmbeddedStore({ reader, writer }, { lockTimeout, synchronous });
    const log = new LogFlush(file);
    return makeDatabase({
      engine: 'embedded',
      client: new EmbeddedClient(store, 'data'),
      schemaClient: new EmbeddedClient(store, 'schema'),
      deferred: { client: new EmbeddedClient(store, 'deferred'), flush: () => log.flush() },
      checkPages: (limitMs) => checkPages(file, limitMs),
      close: async () => {
        await log.close();
        await store.close();
      },
    });
  } catch (error) {
    throw unreachable(error, file);
  }
}

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new DatabaseUnreachable(engineMessages.folderNotWritable(folder), { cause: error });
  }
}

/** Only this user may read the base: SQLite gives its log the same rights. A file of somebody else's is left to them. */
function keepPrivate(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600));
  } catch {
    // SQLite says better what is wrong with it.
    return;
  }
  for (const name of [file, `${file}-wal`, `${file}-shm`]) {
    try {
      chmodSync(name, 0o600);
    } catch {
      // Not there, or not ours.
    }
  }
}

function unreachable(error: unknown, file: string): Error {
  const code = typeof error === 'object' && error !== null && 'errcode' in error ? error.errcode : undefined;
  if (code === NOT_A_DATABASE)
    return new DatabaseUnreachable(engineMessages.notADatabase(file), { cause: error });
  const reason =
    typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
  if (typeof code === 'number' && (code & 0xff) === DAMAGED)
    return new BaseDamaged(engineMessages.damaged(file, [reason]), { cause: error });
  return new DatabaseUnreachable(engineMessages.fileNotOpened(file, reason), { cause: error });
}
