import fc from 'fast-check';
import { sqlErrorNumber } from '../../engine-errors.ts';
import type { SqlType } from '../tsql/syntax.ts';
import { compareRule, looseValue, roundHalfAway, storeRule } from './store-value.ts';

const store = (type: SqlType, value: unknown): unknown => storeRule(type, 'dbo.t.c')(value);

describe('storeRule', () => {
  it.each<[SqlType, unknown, unknown]>([
    [{ name: 'char', length: 4 }, 'GA  ', 'GA'],
    [{ name: 'varchar', length: 4 }, 'GA  ', 'GA  '],
    [{ name: 'varchar', length: 2 }, 'GA  ', 'GA'],
    [{ name: 'nvarchar', length: 'max' }, 'x'.repeat(9000), 'x'.repeat(9000)],
    [{ name: 'varchar', length: 4 }, 12, '12'],
    [{ name: 'int' }, '12', 12n],
    [{ name: 'int' }, 12.9, 12],
    [{ name: 'int' }, true, 1],
    [{ name: 'bit' }, true, 1],
    [{ name: 'bit' }, 0, 0],
    [{ name: 'decimal', precision: 14, scale: 2 }, '1.005', 1.01],
    [{ name: 'decimal', precision: 14, scale: 2 }, -1.005, -1.01],
    [{ name: 'date' }, '2026-11-24', Date.UTC(2026, 10, 24)],
    [{ name: 'int' }, null, null],
  ])('keeps in %j of %p: %p', (type, value, kept) => {
    expect(store(type, value)).toEqual(kept);
  });

  it.each<[SqlType, unknown, number]>([
    [{ name: 'nvarchar', length: 3 }, '🚜🚜', 2628],
    [{ name: 'int' }, 2_147_483_648, 8115],
    [{ name: 'tinyint' }, -1, 8115],
    [{ name: 'decimal', precision: 4, scale: 2 }, 100, 8115],
    [{ name: 'int' }, 'douze', 245],
    [{ name: 'int' }, Number.NaN, 245],
    [{ name: 'float' }, '', 245],
    [{ name: 'varchar', length: 30 }, new Date(), 245],
    [{ name: 'date' }, '24/11/2026', 241],
  ])('refuses for %j the value %p with error %d', (type, value, number) => {
    let failure: unknown;
    try {
      store(type, value);
    } catch (error) {
      failure = error;
    }
    expect(sqlErrorNumber(failure)).toBe(number);
  });
});

describe('roundHalfAway', () => {
  it('is what SQL Server makes of the digits, for any amount of cents', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (cents) => {
        expect(roundHalfAway(cents / 100, 2)).toBe(cents / 100);
      }),
    );
    expect([roundHalfAway(2.675, 2), roundHalfAway(1e-9, 2), roundHalfAway(-0.5, 0)]).toEqual([2.68, 0, -1]);
  });
});

describe('compareRule', () => {
  it('does not measure what is only compared', () => {
    expect(compareRule({ name: 'varchar', length: 2 })('GARNIER')).toBe('GARNIER');
  });
});

describe('looseValue', () => {
  it('binds whole numbers as integers, so that SQLite divides them as such', () => {
    expect([looseValue(5), looseValue(0.5), looseValue(true), looseValue(new Date(7))]).toEqual([
      5n,
      0.5,
      1n,
      7,
    ]);
  });

  it('says that a parameter is missing', () => {
    expect(() => looseValue(undefined)).toThrow('undefined');
  });
});
