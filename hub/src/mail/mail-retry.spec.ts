import { nextTry } from './mail-retry.ts';

const NOW = new Date('2026-11-24T10:00:00Z');
const HOUR = 3_600_000;

describe('nextTry', () => {
  const waits = Array.from({ length: 20 }, (_, index) => nextTry(index + 1, NOW)).map((date) =>
    date === null ? null : date.getTime() - NOW.getTime(),
  );
  const given = waits.filter((wait) => wait !== null);

  it('waits a minute first, and never less than before', () => {
    expect(given[0]).toBe(60_000);
    expect(given).toEqual([...given].sort((a, b) => a - b));
  });

  it('gives up after some five days', () => {
    const total = given.reduce((sum, wait) => sum + wait, 0) / (24 * HOUR);
    expect(total).toBeGreaterThan(4.5);
    expect(total).toBeLessThan(6);
    expect(waits.at(-1)).toBeNull();
  });
});
