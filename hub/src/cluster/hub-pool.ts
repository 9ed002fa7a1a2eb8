/** A hub that a request can be handed to. */
export interface HubAddress {
  readonly port: number;
}

/** The hubs that answer, each in its turn. */
export class HubPool {
  readonly #hubs = new Map<number, { isFit: boolean }>();
  #turn = 0;

  add(port: number): void {
    this.#hubs.set(port, { isFit: true });
  }

  remove(port: number): void {
    this.#hubs.delete(port);
  }

  /** Takes note of whether a hub could answer its last question about its health. */
  mark(port: number, isFit: boolean): void {
    const hub = this.#hubs.get(port);
    if (hub) hub.isFit = isFit;
  }

  get ports(): readonly number[] {
    return [...this.#hubs.keys()];
  }

  /**
   * In which order to try the hubs for a request: the next in turn first, those that are unwell last. When all are, the
   * database is away, and a hub says so better than the balancer can.
   */
  order(): readonly HubAddress[] {
    const all = [...this.#hubs].map(([port, { isFit }]) => ({ port, isFit }));
    this.#turn += 1;
    const fit = all.filter(({ isFit }) => isFit);
    const start = fit.length === 0 ? 0 : this.#turn % fit.length;
    return [...fit.slice(start), ...fit.slice(0, start), ...all.filter(({ isFit }) => !isFit)];
  }
}
