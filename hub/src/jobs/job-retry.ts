const MINUTE = 60_000;

/** Waits before a failed run is tried again. After the last one somebody is told, and the schedule goes on. */
export const RETRY_DELAYS: readonly number[] = [1 * MINUTE, 5 * MINUTE, 15 * MINUTE];

export interface Attempt {
  /** 1 for the first try, then one more for each retry. */
  readonly number: number;
  /** Wait before the next try in milliseconds; null when there is none. */
  readonly retryIn: number | null;
}

/**
 * The attempt that follows `failCount` failures in a row. Agenda counts on when the retries are used up; each run of
 * the schedule has its retries all the same.
 */
export function attemptAfter(failCount: number, delays: readonly number[] = RETRY_DELAYS): Attempt {
  const index = failCount % (delays.length + 1);
  return { number: index + 1, retryIn: delays[index] ?? null };
}
