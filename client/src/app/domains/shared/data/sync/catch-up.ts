import type { CollectionName } from '@tournee/graphql';

/** Waits until each of some collections has been pulled to its end at least once. */
export class CatchUp {
  readonly #left: Set<CollectionName>;
  readonly #done: Promise<void>;
  #resolve: () => void = () => undefined;

  constructor(collections: Iterable<CollectionName>) {
    this.#left = new Set(collections);
    this.#done = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  get done(): Promise<void> {
    return this.#done;
  }

  /** A pull of the collection has reached the end. */
  reached(collection: CollectionName): void {
    this.#left.delete(collection);
    if (this.#left.size === 0) this.#resolve();
  }
}
