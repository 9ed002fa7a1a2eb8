import { setTimeout as delay } from 'node:timers/promises';
import type { HubProcess } from '../hub/hub-process.ts';
import type { ChaosDisk } from './disk.ts';
import type { Blow } from './plan.ts';

/** How long a machine with better things to do may take to start a hub again. */
const STANDING_LIMIT_MS = 90_000;

/** Hits the hubs as planned: a machine too slow for the plan gets every blow, only later. */
export class Blows {
  kills = 0;
  diskEpisodes = 0;
  readonly #hubs: HubProcess;
  readonly #disk: ChaosDisk;

  constructor(hubs: HubProcess, disk: ChaosDisk) {
    this.#hubs = hubs;
    this.#disk = disk;
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
        for (const pid of await this.#standing(over)) this.#kill(pid);
        return;
      case 'kill-one': {
        const standing = await this.#standing(over);
        this.#kill(standing[Math.floor(share * standing.length)] ?? 0);
      }
    }
  }

  /** All may be on their way up again: then the blow waits for the first one to stand. */
  async #standing(over: AbortSignal): Promise<readonly number[]> {
    const endAt = performance.now() + STANDING_LIMIT_MS;
    while (this.#hubs.members.length === 0) {
      if (performance.now() > endAt) throw new Error('No hub that was killed came back.');
      await delay(20, undefined, { signal: over });
    }
    return this.#hubs.members;
  }

  #kill(pid: number): void {
    if (this.#hubs.strike(pid)) this.kills += 1;
  }
}
