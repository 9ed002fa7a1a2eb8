import { setTimeout } from 'node:timers/promises';
import { isDeadlock } from './engine-errors.ts';

const ATTEMPTS = 5;
const LONGEST_WAIT = 200;

/** Runs work that a deadlock leaves undone again, after a short random wait. */
export async function retryOnDeadlock<T>(run: () => Promise<T>, attempts = ATTEMPTS): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt >= attempts || !isDeadlock(error)) throw error;
    }
    await setTimeout(Math.random() * Math.min(LONGEST_WAIT, 10 * 2 ** attempt));
  }
}
