import type { CollectionName } from '@tournee/graphql';
import type { HubError } from '../hub/hub-error.ts';

/** So many in a row are no accident any more. */
const CUTS_TOLD = 3;

/**
 * Finds out about a line that carries small answers and cuts the long ones: the hub is found again each time, so
 * nothing looks wrong, and yet nothing arrives.
 */
export class CutLine {
  readonly #cuts = new Map<CollectionName, number>();

  /** Notes how an exchange went. Answers whether the user has to be told that the line cuts. */
  note(collection: CollectionName, error: HubError | null): boolean {
    const cuts = error?.kind === 'unreachable' ? (this.#cuts.get(collection) ?? 0) + 1 : 0;
    this.#cuts.set(collection, cuts);
    return cuts >= CUTS_TOLD;
  }

  /** The hub is plainly away: that is another matter. */
  forget(): void {
    this.#cuts.clear();
  }
}
