import type { LocalBase } from '../../../../local-db/local-base.ts';
import { keyValueStore } from '../../../../local-db/storage/key-value-store.ts';
import { SyncStateKeeper } from '../../../../local-db/sync-state.ts';
import type { HubClient } from '../hub/hub-client.ts';
import { withTabLock } from '../tab-lock.ts';
import { SyncChannel } from './sync-channel.ts';
import { SyncEngine } from './sync-engine.ts';
import type { SyncStatus } from './sync-status.ts';

export interface SyncRunParts {
  base: LocalBase;
  client: HubClient;
  clock: () => Date;
  /** Called with each status, of this tab's engine or of another's. */
  show: (status: SyncStatus) => void;
}

/**
 * A tab's part in the synchronisation of an open base: it waits for its turn to be the one that synchronises, and shows
 * meanwhile what the one that does says. The turn passes on when that tab closes.
 */
export class SyncRun {
  readonly #parts: SyncRunParts;
  readonly #channel: SyncChannel;
  readonly #stop = new AbortController();
  readonly #ended: Promise<void>;
  #engine: SyncEngine | null = null;

  constructor(parts: SyncRunParts) {
    this.#parts = parts;
    const { name } = parts.base;
    this.#channel = new SyncChannel(name);
    this.#channel.follow(parts.show);
    this.#ended = withTabLock(`tournee-sync/${name}`, () => this.#lead(), this.#stop.signal).catch(
      (error: unknown) => {
        if (!this.#stop.signal.aborted) reportError(error);
      },
    );
  }

  /** This tab's engine, when it is the one that synchronises. */
  get engine(): SyncEngine | null {
    return this.#engine;
  }

  async refresh(): Promise<void> {
    if (this.#engine === null) this.#channel.askToRefresh();
    else await this.#engine.refresh();
  }

  /** Resolves when nothing touches the base any more. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#ended;
    this.#channel.close();
  }

  async #lead(): Promise<void> {
    const { base, client, clock, show } = this.#parts;
    const publish = (status: SyncStatus): void => {
      show(status);
      this.#channel.publish(status);
    };
    const keeper = await SyncStateKeeper.open(keyValueStore, base.name);
    const engine = new SyncEngine({ client, base, keeper, clock, publish });
    this.#engine = engine;
    this.#channel.lead({ status: () => engine.status, refresh: () => void engine.refresh() });
    publish(engine.status);
    await engine.run(this.#stop.signal);
    this.#engine = null;
  }
}
