import { type Database, type FeedPage, type FeedRow, readFeedIdentity, syncDocRepository } from '@tournee/db';
import type { Checkpoint, CollectionName } from '@tournee/graphql';
import type { Clock } from '../clock.ts';
import type { Viewer } from '../context.ts';
import { badInput } from '../errors.ts';
import { pullMessages } from './pull.messages.ts';
import { epochOf, originOf } from './epoch.ts';
import { createScopeNotes } from './scope-notes.ts';

/** Most documents a call may ask for; more is refused, not cut. A page may end before, at `PAGE_BYTES`. */
export const PULL_LIMIT_MAX = 1000;

const SEQ = /^\d{1,15}$/;

export interface PullArguments {
  checkpoint?: Checkpoint | null | undefined;
  limit: number;
}

export interface PullPage {
  rows: readonly FeedRow[];
  checkpoint: Checkpoint;
  /** Whether there is something after the checkpoint. */
  hasMore: boolean;
}

export interface PullService {
  /**
   * The next documents of a collection for a person, oldest change first. A checkpoint of another epoch, or from before
   * tombstones that were pruned, counts for nothing: the device starts over, and learns the new epoch from the answer.
   * @throws BAD_INPUT
   */
  pull(viewer: Viewer, collection: CollectionName, args: PullArguments): Promise<PullPage>;
}

export function createPullService(database: Database, clock: Clock): PullService {
  const feed = syncDocRepository(database.db);
  const notes = createScopeNotes(database, clock);
  let feedId = '';

  async function start(viewer: Viewer, collection: CollectionName, limit: number): Promise<PullPage> {
    // Before the page: tombstones that are pruned while it is read make the device start over once more, which is safe.
    const origin = await feed.floor(collection, viewer.scopes);
    const page = await feed.pull({ collection, scopes: viewer.scopes, limit, afterSeq: 0 });
    return answer(page, epochOf(viewer.scopes, feedId, origin));
  }

  async function read(
    viewer: Viewer,
    collection: CollectionName,
    { checkpoint, limit }: PullArguments,
  ): Promise<PullPage> {
    if (!Number.isInteger(limit) || limit < 1 || limit > PULL_LIMIT_MAX) {
      throw badInput(pullMessages.badLimit(PULL_LIMIT_MAX), 'limit');
    }
    feedId ||= await readFeedIdentity(database.db);
    await notes.note(viewer);
    const origin = checkpoint ? originOf(checkpoint.epoch, viewer.scopes, feedId) : null;
    if (!checkpoint || origin === null) return start(viewer, collection, limit);
    const afterSeq = readSeq(checkpoint.seq);
    const page = await feed.pull({ collection, scopes: viewer.scopes, limit, afterSeq });
    // After the page: tombstones that were pruned before it was read are below this floor.
    const floor = await feed.floor(collection, viewer.scopes);
    if (afterSeq < floor && origin < floor) return start(viewer, collection, limit);
    // A base restored from a backup is behind its devices: what they hold beyond it does not exist any more.
    const isAhead = page.rows.length === 0 && afterSeq > (await feed.clock());
    if (!isAhead) return answer(page, checkpoint.epoch);
    return answer(
      await feed.pull({ collection, scopes: viewer.scopes, limit, afterSeq: 0 }),
      checkpoint.epoch,
    );
  }

  return {
    async pull(viewer, collection, args) {
      const page = await read(viewer, collection, args);
      // A number that a device has seen must never be given to another document, not even after a power cut.
      if (page.rows.length > 0) await database.flush();
      return page;
    },
  };
}

function answer({ rows, lastSeq, hasMore }: FeedPage, epoch: string): PullPage {
  return { rows, checkpoint: { seq: String(lastSeq), epoch }, hasMore };
}

function readSeq(seq: string): number {
  if (!SEQ.test(seq)) throw badInput(pullMessages.badCheckpoint, 'checkpoint.seq');
  return Number(seq);
}
