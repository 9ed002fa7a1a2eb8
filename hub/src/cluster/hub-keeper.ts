import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../logger.ts';
import { HubChild } from './hub-child.ts';
import type { HubPool } from './hub-pool.ts';

export interface HubKeeperOptions {
  pool: HubPool;
  log: Log;
  /** Where the balancer listens. */
  publicPort: number;
  hasDemo: boolean;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;
/** A hub that lives no longer than this is started again after growing pauses. */
const SHORT_LIFE_MS = 3000;

/** Keeps one hub of a cluster alive: one that ends, for whatever reason, is started again. */
export class HubKeeper {
  readonly #options: HubKeeperOptions;
  #child: HubChild | null = null;
  #isStopping = false;
  #pause = FIRST_PAUSE_MS;

  constructor(options: HubKeeperOptions) {
    this.#options = options;
  }

  /**
   * Resolves when the hub answers: what it says of getting in; null when it ended before.
   * @param go what to wait for before it opens the database
   */
  async start(go: Promise<unknown> = Promise.resolve()): Promise<string | null> {
    const { pool, log, publicPort, hasDemo } = this.#options;
    const startedAt = Date.now();
    const child = new HubChild(publicPort, hasDemo);
    this.#child = child;
    void go.then(() => {
      child.go();
    });
    const hub = await child.ready;
    if (!hub) return null;
    pool.add(hub.port);
    log.info({ hubPid: child.pid, port: hub.port }, 'a hub answers');
    void child.ended.then((end) => {
      pool.remove(hub.port);
      if (this.#isStopping) return;
      log.error({ hubPid: child.pid, end }, 'a hub ended: starting it again');
      if (Date.now() - startedAt > SHORT_LIFE_MS) this.#pause = FIRST_PAUSE_MS;
      void this.startAgain();
    });
    return hub.notice;
  }

  /** Tries until the hub answers, or is not wanted any more. */
  async startAgain(): Promise<void> {
    await delay(this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS);
    if (this.#isStopping || (await this.start()) !== null) return;
    this.#options.log.error('a hub could not be started: trying again later');
    await this.startAgain();
  }

  /** Lets the hub finish what is in flight. Resolves when it has ended. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#child?.stop();
    await this.#child?.ended;
  }
}
