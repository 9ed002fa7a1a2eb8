const FIRST_MS = 500;
const LONGEST_MS = 4_000;

/**
 * How long to wait before trying the hub again: longer each time, but short enough that a device is back within five
 * seconds of the hub; spread, so that all devices of a hub that restarts do not come at once.
 * @param failures how many attempts failed in a row, 1 or more
 * @param random 0 to 1
 * @param limitMs what it never exceeds, in milliseconds
 */
export function retryDelay(failures: number, random: number, limitMs = LONGEST_MS): number {
  const longest = Math.min(FIRST_MS * 2 ** (failures - 1), limitMs);
  return longest * (0.6 + 0.4 * random);
}

/** Waits, but no longer than until the signal aborts. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}
