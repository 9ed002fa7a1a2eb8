import { clockOffset } from './clock-offset.ts';

const SERVER = '2026-11-24T10:00:00.000Z';
const at = (milliseconds: number): Date => new Date(Date.parse(SERVER) + milliseconds);

describe('clockOffset', () => {
  it.each([
    ['a clock that is right', 0, 40, 0],
    ['one that is a minute ahead', 60_000, 0, 0],
    ['one that is more than a minute ahead', 61_000, 0, 61_000],
    ['one that is more than a minute behind', -90_000, 200, -90_100],
    ['a slow answer, which proves nothing', 64_000, 8_000, 0],
    ['a slow answer, and a clock that is wrong all the same', 3_600_000, 8_000, 3_596_000],
  ])('measures %s', (_what, ahead, roundTrip, offset) => {
    expect(clockOffset(SERVER, at(ahead), roundTrip)).toBe(offset);
  });
});
