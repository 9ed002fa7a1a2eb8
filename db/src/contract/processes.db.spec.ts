import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { isLockTimeout } from '../engines/engine-errors.ts';
import { openDatabase } from '../engines/open-database.ts';
import { syncClock } from '../schema/sync.table.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { counter, createContractTables, item, resetContractTables } from './contract-tables.ts';

const WORKER = fileURLToPath(new URL('counter-worker.ts', import.meta.url));
const TIMEOUT = 120_000;

describe('engine: several processes on one database', () => {
  let test: TestDatabase;
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    test = await openTestDatabase({ hasTables: false });
    await createContractTables(test.database);
  }, TIMEOUT);
  beforeEach(async () => {
    await resetContractTables(test.database);
    await test.database.db.insert(counter).values({ id: 1, value: 0 });
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });
  afterAll(() => test.remove());

  const start = (url: string, ...task: string[]): ChildProcess => {
    const child = fork(WORKER, [url, ...task], {
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    children.push(child);
    return child;
  };
  const answerOf = async (child: ChildProcess): Promise<unknown> => {
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`the process ended without an answer (${String(code)})`);
    });
    // Most children end after their answer, when nobody waits for it any more.
    ended.catch(() => undefined);
    const [answer] = (await Promise.race([once(child, 'message'), ended])) as [unknown];
    return answer;
  };
  const value = async (): Promise<number | undefined> =>
    (await test.database.db.select().from(counter))[0]?.value;

  it(
    'loses no update, and draws no number twice',
    async () => {
      const workers = Array.from({ length: 3 }, () => start(test.url, 'increment', '50'));
      const drawn = (await Promise.all(workers.map(answerOf))).flat();
      expect(new Set(drawn).size).toBe(150);
      expect(await value()).toBe(150);
    },
    TIMEOUT,
  );

  it(
    'waits for a writer of another process without standing still, and reads meanwhile',
    async () => {
      const holder = start(test.url, 'hold');
      await answerOf(holder);
      const write = test.database.db
        .update(counter)
        .set({ value: sql`${counter.value} + ${1}` })
        .then(() => 'written');
      // Timers fire while the write waits: nothing blocks this process.
      expect(await Promise.race([write, setTimeout(100, 'waiting')])).toBe('waiting');
      expect(await value()).toBe(0);
      holder.send('release');
      await write;
      expect(await value()).toBe(1001);
    },
    TIMEOUT,
  );

  it(
    'keeps what was committed by a process that is killed, and nothing else of it',
    async () => {
      const worker = start(test.url, 'incrementForEver');
      let last = 0;
      worker.on('message', (number) => (last = Number(number)));
      while (last < 20) await setTimeout(5);
      const holder = start(test.url, 'hold');
      await answerOf(holder);
      const ended = Promise.all([worker, holder].map((child) => once(child, 'exit')));
      for (const child of [worker, holder]) child.kill('SIGKILL');
      await ended;
      const kept = (await value()) ?? 0;
      // One commit may have happened whose message did not come through any more.
      expect([last, last + 1]).toContain(kept);
      await test.database.db.update(counter).set({ value: 1 }).where(eq(counter.id, 1));
      expect(await value()).toBe(1);
    },
    TIMEOUT,
  );

  it(
    'migrates once, however many hubs start at the same time',
    async () => {
      const empty = await openTestDatabase({ hasTables: false });
      try {
        const workers = Array.from({ length: 3 }, () => start(empty.url, 'migrate'));
        const applied = (await Promise.all(workers.map(answerOf))) as string[][];
        expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
        expect(await empty.database.db.select().from(syncClock)).toEqual([{ id: 1, seq: 0 }]);
      } finally {
        await empty.remove();
      }
    },
    TIMEOUT,
  );

  it(
    'gives up with a lock timeout after its limit',
    async () => {
      if (test.database.engine !== 'embedded') return;
      const impatient = await openDatabase(test.url, { lockTimeout: 100 });
      const holder = start(test.url, 'hold');
      await answerOf(holder);
      const write = impatient.db.delete(item).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(isLockTimeout(await write)).toBe(true);
      await impatient.close();
    },
    TIMEOUT,
  );
});
