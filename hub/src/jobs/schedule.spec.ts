import { checkSchedule, nextRuns, normaliseCron } from './schedule.ts';

const NOON = new Date('2026-11-24T12:00:00Z');
const iso = (dates: readonly Date[]): string[] => dates.map((date) => date.toISOString());

describe('checkSchedule', () => {
  it('tells the next three runs, in French time', () => {
    const check = checkSchedule('0 3 * * *', NOON);
    expect(check.isValid && iso(check.nextRuns)).toEqual([
      '2026-11-25T02:00:00.000Z',
      '2026-11-26T02:00:00.000Z',
      '2026-11-27T02:00:00.000Z',
    ]);
  });

  it.each([
    '*/5 * * * *',
    '0 3 * * 1-5',
    '0 3 * * MON,FRI',
    '30 22 1 */3 *',
    '0 3 L * *',
    '*/20 * * * * *',
    '  0  3 * * * ',
  ])('takes « %s »', (cron) => {
    expect(checkSchedule(cron, NOON)).toMatchObject({ isValid: true });
  });

  it.each([
    '',
    ' ',
    'abc',
    '5',
    '1 2 3',
    '5 minutes',
    'every day',
    '@daily',
    'H * * * *',
    '0 3 * * *; drop',
    '0 3 * *',
  ])('refuses « %s », which is not cron', (text) => {
    const check = checkSchedule(text, NOON);
    expect(check.isValid).toBe(false);
    expect(check.isValid || check.reason).toContain('n’est pas une planification : cinq champs');
  });

  it.each(['61 * * * *', '0 25 * * *', '0 0 31 2 *', '0 3 * * XYZ'])(
    'refuses « %s », which is never',
    (cron) => {
      const check = checkSchedule(cron, NOON);
      expect(check.isValid || check.reason).toContain('ne désigne aucune date');
    },
  );

  it('refuses a run every second', () => {
    const check = checkSchedule('* * * * * *', NOON);
    expect(check.isValid || check.reason).toContain('dix secondes');
  });
});

describe('nextRuns', () => {
  it('keeps to the French hour when the clocks change', () => {
    expect(iso(nextRuns('0 3 * * *', 3, new Date('2026-10-23T12:00:00Z')))).toEqual([
      '2026-10-24T01:00:00.000Z',
      '2026-10-25T02:00:00.000Z',
      '2026-10-26T02:00:00.000Z',
    ]);
  });

  it('tells of none for what Agenda cannot read', () => {
    expect(nextRuns('never', 3, NOON)).toEqual([]);
  });
});

describe('normaliseCron', () => {
  it('leaves one blank between the fields', () => {
    expect(normaliseCron('\t0  3 *\n* * ')).toBe('0 3 * * *');
  });
});
