import { setImmediate, setTimeout } from 'node:timers/promises';
import { lockTimeoutError } from '../engine-errors.ts';
import { isBusy } from './storage/sqlite-errors.ts';

const FIRST_WAIT = 1;
const LONGEST_WAIT = 25;

/**
 * Tries until another process gives the file free, without blocking this process meanwhile: SQLite's own busy timeout
 * would stop the event loop. Waits are random, so that two processes don't keep step; after `timeout` ms, error 1222.
 */
export async function retryWhileBusy<T>(timeout: number, attempt: () => T): Promise<T> {
  const end = performance.now() + timeout;
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > end) throw lockTimeoutError();
    }
    await setTimeout(Math.random() * wait);
  }
}

/**
 * Lets the rest of the process run. Work in SQLite is synchronous, and promises alone never reach timers and sockets:
 * a long import would make the hub deaf. Costs nothing as long as the last pause is recent.
 */
export class Breather {
  #last = performance.now();

  async breathe(): Promise<void> {
    if (performance.now() - this.#last < 8) return;
    await setImmediate();
    this.#last = performance.now();
  }
}
