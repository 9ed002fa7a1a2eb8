const LONGEST_WAIT_MS = 500;

/** Resolves when the browser has nothing more urgent to do, at the latest after half a second. */
export function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no idle callback.
    if ('requestIdleCallback' in window) {
      requestIdleCallback(
        () => {
          resolve();
        },
        { timeout: LONGEST_WAIT_MS },
      );
    } else {
      setTimeout(resolve, 50);
    }
  });
}

/** Lets the browser draw and take input before going on. */
export function untilNextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
