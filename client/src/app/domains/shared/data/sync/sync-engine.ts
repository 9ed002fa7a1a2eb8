import type { CollectionName } from '@tournee/graphql';
import type { LocalBase } from '../../../../local-db/local-base.ts';
import {
  PAGE_SIZES,
  type PulledPages,
  type ReplicationPort,
} from '../../../../local-db/replication/replication-port.ts';
import type { ReplicationSet } from '../../../../local-db/replication/replication-set.ts';
import type { SyncStateKeeper } from '../../../../local-db/sync-state.ts';
import type { HeardState } from '../hub/base-state.ts';
import type { HubClient } from '../hub/hub-client.ts';
import type { HubError } from '../hub/hub-error.ts';
import { HubGate } from '../hub/hub-gate.ts';
import { HubLink } from '../hub/hub-link.ts';
import { replicationFetch } from '../hub/replication-fetch.ts';
import { CatchUp } from './catch-up.ts';
import { clockOffset } from './clock-offset.ts';
import { connectionProblem } from './connection-problem.ts';
import { CutLine } from './cut-line.ts';
import { DeviceReporter } from './device-reporter.ts';
import { ProblemBoard } from './problem-board.ts';
import { SHARED_MESSAGES } from '../shared-messages.ts';
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
  readonly #cutLine = new CutLine();
  readonly #reporter: DeviceReporter;
  #catchUp: CatchUp | null = null;
  /** Date of the base at the hub, as it last said; undefined before it has. */
  #hubDate: string | null | undefined;
  /** The hub's clock, as it last said. */
  #hubTime: string | null = null;
  #waiting: (() => void)[] = [];
  #status: SyncStatus;

  constructor(parts: SyncEngineParts) {
    this.#parts = parts;
    this.#set = parts.base.replicate(this.#port());
    this.#link = new HubLink(parts.client, this.#gate, {
      reachable: (heard) => void this.#reachable(heard),
      unreachable: (error) => {
        this.#unreachable(error);
      },
      tooOld: (isTooOld) => {
        this.#tooOld(isTooOld);
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
    this.#reporter = new DeviceReporter(parts);
    const { refreshedAt, pulledAt = null, clockOffset: offset = 0 } = parts.keeper.state;
    this.#status = {
      isReachable: false,
      isLinkKnown: false,
      isTooOld: false,
      isActive: false,
      refreshedAt,
      pulledAt,
      firstSync: this.#progress(),
      problem: null,
      clockOffset: offset,
    };
  }

  get status(): SyncStatus {
    return this.#status;
  }

  /** Runs until the signal aborts; resolves when nothing of it touches the base any more. */
  async run(signal: AbortSignal): Promise<void> {
    const activity = this.#set.isActive$.subscribe((isActive) => {
      this.#change({ isActive });
      if (!isActive) this.#report();
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
    this.#reporter.stop();
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

  async #reachable({ state, roundTrip }: HeardState): Promise<void> {
    const isNewDate = this.#hubDate !== undefined && this.#hubDate !== state.refreshedAt;
    this.#hubDate = state.refreshedAt;
    this.#hubTime = state.serverTime;
    const offset = clockOffset(state.serverTime, this.#parts.clock(), roundTrip);
    this.#problems.set('link', this.#status.isTooOld ? SHARED_MESSAGES.tooOld : null);
    this.#change({ isReachable: true, isLinkKnown: true, clockOffset: offset });
    if (this.#status.isTooOld) this.#settle();
    await this.#parts.keeper.change({ clockOffset: offset });
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
    const pulledAt = this.#hubTime;
    await catchUp.done;
    await this.#set.awaitInSync();
    if (this.#catchUp !== catchUp) return;
    this.#catchUp = null;
    await this.#parts.keeper.change({ refreshedAt, pulledAt });
    this.#change({ refreshedAt, pulledAt });
    this.#report();
    this.#settle();
  }

  #unreachable(error: HubError): void {
    this.#catchUp = null;
    this.#cutLine.forget();
    this.#problems.drop(SHARED_MESSAGES.lineCut);
    this.#problems.set('link', connectionProblem(error));
    this.#change({ isReachable: false, isLinkKnown: true });
    this.#settle();
  }

  #tooOld(isTooOld: boolean): void {
    this.#problems.set('link', isTooOld ? SHARED_MESSAGES.tooOld : null);
    if (!isTooOld) for (const name of this.#set.pulled) this.#problems.set(name, null);
    this.#change({ isTooOld });
    this.#settle();
  }

  #report(): void {
    if (this.#status.isReachable && !this.#status.isTooOld && this.#status.firstSync === null)
      this.#reporter.report();
  }

  #exchanged(collection: CollectionName, error: HubError | null): void {
    const isCut = this.#cutLine.note(collection, error);
    this.#problems.set(collection, isCut ? SHARED_MESSAGES.lineCut : error && connectionProblem(error));
    this.#change({});
    if (error?.kind === 'too-old') this.#link.refuse();
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
