import { setTimeout as delay } from 'node:timers/promises';
import type { HubProcess } from '../hub/hub-process.ts';
import type { ChaosDisk } from './disk.ts';
import type { Blow } from './plan.ts';
import { whileItMoves } from './progress.ts';

/** A kill waits no longer than this for something to be on its way. */
const MOMENT_LIMIT_MS = 1000;
/** Then it falls within so many milliseconds: a hub does a few operations in that time. */
const MOMENT_MS = 15;

/** Hits the hubs as planned: a machine too slow for the plan gets every blow, only later. */
export class Blows {
  kills = 0;
  diskEpisodes = 0;
  readonly #hubs: HubProcess;
  readonly #disk: ChaosDisk;
  readonly #isSending: () => boolean;

  /** @param isSending whether a device waits for the answer to what it sent */
  constructor(hubs: HubProcess, disk: ChaosDisk, isSending: () => boolean) {
    this.#hubs = hubs;
    this.#disk = disk;
    this.#isSending = isSending;
  }

  /**
   * Resolves when the last blow has fallen and the disk is free again. Kills and the disk do not wait for each other: no
   * hub may be able to start before there is room again.
   * @param over ends it early
   */
  async fall(blows: readonly Blow[], startedAt: number, over: AbortSignal): Promise<void> {
    const isKill = ({ kind }: Blow): boolean => kind.startsWith('kill');
    const track = async (some: readonly Blow[]): Promise<void> => {
      for (const blow of some) {
        await delay(Math.max(0, startedAt + blow.at - performance.now()), undefined, { signal: over });
        await this.#hit(blow, over);
      }
    };
    try {
      await Promise.all([track(blows.filter(isKill)), track(blows.filter((blow) => !isKill(blow)))]);
    } finally {
      await this.#disk.free(this.#writers);
    }
  }

  get #writers(): readonly number[] {
    return [this.#hubs.pid, ...this.#hubs.members];
  }

  async #hit({ kind, share }: Blow, over: AbortSignal): Promise<void> {
    switch (kind) {
      case 'fill-disk':
        this.diskEpisodes += 1;
        await this.#disk.fill(this.#writers);
        return;
      case 'free-disk':
        await this.#disk.free(this.#writers);
        return;
      case 'kill-all':
        for (const pid of await this.#standing(over, share)) this.#kill(pid);
        return;
      case 'kill-one': {
        const standing = await this.#standing(over, share);
        this.#kill(standing[Math.floor(share * standing.length)] ?? 0);
      }
    }
  }

  /**
   * All may be on their way up again: then the blow waits for the first one to stand. It falls in the middle of something,
   * where there is something to lose, rather than between two requests.
   */
  async #standing(over: AbortSignal, share: number): Promise<readonly number[]> {
    await whileItMoves({
      what: 'No hub that was killed came back',
      isOver: () => this.#hubs.members.length > 0,
      progress: () => this.#hubs.heard,
      signal: over,
    });
    const momentAt = performance.now() + MOMENT_LIMIT_MS;
    while (!this.#isSending() && performance.now() < momentAt) await delay(1, undefined, { signal: over });
    await delay(share * MOMENT_MS);
    return this.#hubs.members;
  }

  #kill(pid: number): void {
    if (this.#hubs.strike(pid)) this.kills += 1;
  }
}
