/**
 * Does something a while after it was asked for, once for all that ask meanwhile. It is a convenience: what it does is
 * done by a schedule too, so what is lost with the process comes later, and a failure is only told.
 */
export class Soon {
  readonly #delayMs: number;
  readonly #work: () => Promise<void>;
  readonly #onError: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(delayMs: number, work: () => Promise<void>, onError: (error: unknown) => void) {
    this.#delayMs = delayMs;
    this.#work = work;
    this.#onError = onError;
  }

  ask(): void {
    if (this.#isClosed || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#running = this.#work().catch(this.#onError);
    }, this.#delayMs);
    this.#timer.unref();
  }

  /** Forgets what was asked for, and waits for what is at work. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#running;
  }
}
