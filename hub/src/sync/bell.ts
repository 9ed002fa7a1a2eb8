import { type Database, syncDocRepository, type SyncDocRepository } from '@tournee/db';
import type { ChangeNotice } from '@tournee/graphql';
import type { Clock } from '../clock.ts';
import type { Viewer } from '../context.ts';
import type { Log } from '../logger.ts';
import { createNoticeQueue, type NoticeQueue } from './notice-queue.ts';

export interface BellDependencies {
  database: Database;
  clock: Clock;
  log: Log;
  /** The person as the database knows him now; null when his session is over. */
  renew(viewer: Viewer): Promise<Viewer | null>;
  /** How often the feed's clock is read, while somebody listens. */
  intervalMs?: number | undefined;
  /** How often it is checked that a listener may still listen. */
  renewMs?: number | undefined;
}

interface Listener {
  viewer: Viewer;
  queue: NoticeQueue;
  /** Newest number of the feed that he was told about. */
  seq: number;
  renewedAt: number;
}

const EVERYTHING = '*';
/** A device needs one stream; more are leftovers of lost connections. The oldest one goes. */
const STREAMS_PER_DEVICE = 4;

/**
 * The bell says that a collection has something newer; it carries no data. One round serves all listeners of this
 * process: it reads the feed's clock, one row, and looks closer only when that moved. Other hubs' commits are noticed
 * by the same clock, so hubs need not know each other.
 */
export class Bell {
  readonly #dependencies: BellDependencies;
  readonly #feed: SyncDocRepository;
  readonly #listeners = new Set<Listener>();
  #timer: NodeJS.Timeout | null = null;
  #round: Promise<void> | null = null;
  #isNudged = false;
  #isClosed = false;

  constructor(dependencies: BellDependencies) {
    this.#dependencies = dependencies;
    this.#feed = syncDocRepository(dependencies.database.db);
  }

  /**
   * Notices for a person, until his access token ends, his session is revoked or the bell is closed. The first notice
   * names all collections: whatever happened while the device did not listen, it pulls it now.
   */
  listen(viewer: Viewer): AsyncIterableIterator<ChangeNotice> {
    const queue = createNoticeQueue(() => this.#listeners.delete(listener));
    const listener: Listener = { viewer, queue, seq: 0, renewedAt: this.#now() };
    void this.#admit(listener);
    return queue.notices;
  }

  /** Something was committed here: look at once, without waiting for the next round. */
  nudge(): void {
    this.#isNudged = true;
    if (!this.#round && this.#listeners.size > 0) this.#schedule(0);
  }

  /** Ends all streams. */
  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
    for (const listener of [...this.#listeners]) this.#dismiss(listener);
    await this.#round;
  }

  #now(): number {
    return this.#dependencies.clock.now().getTime();
  }

  async #admit(listener: Listener): Promise<void> {
    try {
      // The clock first, the notice after: what is committed in between is told twice rather than never.
      listener.seq = await this.#feed.clock();
    } catch (error) {
      this.#dependencies.log.warn({ err: error }, 'the bell could not look at the feed');
    }
    if (this.#isClosed || listener.queue.isEnded()) {
      listener.queue.end();
      return;
    }
    const { deviceId } = listener.viewer;
    const streams = [...this.#listeners].filter(({ viewer }) => viewer.deviceId === deviceId);
    for (const surplus of streams.slice(0, Math.max(0, streams.length + 1 - STREAMS_PER_DEVICE))) {
      this.#dismiss(surplus);
    }
    this.#listeners.add(listener);
    listener.queue.put(EVERYTHING, listener.seq);
    if (!this.#round && !this.#timer) this.#schedule(this.#interval());
  }

  #dismiss(listener: Listener): void {
    this.#listeners.delete(listener);
    listener.queue.end();
  }

  #interval(): number {
    return this.#dependencies.intervalMs ?? 1000;
  }

  #schedule(delay: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    const isNeeded = this.#listeners.size > 0 && !this.#isClosed;
    this.#timer = isNeeded ? setTimeout(() => this.#startRound(), delay).unref() : null;
  }

  #startRound(): void {
    this.#timer = null;
    this.#isNudged = false;
    this.#round = this.#look()
      // The database may be away for a while: the next round tries again.
      .catch((error: unknown) =>
        this.#dependencies.log.warn({ err: error }, 'the bell could not look at the feed'),
      )
      .finally(() => {
        this.#round = null;
        this.#schedule(this.#isNudged ? 0 : this.#interval());
      });
  }

  async #look(): Promise<void> {
    for (const listener of [...this.#listeners]) await this.#check(listener);
    if (this.#listeners.size === 0) return;
    const seq = await this.#feed.clock();
    for (const listener of [...this.#listeners]) await this.#tell(listener, seq);
  }

  async #check(listener: Listener): Promise<void> {
    const now = this.#now();
    if (listener.viewer.tokenExpiresAt.getTime() <= now) {
      this.#dismiss(listener);
      return;
    }
    if (now - listener.renewedAt < (this.#dependencies.renewMs ?? 5000)) return;
    const viewer = await this.#dependencies.renew(listener.viewer);
    if (!viewer) {
      this.#dismiss(listener);
      return;
    }
    const isMoved = viewer.scopes.join() !== listener.viewer.scopes.join();
    Object.assign(listener, { viewer, renewedAt: now });
    if (isMoved) listener.queue.put(EVERYTHING, listener.seq);
  }

  async #tell(listener: Listener, clock: number): Promise<void> {
    if (clock <= listener.seq) return;
    const newest = await this.#feed.newestSeq(listener.viewer.scopes, listener.seq);
    listener.seq = clock;
    for (const [collection, seq] of newest) listener.queue.put(collection, seq);
  }
}
