import { lockTimeoutError } from '../engine-errors.ts';

const HINT =
  'another transaction of this process is open. (Inside of it, a write on « db » waits for itself: write on « tx ».)';

/** A queue that moves is only long: hundreds of devices came back at once. But nobody waits for ever. */
const LONGEST_WAIT = 4;

interface Waiting {
  readonly start: () => void;
  timer: NodeJS.Timeout;
}

/** Gives the one write connection to one writer after the other, in the order in which they asked. */
export class WriteQueue {
  #isTaken = false;
  #waiting: Waiting[] = [];
  #movedAt = 0;

  /**
   * Fulfilled when it is the caller's turn, with the function that ends it. Rejected with 1222 when no turn has ended for
   * `timeout` ms (most likely a transaction waits for a write that was not given to it but to the database), or when
   * four times that long was not enough.
   */
  async take(timeout: number): Promise<() => void> {
    if (!this.#isTaken) {
      this.#isTaken = true;
      this.#movedAt = performance.now();
      return this.#release();
    }
    return new Promise((resolve, reject) => {
      const end = performance.now() + LONGEST_WAIT * timeout;
      const giveUpOrWait = (): void => {
        const now = performance.now();
        // A timer may come a little early.
        const left = Math.min(this.#movedAt + timeout, end) - now;
        if (left >= 1) {
          waiting.timer = setTimeout(giveUpOrWait, left);
          return;
        }
        this.#waiting = this.#waiting.filter((other) => other !== waiting);
        reject(lockTimeoutError(HINT));
      };
      const waiting: Waiting = {
        start: () => {
          clearTimeout(waiting.timer);
          resolve(this.#release());
        },
        timer: setTimeout(giveUpOrWait, timeout),
      };
      this.#waiting.push(waiting);
    });
  }

  #release(): () => void {
    let isDone = false;
    return () => {
      if (isDone) return;
      isDone = true;
      this.#movedAt = performance.now();
      const next = this.#waiting.shift();
      if (next) next.start();
      else this.#isTaken = false;
    };
  }
}
