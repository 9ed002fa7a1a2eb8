import type { App } from 'electron';

/**
 * Two instances would write to one local base. A second start brings the first window forward instead.
 * @returns false when another instance holds the lock: this one must do nothing more
 */
export function holdSingleInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'quit'> & {
    on(event: 'second-instance', listener: () => void): unknown;
  },
  bringForward: () => void,
): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  app.on('second-instance', bringForward);
  return true;
}
