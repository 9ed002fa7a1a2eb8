import { DestroyRef, inject } from '@angular/core';

/**
 * Asks the hub again after a while: at once when the user comes back to the page, and not at all while nobody looks. Needs
 * an injection context, and stops with it.
 */
export class AskingTimer {
  readonly #ask: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  constructor(ask: () => Promise<void>) {
    this.#ask = ask;
    const follow = (): void => {
      if (document.visibilityState === 'visible') void this.#ask();
      else this.cancel();
    };
    document.addEventListener('visibilitychange', follow);
    inject(DestroyRef).onDestroy(() => {
      this.#isOver = true;
      document.removeEventListener('visibilitychange', follow);
      this.cancel();
    });
  }

  /** Plans the next asking, in place of one that was planned before. */
  plan(milliseconds: number): void {
    this.cancel();
    if (this.#isOver || document.visibilityState === 'hidden') return;
    this.#timer = setTimeout(() => void this.#ask(), milliseconds);
  }

  /** Takes back what is planned. */
  cancel(): void {
    clearTimeout(this.#timer);
  }
}
