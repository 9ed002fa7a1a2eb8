import type { Page } from 'playwright-core';

/** How far the page's clock is ahead of the machine's, in milliseconds; kept over reloads. */
const KEY = 'test.clock-shift';

/** Lets `setClock` set the page's clock: only dates jump, timers go on. */
export async function makeClockSettable(page: Page): Promise<void> {
  await page.addInitScript((key) => {
    const RealDate = Date;
    const now = (): number => RealDate.now() + Number(sessionStorage.getItem(key) ?? 0);
    window.Date = new Proxy(RealDate, {
      construct: (target, args, newTarget) =>
        Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
      get: (target, key, receiver) => (key === 'now' ? now : (Reflect.get(target, key, receiver) as unknown)),
    });
  }, KEY);
}

/**
 * Sets the clock and loads the page anew, as on a laptop that starts with a wrong clock.
 * @param shift how far ahead of the machine's clock, in milliseconds
 */
export async function setClock(page: Page, shift: number): Promise<void> {
  await page.evaluate(
    ([key, ahead]) => {
      sessionStorage.setItem(key, ahead);
    },
    [KEY, String(shift)] as const,
  );
  await page.reload();
}
