/**
 * Whether the hub can be reached, for all that want to send something. While it is shut, requests wait instead of each
 * trying on its own: one prober finds out when the hub is back, and everything goes on at once.
 */
export class HubGate {
  #passage = new AbortController();
  #isOpen = false;
  #waiting: (() => void)[] = [];

  get isOpen(): boolean {
    return this.#isOpen;
  }

  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#passage = new AbortController();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
  }

  /** Shuts the gate and cuts what is under way: a connection that died silently would keep it waiting for minutes. */
  shut(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#passage.abort(new Error('The hub cannot be reached any more.'));
  }

  /**
   * Resolves when the gate is open.
   * @returns a signal that aborts when it is shut again
   */
  async passage(): Promise<AbortSignal> {
    while (!this.#isOpen) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
    return this.#passage.signal;
  }
}
