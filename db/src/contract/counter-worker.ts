import { once } from 'node:events';
import { eq, sql } from 'drizzle-orm';
import type { Database } from '../engines/database.ts';
import { openDatabase } from '../engines/open-database.ts';
import { createWinpneuTables, migrate } from '../migrate.ts';
import { counter } from './contract-tables.ts';

/** Another process on the same database, for processes.db.spec.ts: does one task and tells its parent. */
const [, , url = '', task = '', argument = ''] = process.argv;

async function increment(database: Database): Promise<number> {
  return database.transaction(async (tx) => {
    const [row] = await tx
      .update(counter)
      .set({ value: sql`${counter.value} + ${1}` })
      .output({ inserted: { value: counter.value } })
      .where(eq(counter.id, 1));
    if (row === undefined) throw new Error('there is no counter');
    return row.inserted.value;
  });
}

async function tell(message: unknown): Promise<void> {
  await new Promise((resolve) => {
    process.send?.(message, undefined, undefined, resolve);
  });
}

const tasks: Readonly<Record<string, (database: Database) => Promise<void>>> = {
  /** Increments so many times, and tells all numbers that it drew. */
  increment: async (database) => {
    const drawn: number[] = [];
    for (let round = 0; round < Number(argument); round += 1) drawn.push(await increment(database));
    await tell(drawn);
  },
  /** Increments until it is killed, and tells each number once it is committed. */
  incrementForEver: async (database) => {
    for (;;) await tell(await increment(database));
  },
  /** Holds a transaction open until it is sent anything. */
  hold: async (database) => {
    await database.transaction(async (tx) => {
      await tx.update(counter).set({ value: 1000 }).where(eq(counter.id, 1));
      const released = once(process, 'message');
      await tell('held');
      await released;
    });
  },
  /** Does what a hub does when it starts, and tells which migrations it ran. */
  migrate: async (database) => {
    await createWinpneuTables(database);
    await tell(await migrate(database));
  },
};

const database = await openDatabase(url);
await tasks[task]?.(database);
await database.close();
process.disconnect();
