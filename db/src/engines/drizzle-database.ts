import { sql } from 'drizzle-orm';
import { drizzle, type NodeMsSqlClient } from 'drizzle-orm/node-mssql';
import type { Database, Queryable } from './database.ts';
import { retryOnDeadlock } from './retry-on-deadlock.ts';

/** What Drizzle's node-mssql session calls on its client; the real pool has it, and the embedded engine offers it. */
export interface DrizzleClient {
  request(): object;
  transaction(): object;
}

export interface EngineParts {
  readonly engine: Database['engine'];
  readonly client: DrizzleClient;
  /** A client whose transactions may change the schema, one at a time among all processes. */
  readonly schemaClient: DrizzleClient;
  /** A client whose commits don't wait for the disk; `flush` does. None where every commit is durable at once. */
  readonly deferred?: { readonly client: DrizzleClient; readonly flush: () => Promise<void> };
  /** A client whose transactions give way in a deadlock; none where there are no deadlocks. */
  readonly yielding?: DrizzleClient;
  /** None where the pages are looked after by somebody else. */
  readonly checkPages?: Database['checkPages'];
  readonly close: () => Promise<void>;
}

/** Puts Drizzle on an engine. */
export function makeDatabase({
  engine,
  client,
  schemaClient,
  deferred,
  yielding,
  checkPages,
  close,
}: EngineParts): Database {
  const db = onClient(client);
  const deferredDb = deferred ? onClient(deferred.client) : db;
  const yieldingDb = yielding ? onClient(yielding) : db;
  const schemaDb = onClient(schemaClient);
  return {
    engine,
    db,
    transaction: (work, options) => {
      const { durability, priority, attempts } = options ?? {};
      const on = priority === 'low' ? yieldingDb : durability === 'later' ? deferredDb : db;
      return retryOnDeadlock(() => on.transaction(work), attempts);
    },
    flush: async () => deferred?.flush(),
    changeSchema: (work) => schemaDb.transaction(work),
    ping: async () => {
      await db.execute(sql`select 1 as [one]`);
    },
    checkPages: async (limitMs) => (await checkPages?.(limitMs)) ?? { state: 'sound' },
    close,
  };
}

function onClient(client: DrizzleClient): Queryable {
  // The declared type asks for the driver's own Request; only what Drizzle calls on it is there in the embedded engine.
  return drizzle({ client: client as unknown as NodeMsSqlClient });
}
