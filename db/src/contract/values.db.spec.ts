import { and, asc, between, eq, gt, gte, like, lte, max, ne, sql } from 'drizzle-orm';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { createContractTables, item, owner, resetContractTables } from './contract-tables.ts';

describe('engine: values', () => {
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

  const insert = async (values: Omit<typeof item.$inferInsert, 'ownerId'>): Promise<void> => {
    await test.database.db.insert(item).values({ ownerId, ...values });
  };
  const only = async () => {
    const [row] = await test.database.db.select().from(item);
    return row;
  };

  describe('dates', () => {
    it.each([
      '1900-01-01T00:00:00.000Z',
      '2099-12-31T23:59:59.997Z',
      '1999-02-28T12:34:56.123Z',
      '2024-02-29T00:00:00.000Z',
    ])('come back as they were written: %s', async (instant) => {
      await insert({
        code: 'a',
        at: new Date(instant),
        precise: new Date(instant),
        day: instant.slice(0, 10),
      });
      const row = await only();
      expect(row?.precise?.toISOString()).toBe(instant);
      expect(row?.at?.toISOString()).toBe(instant);
      expect(row?.day).toBe(instant.slice(0, 10));
    });

    it('of datetime are rounded to 1/300 s, those of datetime2(3) are not', async () => {
      await insert({
        code: 'a',
        at: new Date('2026-11-24T10:15:00.124Z'),
        precise: new Date('2026-11-24T10:15:00.124Z'),
      });
      const row = await only();
      expect(row?.at?.getTime()).toBe(Date.parse('2026-11-24T10:15:00.123Z'));
      expect(row?.precise?.getTime()).toBe(Date.parse('2026-11-24T10:15:00.124Z'));
    });

    it('are compared and ordered as dates, whether given as Date or as text', async () => {
      await insert({ code: 'a', day: '2026-01-31', precise: new Date('2026-01-31T08:00:00Z') });
      await insert({ code: 'b', day: '2026-02-01', precise: new Date('1900-01-01T00:00:00Z') });
      const { db } = test.database;
      const inJanuary = await db
        .select()
        .from(item)
        .where(between(item.day, '2026-01-01', '2026-01-31'));
      const late = await db
        .select()
        .from(item)
        .where(gte(item.precise, new Date('2026-01-31T08:00:00Z')));
      const early = await db
        .select()
        .from(item)
        .where(sql`${item.precise} < '2000-01-01'`);
      expect([inJanuary, late, early].map((rows) => rows.map(({ code }) => code))).toEqual([
        ['a'],
        ['a'],
        ['b'],
      ]);
      expect((await db.select({ code: item.code }).from(item).orderBy(asc(item.precise)))[0]?.code).toBe('b');
      const [last] = await db.select({ last: max(item.precise) }).from(item);
      expect(last?.last?.toISOString()).toBe('2026-01-31T08:00:00.000Z');
    });

    it('are computed with dateadd, datediff, year, month and day', async () => {
      await insert({ code: 'a', precise: new Date('2024-01-31T23:30:00Z') });
      const { recordset } = await test.database.db
        .execute(sql`select dateadd(month, 1, ${item.precise}) as [next],
        datediff(day, ${item.precise}, dateadd(hour, 1, ${item.precise})) as [days], year(${item.precise}) as [year],
        month(${item.precise}) as [month], day(${item.precise}) as [day] from ${item}`);
      expect(recordset).toEqual([
        { next: new Date('2024-02-29T23:30:00Z'), days: 1, year: 2024, month: 1, day: 31 },
      ]);
    });
  });

  describe('texts', () => {
    it.each(['Éléonore Œuvrard', 'ça et là, « œufs »', '🚜 tracteur', "l'année [x] 100 % @par0", ''])(
      'of nvarchar come back whatever they hold: %s',
      async (text) => {
        await insert({ code: 'a', label: text, note: text.repeat(500) });
        const row = await only();
        expect([row?.label, row?.note]).toEqual([text, text.repeat(500)]);
      },
    );

    it('of char are padded to their length, whatever was written', async () => {
      const { recordset } = await test.database.db.execute(sql`select [code] from ${owner}`);
      expect(recordset).toEqual([{ code: 'GA  ' }]);
    });

    it('are equal whatever blanks stand at their end', async () => {
      await insert({ code: 'GA' });
      const { db } = test.database;
      const found = await Promise.all([
        db.$count(owner, eq(owner.code, 'GA  ')),
        db.$count(owner, eq(owner.code, 'GA')),
        db.$count(item, eq(item.code, 'GA   ')),
        db.$count(owner, ne(owner.code, 'GA   ')),
      ]);
      expect(found).toEqual([1, 1, 1, 0]);
      const joined = await db
        .select()
        .from(item)
        .innerJoin(owner, sql`${item.code} = ${owner.code}`);
      expect(joined).toHaveLength(1);
    });

    it('are compared by letters alone where the query names a collation', async () => {
      const { db } = test.database;
      await db.insert(owner).values({ code: 'EL', name: 'Éléonore Œuvrard' });
      const count = (where: ReturnType<typeof sql>): Promise<number> => db.$count(owner, where);
      const found = await Promise.all([
        count(sql`${owner.name} collate French_CI_AS = ${'éléonore œuvrard'}`),
        count(sql`${owner.name} collate French_CI_AS = ${'Eleonore Œuvrard'}`),
        count(sql`${owner.name} collate French_CI_AI = ${'ELEONORE œuvrard'}`),
        count(sql`${owner.name} = ${'garnier'} collate French_CI_AS`),
        count(sql`${owner.name} collate French_CI_AI in (${'GARNIER'}, ${'eleonore ŒUVRARD'})`),
        count(sql`${owner.name} collate French_CI_AI like ${'ELEO%'}`),
        count(sql`${owner.name} collate French_CI_AS like ${'eleo%'}`),
        count(sql`${owner.name} collate French_CI_AI like ${'_l[e-f]o[^x]%'}`),
      ]);
      expect(found).toEqual([1, 0, 1, 1, 2, 1, 0, 1]);
    });

    it('are ordered as a dictionary does where the query names a collation', async () => {
      const { db } = test.database;
      await db
        .insert(owner)
        .values(
          ['zoé', 'Élan', 'eau', 'ETE', 'été'].map((name, index) => ({ code: `x${String(index)}`, name })),
        );
      const rows = await db
        .select({ name: owner.name })
        .from(owner)
        .where(ne(owner.code, 'GA'))
        .orderBy(sql`${owner.name} collate French_CI_AS`);
      expect(rows.map(({ name }) => name)).toEqual(['eau', 'Élan', 'ETE', 'été', 'zoé']);
    });

    it('are searched with escaped wildcards', async () => {
      await insert({ code: 'a', label: '100 % coton' });
      await insert({ code: 'b', label: '100 lin' });
      const { db } = test.database;
      expect(await db.$count(item, like(item.label, '100%'))).toBe(2);
      expect(await db.$count(item, sql`${item.label} like ${'100 !%%'} escape '!'`)).toBe(1);
      expect(await db.$count(item, sql`${item.label} not like ${'%lin'}`)).toBe(1);
    });

    it('are put together with +', async () => {
      await insert({ code: 'a', label: 'É' });
      const { recordset } = await test.database.db.execute(
        sql`select [label] + ' / ' + [code] as [both], [label] + null as [nothing] from ${item}`,
      );
      expect(recordset).toEqual([{ both: 'É / a', nothing: null }]);
    });
  });

  describe('numbers', () => {
    it('of decimal keep their digits, also negative ones', async () => {
      await insert({ code: 'a', price: -1234567.89 });
      await insert({ code: 'b', price: 3 });
      const { db } = test.database;
      const rows = await db.select({ price: item.price }).from(item).orderBy(item.price);
      expect(rows).toEqual([{ price: -1234567.89 }, { price: 3 }]);
      expect(await db.$count(item, and(gt(item.price, -2_000_000), lte(item.price, 3)))).toBe(2);
      const { recordset } = await db.execute(
        sql`select [price] / 2 as [half] from ${item} where [code] = 'b'`,
      );
      expect(recordset).toEqual([{ half: 1.5 }]);
    });

    it.each([9_007_199_254_740_993n, -9_223_372_036_854_775_808n, 0n])(
      'of bigint are whole beyond 2^53: %s',
      async (big) => {
        await insert({ code: 'a', big });
        expect((await only())?.big).toBe(big);
        expect(await test.database.db.$count(item, eq(item.big, big))).toBe(1);
      },
    );

    it('of bit are booleans', async () => {
      await insert({ code: 'a', isKept: true });
      await insert({ code: 'b', isKept: false });
      const rows = await test.database.db.select({ code: item.code }).from(item).where(eq(item.isKept, true));
      expect(rows).toEqual([{ code: 'a' }]);
      const { recordset } = await test.database.db.execute(
        sql`select [is_kept] from ${item} order by [code]`,
      );
      expect(recordset).toEqual([{ is_kept: true }, { is_kept: false }]);
    });
  });
});
