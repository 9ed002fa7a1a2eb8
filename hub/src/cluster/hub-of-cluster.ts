import type { HubMessage } from './hub-message.ts';

/** Tells the process that keeps this hub something. */
export function tellKeeper(message: HubMessage): void {
  process.send?.(message);
}

/** Fulfilled when this hub may open the database: the first one brings it up to date for all. */
export async function waitForGo(): Promise<void> {
  await new Promise<void>((resolve) => {
    onMessage('go', resolve);
  });
}

/**
 * Calls `stop` when the process that keeps this hub asks it to end, or is gone itself. Ctrl-C in a terminal reaches both,
 * and is for the other one to handle: it passes on what the hub still answers.
 */
export function stopWithKeeper(stop: () => void): void {
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', stop);
  process.on('disconnect', stop);
  onMessage('stop', stop);
  // It may be gone since before anybody listened.
  if (!process.connected) stop();
}

function onMessage(kind: HubMessage['kind'], act: () => void): void {
  process.on('message', (message: HubMessage) => {
    if (message.kind === kind) act();
  });
}
