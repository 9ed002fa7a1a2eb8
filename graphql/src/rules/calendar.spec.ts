import fc from 'fast-check';
import {
  addDays,
  dayFault,
  daysBetween,
  frenchDay,
  isDay,
  isHour,
  isInstantKept,
  isoWeek,
  parisDay,
  parisHour,
} from './calendar.ts';

/** Days from 1900 to 2099, as the ERP may hold them. */
const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('parisDay and parisHour', () => {
  it.each([
    ['2026-11-24T10:15:00.000Z', '2026-11-24', '11:15', 'winter is one hour ahead of UTC'],
    ['2026-07-14T10:15:00.000Z', '2026-07-14', '12:15', 'summer is two'],
    ['2026-11-24T22:59:59.999Z', '2026-11-24', '23:59', 'the last minute of a winter day'],
    ['2026-11-24T23:00:00.000Z', '2026-11-25', '00:00', 'midnight is 00:00 of the next day, not 24:00'],
    ['2026-07-14T21:59:59.999Z', '2026-07-14', '23:59', 'the last minute of a summer day'],
    ['2026-07-14T22:00:00.000Z', '2026-07-15', '00:00', 'midnight in summer'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01', '00:00', 'the new year begins in France first'],
    ['2028-02-28T23:30:00.000Z', '2028-02-29', '00:30', 'the 29th of February'],
    ['2026-03-29T00:59:59.000Z', '2026-03-29', '01:59', 'before the clocks go forward'],
    ['2026-03-29T01:00:00.000Z', '2026-03-29', '03:00', 'after the clocks went forward'],
    ['2026-10-25T00:30:00.000Z', '2026-10-25', '02:30', 'the hour that comes twice, first time'],
    ['2026-10-25T01:30:00.000Z', '2026-10-25', '02:30', 'the hour that comes twice, second time'],
  ])('reads %s as %s %s: %s', (instant, expectedDay, expectedHour) => {
    expect(parisDay(new Date(instant))).toBe(expectedDay);
    expect(parisHour(new Date(instant))).toBe(expectedHour);
  });

  it('gives a real day and a real hour for every instant', () => {
    const instant = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, (date) => {
        expect(isDay(parisDay(date))).toBe(true);
        expect(isHour(parisHour(date))).toBe(true);
        // France is never a whole day away from UTC.
        expect(Math.abs(daysBetween(date.toISOString().slice(0, 10), parisDay(date)))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('dayFault', () => {
  it.each(['1753-01-01', '1987-06-01', '2024-02-29', '2199-12-31'])('keeps %s', (text) => {
    expect(dayFault(text)).toBeNull();
    expect(isInstantKept(new Date(`${text}T12:00:00Z`))).toBe(true);
  });

  it.each(['0000-11-23', '0001-01-01', '1752-12-31', '2200-01-01', '9999-12-31'])('refuses %s', (text) => {
    expect(dayFault(text)).toContain('1753');
    expect(isInstantKept(new Date(`${text}T12:00:00Z`))).toBe(false);
  });

  it.each(['2026-02-29', '10000-01-01', '-0001-01-01', ''])('knows no day %p', (text) => {
    expect(dayFault(text)).toBe('La date n’existe pas.');
  });
});

describe('isDay', () => {
  it.each(['2026-11-24', '2028-02-29', '2000-02-29', '1900-01-01', '2099-12-31', '2026-03-29', '2026-10-25'])(
    'takes %s',
    (text) => {
      expect(isDay(text)).toBe(true);
    },
  );

  it.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '2026-1-1',
    '26-01-01',
    '24/11/2026',
    '20261124',
    '2026-11-24T00:00:00Z',
    ' 2026-11-24',
    '2026-11-24 ',
    '2026-11-24\n',
    '+002026-11-24',
    '-000001-01-01',
    '２０２６-11-24',
    '',
    'hier',
  ])('refuses %p', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/)), (text) => {
        expect(typeof isDay(text)).toBe('boolean');
      }),
    );
  });
});

describe('isHour', () => {
  it.each(['00:00', '09:05', '19:59', '20:00', '23:59'])('takes %s', (text) => {
    expect(isHour(text)).toBe(true);
  });

  it.each([
    '24:00',
    '25:99',
    '12:60',
    '9:05',
    '09:5',
    '0905',
    '09h05',
    '09:05:00',
    ' 09:05',
    '09:05\n',
    '-1:00',
    '',
  ])('refuses %p', (text) => {
    expect(isHour(text)).toBe(false);
  });
});

describe('addDays', () => {
  it.each([
    ['2026-11-24', 0, '2026-11-24'],
    ['2026-11-24', 7, '2026-12-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-10-24', 1, '2026-10-25'],
    ['2026-10-25', 1, '2026-10-26'],
    ['2026-11-24', -366, '2025-11-23'],
  ])('from %s, %i days on, is %s', (from, count, to) => {
    expect(addDays(from, count)).toBe(to);
  });

  it('goes there and back, and daysBetween tells how far', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (from, count) => {
        const to = addDays(from, count);
        expect(isDay(to)).toBe(true);
        expect(addDays(to, -count)).toBe(from);
        expect(daysBetween(from, to)).toBe(count);
      }),
    );
  });

  it('keeps the order of the days, as text too', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40_000 }), (from, count) => {
        expect(addDays(from, count) > from).toBe(true);
      }),
    );
  });
});

describe('daysBetween', () => {
  it.each([
    ['2026-11-24', '2026-11-24', 0],
    ['2026-11-24', '2026-11-25', 1],
    ['2026-11-25', '2026-11-24', -1],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2027-01-01', '2028-01-01', 365],
    ['2028-01-01', '2029-01-01', 366],
  ])('from %s to %s is %i, whatever the clocks do in between', (from, to, count) => {
    expect(daysBetween(from, to)).toBe(count);
  });
});

describe('frenchDay', () => {
  it('writes the day first', () => {
    expect(frenchDay('2026-11-24')).toBe('24/11/2026');
    expect(frenchDay('2026-01-02')).toBe('02/01/2026');
  });

  it('leaves what is no day as it is', () => {
    expect(frenchDay('')).toBe('');
    expect(frenchDay('hier')).toBe('hier');
  });
});

describe('isoWeek', () => {
  it.each([
    ['2026-11-24', 2026, 48, '2026-11-23'],
    ['2026-11-29', 2026, 48, '2026-11-23'],
    // A Friday: the week belongs to the year of its Thursday.
    ['2027-01-01', 2026, 53, '2026-12-28'],
    ['2024-12-30', 2025, 1, '2024-12-30'],
    ['2024-02-29', 2024, 9, '2024-02-26'],
  ])('puts %s into %i-W%i', (day, year, week, monday) => {
    expect(isoWeek(day)).toEqual({ year, week, monday });
  });
});
