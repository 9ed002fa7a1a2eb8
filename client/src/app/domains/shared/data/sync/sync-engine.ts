import type { BaseState, CollectionName } from '@tournee/graphql';
import type { LocalBase } from '../../../../local-db/local-base.ts';
import {
  PAGE_SIZES,
  type PulledPages,
  type ReplicationPort,
} from '../../../../local-db/replication/replication-port.ts';
import type { ReplicationSet } from '../../../../local-db/replication/replication-set.ts';
import type { SyncStateKeeper } from '../../../../local-db/sync-state.ts';
import type { HubClient } from '../hub/hub-client.ts';
import type { HubError } from '../hub/hub-error.ts';
import { HubGate } from '../hub/hub-gate.ts';
import { HubLink } from '../hub/hub-link.ts';
import { replicationFetch } from '../hub/replication-fetch.ts';
import { CatchUp } from './catch-up.ts';
import { clockProblem, connectionProblem } from './connection-problem.ts';
import { ProblemBoard } from './problem-board.ts';
import type { SyncStatus } from './sync-status.ts';

export interface SyncEngineParts {
  client: HubClient;
  base: LocalBase;
  keeper: SyncStateKeeper;
  clock: () => Date;
  /** Called whenever the status changes. */
  publish: (status: SyncStatus) => void;
}

/** Never right at the start: readers of the base must have caught up with removals before those are forgotten. */
const PURGE_EVERY_MS = 10 * 60_000;

/** Keeps a base in step with the hub; runs in one tab only. */
export class SyncEngine {
  readonly #parts: SyncEngineParts;
  readonly #gate = new HubGate();
  readonly #link: HubLink;
  readonly #set: ReplicationSet;
  readonly #problems = new ProblemBoard();
  #catchUp: CatchUp | null = null;
  /** Date of the base at the hub, as it last said; undefined before it has. */
  #hubDate: string | null | undefined;
  #waiting: (() => void)[] = [];
  #status: SyncStatus;

  constructor(parts: SyncEngineParts) {
    this.#parts = parts;
    this.#set = parts.base.replicate(this.#port());
    this.#link = new HubLink(parts.client, this.#gate, {
      reachable: (state) => void this.#reachable(state),
      unreachable: (error) => {
        this.#unreachable(error);
      },
      bellMissing: () => {
        this.#pullAll();
      },
      // The first notice of each stream names all collections: so is caught up on what nobody announced.
      changed: ({ collection }) => {
        if (collection === '*') this.#pullAll();
        else this.#set.reSync(collection as CollectionName);
      },
    });
    const { refreshedAt } = parts.keeper.state;
    this.#status = {
      isReachable: false,
      isActive: false,
      refreshedAt,
      firstSync: this.#progress(),
      problem: null,
    };
  }

  get status(): SyncStatus {
    return this.#status;
  }

  /** Runs until the signal aborts; resolves when nothing of it touches the base any more. */
  async run(signal: AbortSignal): Promise<void> {
    const activity = this.#set.isActive$.subscribe((isActive) => {
      this.#change({ isActive });
    });
    const faults = this.#set.errors$.subscribe((error) => {
      reportError(error);
    });
    this.#set.start().then(() => {
      this.#change({ firstSync: this.#progress() });
    }, reportError);
    const purging = setInterval(() => {
      this.#set.purge().catch(reportError);
    }, PURGE_EVERY_MS);
    await this.#link.run(signal);
    clearInterval(purging);
    activity.unsubscribe();
    faults.unsubscribe();
    await this.#set.cancel();
    this.#settle();
  }

  /** Pulls and pushes everything now. Resolves when that is done, or cannot be. */
  async refresh(): Promise<void> {
    const settled = new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
    });
    this.#link.restart();
    await settled;
  }

  /** The user or the network is back. */
  check(): void {
    this.#link.check();
  }

  /** The network says that it is gone: no use waiting for a silent stream to be given up. */
  restart(): void {
    this.#link.restart();
  }

  #port(): ReplicationPort {
    const { client, keeper } = this.#parts;
    return {
      url: client.url,
      keeper,
      pageSizes: PAGE_SIZES,
      fetchFor: (collection) =>
        replicationFetch(client, this.#gate, {
          succeeded: () => {
            this.#exchanged(collection, null);
          },
          failed: (error) => {
            this.#exchanged(collection, error);
          },
        }),
      onPage: (page) => void this.#received(page),
    };
  }

  async #reachable(state: BaseState): Promise<void> {
    const isNewDate = this.#hubDate !== undefined && this.#hubDate !== state.refreshedAt;
    this.#hubDate = state.refreshedAt;
    this.#problems.set('link', clockProblem(state.serverTime, this.#parts.clock()));
    this.#change({ isReachable: true });
    if (isNewDate) this.#pullAll();
    if (this.#status.firstSync === null) return;
    await this.#parts.keeper.change({ total: state.documentCount });
    this.#change({ firstSync: this.#progress() });
  }

  #pullAll(): void {
    const catchUp = new CatchUp(this.#set.pulled);
    this.#catchUp = catchUp;
    this.#set.reSync('*');
    void this.#finish(catchUp);
  }

  /** Once everything was pulled after the hub gave its date, that is the date of this base. */
  async #finish(catchUp: CatchUp): Promise<void> {
    const refreshedAt = this.#hubDate ?? null;
    await catchUp.done;
    await this.#set.awaitInSync();
    if (this.#catchUp !== catchUp) return;
    this.#catchUp = null;
    await this.#parts.keeper.change({ refreshedAt });
    this.#change({ refreshedAt });
    this.#settle();
  }

  #unreachable(error: HubError): void {
    this.#catchUp = null;
    this.#problems.set('link', connectionProblem(error));
    this.#change({ isReachable: false });
    this.#settle();
  }

  #exchanged(collection: CollectionName, error: HubError | null): void {
    this.#problems.set(collection, error === null ? null : connectionProblem(error));
    this.#change({});
    if (error?.kind === 'unreachable' && this.#gate.isOpen) this.#link.restart();
  }

  async #received({ collection, count, isLast }: PulledPages): Promise<void> {
    if (isLast) this.#catchUp?.reached(collection);
    if (this.#status.firstSync === null) return;
    const { keeper } = this.#parts;
    await keeper.change({ received: keeper.state.received + count });
    this.#change({ firstSync: this.#progress() });
  }

  #progress(): SyncStatus['firstSync'] {
    if (this.#set.isFirstSyncComplete) return null;
    const { received, total } = this.#parts.keeper.state;
    return { received: Math.min(received, total), total };
  }

  #change(change: Partial<SyncStatus>): void {
    const next = { ...this.#status, ...change, problem: this.#problems.first };
    if (JSON.stringify(next) === JSON.stringify(this.#status)) return;
    this.#status = next;
    this.#parts.publish(next);
  }

  #settle(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
