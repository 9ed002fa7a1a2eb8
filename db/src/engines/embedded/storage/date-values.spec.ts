import fc from 'fast-check';
import { parseDateText, roundToType, toMilliseconds } from './date-values.ts';

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

describe('parseDateText', () => {
  it.each([
    ['2026-11-24', '2026-11-24T00:00:00.000Z'],
    ['20261124', '2026-11-24T00:00:00.000Z'],
    ['2026-11-24 10:15', '2026-11-24T10:15:00.000Z'],
    ['2026-11-24T10:15:07.1234567', '2026-11-24T10:15:07.123Z'],
    ['0001-01-01', '0001-01-01T00:00:00.000Z'],
    ['2026-11-24T10:15:07.5Z', '2026-11-24T10:15:07.500Z'],
  ])('reads %s', (text, expected) => {
    expect(iso(parseDateText(text))).toBe(expected);
  });

  it.each(['24/11/2026', '2026-02-30', '2026-13-01', '2026-11-24 25:99', 'hier', ''])(
    'refuses « %s »',
    (text) => {
      expect(() => parseDateText(text)).toThrow('Conversion failed');
    },
  );
});

describe('roundToType', () => {
  it.each([
    ['…00.001', '00.000'],
    ['…00.002', '00.003'],
    ['…00.005', '00.007'],
    ['…00.994', '00.993'],
    ['…00.995', '00.997'],
    ['…00.999', '01.000'],
  ])('rounds datetime %s to %s, as the manual of SQL Server lists', (from, to) => {
    const rounded = roundToType(Date.parse(`2026-11-24T10:15:${from.slice(1)}Z`), 'datetime');
    expect(iso(rounded)).toBe(`2026-11-24T10:15:${to}Z`);
  });

  it('is settled after one rounding, before 1970 as after it', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1800, 0), max: Date.UTC(2200, 0) }), (at) => {
        const once = roundToType(at, 'datetime');
        return roundToType(once, 'datetime') === once && Math.abs(once - at) <= 2;
      }),
    );
  });

  it('cuts the hours off a date, and digits off datetime2(0)', () => {
    const at = Date.parse('1960-05-06T23:59:59.600Z');
    expect([iso(roundToType(at, 'date')), iso(roundToType(at, 'datetime2', 0))]).toEqual([
      '1960-05-06T00:00:00.000Z',
      '1960-05-07T00:00:00.000Z',
    ]);
  });

  it('refuses a datetime before 1753, as SQL Server does', () => {
    expect(() => roundToType(Date.UTC(1752, 11, 31), 'datetime')).toThrow('out-of-range');
    expect(iso(roundToType(Date.UTC(1752, 11, 31), 'date'))).toBe('1752-12-31T00:00:00.000Z');
  });
});

describe('toMilliseconds', () => {
  it.each([5, true, {}, new Date(Number.NaN)])('refuses %p', (value) => {
    expect(() => toMilliseconds(value)).toThrow('not a date');
  });
});
