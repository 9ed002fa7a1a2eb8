import { and, asc, count, desc, eq, gt, inArray, isNull, max, sql, sum } from 'drizzle-orm';
import { alias } from 'drizzle-orm/mssql-core';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { createContractTables, item, owner, resetContractTables } from './contract-tables.ts';

describe('engine: rows', () => {
  let test: TestDatabase;
  let ownerId: number;
  beforeAll(async () => {
    test = await openTestDatabase({ hasTables: false });
    await createContractTables(test.database);
  });
  beforeEach(async () => {
    ownerId = await resetContractTables(test.database);
  });
  afterAll(() => test.remove());

  const codes = (rows: readonly { code: string }[]): string[] => rows.map(({ code }) => code);
  const insertCodes = async (...wanted: string[]): Promise<void> => {
    await test.database.db
      .insert(item)
      .values(wanted.map((code, index) => ({ ownerId, code, quantity: index })));
  };

  describe('insert', () => {
    it('answers the output columns, with rising identity values', async () => {
      const rows = await test.database.db
        .insert(item)
        .output({ id: item.id, code: item.code })
        .values([
          { ownerId, code: 'a' },
          { ownerId, code: 'b' },
        ]);
      expect(codes(rows)).toEqual(['a', 'b']);
      expect(rows[1]?.id).toBe((rows[0]?.id ?? 0) + 1);
    });

    it('gives an undefined value the default, and a null value null', async () => {
      await test.database.db.insert(item).values([
        { ownerId, code: 'a', label: null },
        { ownerId, code: 'b', quantity: 3, state: undefined, label: 'x' },
      ]);
      const rows = await test.database.db.select().from(item).orderBy(item.code);
      expect(rows.map(({ quantity, state, isKept, label }) => [quantity, state, isKept, label])).toEqual([
        [7, 'neuf', false, null],
        [3, 'neuf', false, 'x'],
      ]);
      expect(Math.abs(Date.now() - (rows[0]?.madeAt.getTime() ?? 0))).toBeLessThan(60_000);
    });

    it('copies the rows of a select', async () => {
      await insertCodes('a', 'b');
      await test.database.db.execute(
        sql`insert into ${item} ([owner_id], [code], [label]) select [owner_id], [code] + 'x', [code] from ${item} where [code] = ${'b'}`,
      );
      const rows = await test.database.db.select().from(item).where(eq(item.label, 'b'));
      expect(codes(rows)).toEqual(['bx']);
    });

    it('answers the key of one row without output, which a table with triggers does not allow', async () => {
      const { db, engine } = test.database;
      const hasTrigger = engine === 'sql-server';
      // The key that the trigger draws from another table must not be taken for ours.
      if (hasTrigger) {
        await db.execute(
          sql.raw(`create trigger [contract].[item_noted] on [contract].[item] after insert as
            insert into [contract].[owner] ([code], [name]) values ('trig', 'x')`),
        );
      }
      const insert = db.insert(item).values({ ownerId, code: 'a', label: 'été' }).getSQL();
      const { recordset } = await db.execute(sql`${insert}; select cast(scope_identity() as int) as [id]`);
      if (hasTrigger) await db.execute(sql.raw('drop trigger [contract].[item_noted]'));
      expect(await db.select({ id: item.id, label: item.label }).from(item)).toEqual([
        { ...recordset[0], label: 'été' },
      ]);
    });

    it('never gives the identity of a deleted row again', async () => {
      const [first] = await test.database.db
        .insert(item)
        .output({ id: item.id })
        .values({ ownerId, code: 'a' });
      await test.database.db.delete(item);
      const [second] = await test.database.db
        .insert(item)
        .output({ id: item.id })
        .values({ ownerId, code: 'a' });
      expect(second?.id).toBe((first?.id ?? 0) + 1);
    });

    it('takes a given identity between identity_insert on and off only', async () => {
      const insert = sql`insert into ${item} ([id], [owner_id], [code]) values (${9000}, ${ownerId}, ${'a'})`;
      await expect(test.database.db.execute(insert)).rejects.toMatchObject({ cause: { number: 544 } });
      await test.database.db.execute(
        sql`set identity_insert ${item} on; ${insert}; set identity_insert ${item} off`,
      );
      const [next] = await test.database.db
        .insert(item)
        .output({ id: item.id })
        .values({ ownerId, code: 'b' });
      expect(next?.id).toBe(9001);
    });
  });

  describe('update and delete', () => {
    it('answers the row after an update, computed from itself', async () => {
      await insertCodes('a', 'b');
      const rows = await test.database.db
        .update(item)
        .set({ quantity: sql`${item.quantity} + ${10}` })
        .output({ inserted: { quantity: item.quantity } })
        .where(eq(item.code, 'b'));
      expect(rows).toEqual([{ inserted: { quantity: 11 } }]);
    });

    it('tells how many rows it touched', async () => {
      await insertCodes('a', 'b', 'c');
      const updated = await test.database.db.update(item).set({ label: 'x' }).where(gt(item.quantity, 0));
      const deleted = await test.database.db.delete(item).where(eq(item.code, 'nothing'));
      expect([updated.rowsAffected, deleted.rowsAffected]).toEqual([[2], [0]]);
    });

    it('answers the rows that a delete removed', async () => {
      await insertCodes('a', 'b');
      const rows = await test.database.db.delete(item).output({ code: item.code }).where(eq(item.code, 'a'));
      expect(codes(rows)).toEqual(['a']);
      expect(codes(await test.database.db.select().from(item))).toEqual(['b']);
    });
  });

  describe('select', () => {
    it('takes the top rows of an order', async () => {
      await insertCodes('a', 'b', 'c');
      expect(codes(await test.database.db.select().top(2).from(item).orderBy(desc(item.code)))).toEqual([
        'c',
        'b',
      ]);
    });

    it('pages by offset and fetch', async () => {
      await insertCodes('a', 'b', 'c', 'd');
      const page = test.database.db.select().from(item).orderBy(asc(item.code)).offset(1).fetch(2);
      expect(codes(await page)).toEqual(['b', 'c']);
      expect(codes(await test.database.db.select().from(item).orderBy(item.code).offset(3))).toEqual(['d']);
    });

    it('joins tables, also one with itself, and gives null for what is missing', async () => {
      await insertCodes('a', 'b');
      await test.database.db.insert(owner).values({ code: 'MA', name: 'Marchand' });
      const rows = await test.database.db
        .select({ owner: owner.code, item: item.code })
        .from(owner)
        .leftJoin(item, eq(item.ownerId, owner.id))
        .orderBy(owner.code, item.code);
      expect(rows).toEqual([
        { owner: 'GA', item: 'a' },
        { owner: 'GA', item: 'b' },
        { owner: 'MA', item: null },
      ]);
      const other = alias(item, 'other');
      const pairs = await test.database.db
        .select({ first: item.code, second: other.code })
        .from(item)
        .innerJoin(other, and(eq(other.ownerId, item.ownerId), gt(other.code, item.code)));
      expect(pairs).toEqual([{ first: 'a', second: 'b' }]);
    });

    it('groups, counts, sums and filters groups', async () => {
      await test.database.db.insert(item).values([
        { ownerId, code: 'a', state: 'neuf', price: 0.1, quantity: 1 },
        { ownerId, code: 'b', state: 'neuf', price: 0.2, quantity: 2 },
        { ownerId, code: 'c', state: 'usé', quantity: 5 },
      ]);
      const rows = await test.database.db
        .select({
          state: item.state,
          rows: count(),
          total: sum(item.price).mapWith(Number),
          most: max(item.quantity),
        })
        .from(item)
        .groupBy(item.state)
        .having(gt(count(), 1));
      expect(rows).toEqual([{ state: 'neuf', rows: 2, total: 0.3, most: 2 }]);
      expect(await test.database.db.$count(item, isNull(item.price))).toBe(1);
    });

    it('reads common tables, subqueries and unions', async () => {
      const { db } = test.database;
      await insertCodes('a', 'b', 'c');
      const big = db
        .$with('big')
        .as(db.select({ code: item.code, quantity: item.quantity }).from(item).where(gt(item.quantity, 0)));
      const inner = db.select({ code: item.code }).from(item).where(eq(item.quantity, 0));
      expect(codes(await db.with(big).select().from(big).orderBy(desc(big.quantity)))).toEqual(['c', 'b']);
      expect(codes(await db.select().from(item).where(inArray(item.code, inner)))).toEqual(['a']);
      const union = db
        .select({ code: item.code })
        .from(item)
        .where(eq(item.code, 'a'))
        .unionAll(db.select({ code: owner.code }).from(owner));
      expect(codes(await union).sort()).toEqual(['GA', 'a']);
    });

    it('numbers the rows of each group', async () => {
      await insertCodes('a', 'b', 'c');
      const rows = await test.database.db
        .select({
          code: item.code,
          position:
            sql<number>`row_number() over (partition by ${item.ownerId} order by ${item.code} desc)`.mapWith(
              Number,
            ),
        })
        .from(item)
        .orderBy(item.code);
      expect(rows.map(({ position }) => position)).toEqual([3, 2, 1]);
    });

    it('tells how many bytes a text takes, at least one and at most three for each letter', async () => {
      await insertCodes('a', 'bcd');
      const rows = await test.database.db.execute<[code: string, bytes: number]>(
        sql`select [code], datalength([code]) from ${item} order by [code]`,
        'arrays',
      );
      const within = (letters: number, bytes: number): boolean => letters <= bytes && bytes <= 3 * letters;
      expect(rows.map(([code, bytes]) => within(code.length, bytes))).toEqual([true, true]);
    });

    it('gives rows as objects to raw queries', async () => {
      await insertCodes('a');
      const { recordset } = await test.database.db.execute(
        sql`select [code], [quantity], 7 / 2 as [half], len([code]) as [length] from ${item}`,
      );
      expect(recordset).toEqual([{ code: 'a', quantity: 0, half: 3, length: 1 }]);
    });
  });
});
