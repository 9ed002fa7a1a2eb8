import { FrenchDayAdapter, parseFrenchDay, spokenDay } from './french-day-adapter.ts';

describe('parseFrenchDay', () => {
  it.each([
    ['24/11/2026', '2026-11-24'],
    ['4/1/26', '2026-01-04'],
    ['24.11.2026', '2026-11-24'],
    ['24112026', '2026-11-24'],
    [' 24/11 ', '2026-11-24'],
  ])('reads %s', (text, day) => {
    expect(parseFrenchDay(text, '2026-11-24')).toBe(day);
  });

  it.each(['30/02/2026', '24/13/2026', 'hier', '2026-11-24x', '24/11/026'])('refuses %s', (text) => {
    expect(parseFrenchDay(text, '2026-11-24')).toBe('');
  });
});

describe('spokenDay', () => {
  it('names the weekday', () => {
    expect(spokenDay('2026-11-24')).toBe('mardi 24 novembre 2026');
    expect(spokenDay('2026-12-01')).toBe('mardi 1er décembre 2026');
  });

  it('says nothing about a text that is no day', () => {
    expect(spokenDay('')).toBe('');
  });
});

describe('FrenchDayAdapter', () => {
  const adapter = new FrenchDayAdapter();

  it('starts the week on Monday', () => {
    expect(adapter.getFirstDayOfWeek()).toBe(1);
    expect(adapter.getDayOfWeek('2026-11-24')).toBe(2);
  });

  it('clamps to the end of a shorter month', () => {
    expect(adapter.addCalendarMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(adapter.addCalendarMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(adapter.addCalendarYears('2028-02-29', 1)).toBe('2029-02-28');
  });

  it('writes days as French readers do', () => {
    expect(adapter.format('2026-11-24', 'day')).toBe('24/11/2026');
    expect(adapter.format('2026-11-24', 'month-year')).toBe('novembre 2026');
  });
});
