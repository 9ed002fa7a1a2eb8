import { effect, inject, Injectable, signal } from '@angular/core';
import { keyValueStore } from '../../../local-db/storage/key-value-store.ts';
import { CLOCK } from '../../shared/data/clock-store.ts';
import { LocalBaseStore } from '../../shared/data/local-base-store.ts';

export interface RecentClient {
  id: string;
  /** Milliseconds since 1970, by this device's clock. */
  openedAt: number;
}

const KEPT = 8;

/** The cards that were opened last, newest first; kept on this device. */
@Injectable({ providedIn: 'root' })
export class RecentClients {
  readonly #base = inject(LocalBaseStore).name;
  readonly #clock = inject(CLOCK);
  readonly #recent = signal<readonly RecentClient[]>([]);
  readonly list = this.#recent.asReadonly();

  constructor() {
    effect(() => {
      const base = this.#base();
      this.#recent.set([]);
      if (base !== null) void this.#read(base);
    });
  }

  note(id: string): void {
    const base = this.#base();
    if (base === null) return;
    const others = this.#recent().filter((one) => one.id !== id);
    this.#recent.set([{ id, openedAt: this.#clock().getTime() }, ...others].slice(0, KEPT));
    // A list that a power cut takes back is no loss.
    void keyValueStore.write(key(base), this.#recent(), 'relaxed');
  }

  async #read(base: string): Promise<void> {
    const kept = await keyValueStore.read<readonly RecentClient[]>(key(base));
    if (kept !== null && this.#base() === base && this.#recent().length === 0) this.#recent.set(kept);
  }
}

function key(base: string): string {
  return `${base}/recent-clients`;
}
