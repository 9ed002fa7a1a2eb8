import type { Clock } from '../clock.ts';

export interface TestClock extends Clock {
  advance(by: { days?: number; minutes?: number; seconds?: number }): void;
}

/** A clock that stands still until it is moved. */
export function testClock(start = '2026-11-24T09:00:00.000Z'): TestClock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    advance: ({ days = 0, minutes = 0, seconds = 0 }) => {
      now += ((days * 24 * 60 + minutes) * 60 + seconds) * 1000;
    },
  };
}
