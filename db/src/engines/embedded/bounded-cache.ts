/**
 * The most recently used entries, as many as their keys' lengths allow. Keys are statements, and a statement with
 * thousands of parameters weighs as much in memory as hundreds of others.
 */
export class BoundedCache<T> {
  readonly #entries = new Map<string, T>();
  readonly #limit: number;
  #weight = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): T | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    // A map keeps the order of insertion: the first entry is the one that was not used for longest.
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  /** Answers the value. The newest entry stays, however heavy it is. */
  set(key: string, value: T): T {
    if (!this.#entries.has(key)) this.#weight += key.length;
    this.#entries.set(key, value);
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#limit || oldest === key) break;
      this.#entries.delete(oldest);
      this.#weight -= oldest.length;
    }
    return value;
  }

  clear(): void {
    this.#entries.clear();
    this.#weight = 0;
  }
}
