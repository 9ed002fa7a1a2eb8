import { lockTimeoutError } from '../engine-errors.ts';

const HINT =
  'another transaction of this process is open. (Inside of it, a write on « db » waits for itself: write on « tx ».)';

interface Waiting {
  readonly start: () => void;
  readonly timer: NodeJS.Timeout;
}

/** Gives the one write connection to one writer after the other, in the order in which they asked. */
export class WriteQueue {
  #isTaken = false;
  #waiting: Waiting[] = [];

  /**
   * Fulfilled when it is the caller's turn, with the function that ends it. Rejected with 1222 when the turn does not
   * come in time: most likely a transaction waits for a write that was not given to it but to the database.
   */
  async take(timeout: number): Promise<() => void> {
    if (!this.#isTaken) {
      this.#isTaken = true;
      return this.#release();
    }
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        start: () => {
          clearTimeout(waiting.timer);
          resolve(this.#release());
        },
        timer: setTimeout(() => {
          this.#waiting = this.#waiting.filter((other) => other !== waiting);
          reject(lockTimeoutError(HINT));
        }, timeout),
      };
      this.#waiting.push(waiting);
    });
  }

  #release(): () => void {
    let isDone = false;
    return () => {
      if (isDone) return;
      isDone = true;
      const next = this.#waiting.shift();
      if (next) next.start();
      else this.#isTaken = false;
    };
  }
}
