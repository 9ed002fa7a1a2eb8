import { setTimeout } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { sqlError, sqlErrorNumbers } from '../engines/engine-errors.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { counter, createContractTables, item, resetContractTables } from './contract-tables.ts';

describe('engine: transactions', () => {
  let test: TestDatabase;
  let ownerId: number;
  beforeAll(async () => {
    test = await openTestDatabase({ hasTables: false });
    await createContractTables(test.database);
  });
  beforeEach(async () => {
    ownerId = await resetContractTables(test.database);
    await test.database.db.insert(counter).values({ id: 1, value: 0 });
  });
  afterAll(() => test.remove());

  const increment = (q: Queryable): PromiseLike<{ inserted: { value: number } }[]> =>
    q
      .update(counter)
      .set({ value: sql`${counter.value} + ${1}` })
      .output({ inserted: { value: counter.value } })
      .where(eq(counter.id, 1));
  const valueOf = async (q: Queryable): Promise<number | undefined> =>
    (await q.select().from(counter))[0]?.value;

  it('keeps what is committed and answers what the work answers', async () => {
    const answer = await test.database.transaction(async (tx) => {
      await tx.insert(item).values({ ownerId, code: 'a' });
      return tx.$count(item);
    });
    expect([answer, await test.database.db.$count(item)]).toEqual([1, 1]);
  });

  it('shows at once what is committed without waiting for the disk, and flushes it', async () => {
    const add = (code: string): Promise<unknown> =>
      test.database.transaction((tx) => tx.insert(item).values({ ownerId, code }), { durability: 'later' });
    await add('a');
    expect(await test.database.db.$count(item)).toBe(1);
    await Promise.all([test.database.flush(), add('b').then(() => test.database.flush())]);
    await test.database.transaction((tx) => tx.insert(item).values({ ownerId, code: 'c' }));
    await test.database.flush();
    expect(await test.database.db.$count(item)).toBe(3);
  });

  it('undoes everything when the work fails, and throws its error', async () => {
    const work = test.database.transaction(async (tx) => {
      await tx.insert(item).values({ ownerId, code: 'a' });
      await increment(tx);
      throw new Error('on purpose');
    });
    await expect(work).rejects.toThrow('on purpose');
    expect([await test.database.db.$count(item), await valueOf(test.database.db)]).toEqual([0, 0]);
  });

  it('undoes a nested transaction alone', async () => {
    await test.database.transaction(async (tx) => {
      await tx.insert(item).values({ ownerId, code: 'a' });
      await expect(
        tx.transaction(async (inner) => {
          await inner.insert(item).values({ ownerId, code: 'b' });
          throw new Error('on purpose');
        }),
      ).rejects.toThrow('on purpose');
      await tx.transaction((inner) => inner.insert(item).values({ ownerId, code: 'c' }));
    });
    const rows = await test.database.db.select({ code: item.code }).from(item).orderBy(item.code);
    expect(rows).toEqual([{ code: 'a' }, { code: 'c' }]);
  });

  it('answers requests of one transaction that are made at once', async () => {
    const counts = await test.database.transaction(async (tx) => {
      await tx.insert(item).values({ ownerId, code: 'a' });
      return Promise.all([tx.$count(item), tx.$count(counter), increment(tx)]);
    });
    expect(counts).toEqual([1, 1, [{ inserted: { value: 1 } }]]);
  });

  it('loses no update of transactions that interleave', async () => {
    const drawn = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        test.database.transaction(async (tx) => {
          const [before] = await increment(tx);
          await setTimeout(index % 3);
          return before?.inserted.value;
        }),
      ),
    );
    expect(new Set(drawn).size).toBe(40);
    expect(await valueOf(test.database.db)).toBe(40);
  });

  it('lets a single write wait for an open transaction, and keeps both', async () => {
    let singleWrite: PromiseLike<unknown> | undefined;
    await test.database.transaction(async (tx) => {
      await increment(tx);
      singleWrite = increment(test.database.db).then((rows) => rows);
      await setTimeout(20);
    });
    await singleWrite;
    expect(await valueOf(test.database.db)).toBe(2);
  });

  it('neither blocks a reader nor shows it what is not committed', async () => {
    await test.database.transaction(async (tx) => {
      await tx.insert(item).values({ ownerId, code: 'a' });
      await increment(tx);
      expect([await test.database.db.$count(item), await valueOf(test.database.db)]).toEqual([0, 0]);
      expect(await valueOf(tx)).toBe(1);
    });
    expect(await test.database.db.$count(item)).toBe(1);
  });

  it('runs again after a deadlock, and undoes the first try', async () => {
    let tries = 0;
    await test.database.transaction(async (tx) => {
      tries += 1;
      await increment(tx);
      if (tries < 3) throw sqlError(sqlErrorNumbers.deadlock, 'Transaction was deadlocked.');
    });
    expect([tries, await valueOf(test.database.db)]).toEqual([3, 1]);
  });

  it('gives a deadlock to the caller after the last try', async () => {
    const work = test.database.transaction(
      () => Promise.reject(sqlError(sqlErrorNumbers.deadlock, 'Transaction was deadlocked.')),
      { attempts: 2 },
    );
    await expect(work).rejects.toMatchObject({ number: 1205 });
  });

  it('answers a ping', async () => {
    await expect(test.database.ping()).resolves.toBeUndefined();
  });
});
