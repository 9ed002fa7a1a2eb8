import type { Checkpoint, CollectionName } from '@tournee/graphql';
import type { SyncStateKeeper } from '../sync-state.ts';

export interface PulledPage {
  documents: readonly { id: string; deleted: boolean }[];
  checkpoint: Checkpoint;
  hasMore: boolean;
}

/** Drops the documents of a collection that are not among the given ids. */
export type DropOthers = (kept: ReadonlySet<string>) => Promise<void>;

/**
 * Starts a collection over when the hub's epoch changes: the user's scopes are others, or the checkpoint was older than
 * the tombstones the hub keeps. The hub then answers from the start; what has not come again by the end is dropped.
 * Until then the old documents stay readable. Cut short by a reload, the pass begins again from the start, because the
 * ids seen so far are only in memory.
 */
export class EpochGuard {
  readonly #collection: CollectionName;
  readonly #keeper: SyncStateKeeper;
  readonly #dropOthers: DropOthers;
  #pass: { epoch: string; seen: Set<string> } | null = null;

  constructor(collection: CollectionName, keeper: SyncStateKeeper, dropOthers: DropOthers) {
    this.#collection = collection;
    this.#keeper = keeper;
    this.#dropOthers = dropOthers;
  }

  /** The checkpoint to send, given the one that RxDB kept. */
  checkpointToSend(kept: Checkpoint | undefined): Checkpoint | null {
    if (kept === undefined) return null;
    const { epoch } = this.#keeper.collection(this.#collection);
    const isCutShort = this.#pass === null && epoch !== null && epoch !== kept.epoch;
    return isCutShort ? null : { seq: kept.seq, epoch: kept.epoch };
  }

  /** Takes note of a page. `sent`: the checkpoint it answers; `isLast`: the hub has no more for now. */
  async received(page: PulledPage, sent: Checkpoint | null, isLast: boolean): Promise<void> {
    const { epoch } = page.checkpoint;
    if (this.#keeper.collection(this.#collection).epoch === null) {
      await this.#keeper.changeCollection(this.#collection, { epoch });
    } else if (sent?.epoch !== epoch) {
      this.#pass = { epoch, seen: new Set() };
    }
    if (this.#pass === null) return;
    for (const { id, deleted } of page.documents) {
      if (deleted) this.#pass.seen.delete(id);
      else this.#pass.seen.add(id);
    }
    if (isLast) await this.#finish(this.#pass);
  }

  async #finish(pass: { epoch: string; seen: ReadonlySet<string> }): Promise<void> {
    await this.#dropOthers(pass.seen);
    this.#pass = null;
    // On disk: what was dropped before this state must not come back without it.
    await this.#keeper.changeCollection(this.#collection, { epoch: pass.epoch }, 'strict');
  }
}
