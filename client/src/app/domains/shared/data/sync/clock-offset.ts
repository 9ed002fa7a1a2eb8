const TOLERATED_MS = 60_000;

/**
 * How far the device's clock is ahead of the hub's, in milliseconds; 0 as long as it may be right. The hub said its time
 * somewhere between the question and the answer: on a slow network that is seconds, which do not count as a difference.
 * @param now when the answer came, by the device's clock
 * @param roundTrip how long it took, in milliseconds
 */
export function clockOffset(serverTime: string, now: Date, roundTrip: number): number {
  const halfway = now.getTime() - roundTrip / 2;
  const offset = halfway - Date.parse(serverTime);
  return Math.abs(offset) - roundTrip / 2 > TOLERATED_MS ? Math.round(offset) : 0;
}
