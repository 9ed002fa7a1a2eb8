import type { Checkpoint } from '@tournee/graphql';
import type { ReplicationPullOptions } from 'rxdb';

type PullHandler = ReplicationPullOptions<unknown, Checkpoint>['handler'];

/**
 * RxDB takes a page shorter than its batch for the last one, but a page of the hub may end early, full of bytes. So RxDB
 * is told of batches of one document, and goes on until a page is empty.
 */
export const RXDB_BATCH = 1;

/** Spares the request for that empty page: after a page that the hub called the last one, it is answered here. */
export class PullEnd {
  #isReached = false;

  /** Takes note of a page. RxDB ends at an empty one by itself. */
  received({ documents, hasMore }: { documents: readonly unknown[]; hasMore: boolean }): void {
    this.#isReached = !hasMore && documents.length > 0;
  }

  wrap(handler: PullHandler): PullHandler {
    return async (checkpoint, batchSize) => {
      if (!this.#isReached) return handler(checkpoint, batchSize);
      this.#isReached = false;
      return { documents: [], checkpoint };
    };
  }
}
