import { eq, inArray, sql } from 'drizzle-orm';
import {
  isForeignKeyViolation,
  isNotNullViolation,
  isTooLong,
  isUniqueViolation,
  sqlErrorNumber,
} from '../engines/engine-errors.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { counter, createContractTables, item, owner, resetContractTables } from './contract-tables.ts';

describe('engine: errors', () => {
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

  const failureOf = async (work: PromiseLike<unknown>): Promise<unknown> => {
    try {
      await work;
    } catch (error) {
      return error;
    }
    return undefined;
  };

  it('2627 for a primary key that exists', async () => {
    await test.database.db.insert(counter).values({ id: 1, value: 0 });
    const error = await failureOf(test.database.db.insert(counter).values({ id: 1, value: 5 }));
    expect([sqlErrorNumber(error), isUniqueViolation(error), isForeignKeyViolation(error)]).toEqual([
      2627,
      true,
      false,
    ]);
  });

  it('2627 for a unique constraint, whatever blanks stand at the end', async () => {
    const error = await failureOf(test.database.db.insert(owner).values({ code: 'GA  ', name: 'x' }));
    expect(sqlErrorNumber(error)).toBe(2627);
  });

  it('2601 for a unique index', async () => {
    await test.database.db.insert(item).values({ ownerId, code: 'a' });
    const error = await failureOf(test.database.db.insert(item).values({ ownerId, code: 'a ' }));
    expect([sqlErrorNumber(error), isUniqueViolation(error)]).toEqual([2601, true]);
  });

  it('547 for a row that points nowhere, and for one that is pointed to', async () => {
    const nowhere = await failureOf(test.database.db.insert(item).values({ ownerId: 999_999, code: 'a' }));
    await test.database.db.insert(item).values({ ownerId, code: 'a' });
    const pointedTo = await failureOf(test.database.db.delete(owner).where(eq(owner.id, ownerId)));
    expect([nowhere, pointedTo].map(sqlErrorNumber)).toEqual([547, 547]);
    expect(isForeignKeyViolation(nowhere)).toBe(true);
  });

  it('515 for a value that is missing', async () => {
    const error = await failureOf(
      test.database.db.execute(sql`insert into ${owner} ([code], [name]) values (${'MA'}, ${null})`),
    );
    expect([sqlErrorNumber(error), isNotNullViolation(error)]).toEqual([515, true]);
  });

  it('2628 for a text that is too long, in an insert and in an update', async () => {
    const inserted = await failureOf(test.database.db.insert(item).values({ ownerId, code: '123456789' }));
    const padded = await failureOf(test.database.db.insert(owner).values({ code: 'GARNI', name: 'x' }));
    await test.database.db.insert(item).values({ ownerId, code: '12345678' });
    const updated = await failureOf(test.database.db.update(item).set({ code: sql`${item.code} + ${'9'}` }));
    expect([inserted, padded, updated].map(isTooLong)).toEqual([true, true, true]);
  });

  it('none for blanks beyond the length', async () => {
    await test.database.db.insert(owner).values({ code: 'MARC   ', name: 'x' });
    expect(await test.database.db.$count(owner, eq(owner.code, 'MARC'))).toBe(1);
  });

  it('208 and 207 for a table and a column that are not there', async () => {
    const table = await failureOf(test.database.db.execute(sql`select * from [contract].[nothing]`));
    const column = await failureOf(test.database.db.execute(sql`select [nothing] from ${owner}`));
    expect([table, column].map(sqlErrorNumber)).toEqual([208, 207]);
  });

  it('8003 for more parameters than a request may have', async () => {
    const codes = Array.from({ length: 2101 }, (_, index) => String(index));
    const error = await failureOf(test.database.db.$count(item, inArray(item.code, codes)));
    expect(sqlErrorNumber(error)).toBe(8003);
  });

  it('leave no part of a failed statement behind', async () => {
    await failureOf(
      test.database.db.insert(item).values([
        { ownerId, code: 'a' },
        { ownerId, code: 'b' },
        { ownerId, code: 'a' },
      ]),
    );
    expect(await test.database.db.$count(item)).toBe(0);
  });

  it('leave a transaction usable: only the statement is undone', async () => {
    await test.database.transaction(async (tx) => {
      await tx.insert(item).values({ ownerId, code: 'a' });
      await failureOf(tx.insert(item).values({ ownerId, code: 'a' }));
      await tx.insert(item).values({ ownerId, code: 'b' });
    });
    expect(await test.database.db.$count(item)).toBe(2);
  });
});
