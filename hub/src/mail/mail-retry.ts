const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Waits after the first, second, … refusal. About five days in all: what mail servers do among themselves. */
const DELAYS: readonly number[] = [
  1 * MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  1 * HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  ...Array<number>(9).fill(12 * HOUR),
];

export const LONGEST_RETRY_MS = Math.max(...DELAYS);

/** When a mail that was refused for now is tried again; null when it has been tried often enough. */
export function nextTry(tries: number, now: Date): Date | null {
  const delay = DELAYS[tries - 1];
  return delay === undefined ? null : new Date(now.getTime() + delay);
}
