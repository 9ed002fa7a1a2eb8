import { setTimeout as delay } from 'node:timers/promises';
import type { HubProcess } from '../hub/hub-process.ts';
import type { ChaosDisk } from './disk.ts';
import type { Blow } from './plan.ts';

/** Hits the hubs as planned. */
export class Blows {
  kills = 0;
  diskEpisodes = 0;
  readonly #hubs: HubProcess;
  readonly #disk: ChaosDisk;

  constructor(hubs: HubProcess, disk: ChaosDisk) {
    this.#hubs = hubs;
    this.#disk = disk;
  }

  /** Resolves when the last blow has fallen and the disk is free again. */
  async fall(blows: readonly Blow[], startedAt: number): Promise<void> {
    try {
      for (const blow of blows) {
        await delay(Math.max(0, startedAt + blow.at - performance.now()));
        await this.#hit(blow);
      }
    } finally {
      await this.#disk.free(this.#writers);
    }
  }

  get #writers(): readonly number[] {
    return [this.#hubs.pid, ...this.#hubs.members];
  }

  async #hit({ kind, share }: Blow): Promise<void> {
    switch (kind) {
      case 'fill-disk':
        this.diskEpisodes += 1;
        await this.#disk.fill(this.#writers);
        return;
      case 'free-disk':
        await this.#disk.free(this.#writers);
        return;
      case 'kill-all':
        for (const pid of this.#hubs.members) this.#kill(pid);
        return;
      case 'kill-one':
        await this.#killOne(share);
    }
  }

  /** All may be on their way up again: then the blow waits for the first one to stand. */
  async #killOne(share: number): Promise<void> {
    while (this.#hubs.members.length === 0) await delay(20);
    const { members } = this.#hubs;
    this.#kill(members[Math.floor(share * members.length)] ?? 0);
  }

  #kill(pid: number): void {
    if (this.#hubs.strike(pid)) this.kills += 1;
  }
}
