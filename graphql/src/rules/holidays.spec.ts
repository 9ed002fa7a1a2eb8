import { dayOff, holidayName, nextWorkingDay } from './holidays.ts';

describe('holidayName', () => {
  it.each([
    ['2026-01-01', 'Jour de l’An'],
    ['2026-04-06', 'Lundi de Pâques'],
    ['2026-05-14', 'Ascension'],
    ['2026-05-25', 'Lundi de Pentecôte'],
    ['2027-03-29', 'Lundi de Pâques'],
    ['2028-06-05', 'Lundi de Pentecôte'],
    ['2026-12-25', 'Noël'],
    ['2026-12-24', null],
  ])('of %s is %s', (day, name) => {
    expect(holidayName(day)).toBe(name);
  });
});

describe('dayOff', () => {
  it('names a Sunday, and a holiday rather than its Sunday', () => {
    expect([dayOff('2026-11-29'), dayOff('2026-11-01'), dayOff('2026-11-28')]).toEqual([
      'dimanche',
      'Toussaint',
      null,
    ]);
  });
});

describe('nextWorkingDay', () => {
  it.each([
    ['2026-11-24', '2026-11-24'],
    ['2026-11-29', '2026-11-30'],
    // A Friday: the week-end comes after it.
    ['2026-12-25', '2026-12-28'],
    ['2026-04-05', '2026-04-07'],
  ])('from %s is %s', (day, next) => {
    expect(nextWorkingDay(day)).toBe(next);
  });
});
