import type { ServerResponse } from 'node:http';

/** Answers that are not finished yet, so that a shutdown can wait for them. */
export class RequestsInFlight {
  #count = 0;
  readonly #waiting: (() => void)[] = [];

  get count(): number {
    return this.#count;
  }

  add(res: ServerResponse): void {
    this.#count += 1;
    // `close` comes once for each answer, whether it was finished or its reader went away.
    res.once('close', () => {
      this.#count -= 1;
      if (this.#count === 0) for (const wake of this.#waiting.splice(0)) wake();
    });
  }

  /** Fulfilled when there is none. */
  async drained(): Promise<void> {
    if (this.#count > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
