import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { map } from 'rxjs';
import type { LocalBase } from '../../../local-db/local-base.ts';
import { keyValueStore } from '../../../local-db/storage/key-value-store.ts';
import { isFirstSyncComplete, readSyncState } from '../../../local-db/sync-state.ts';
import { CLOCK, ClockStore } from './clock-store.ts';
import { HubClient } from './hub/hub-client.ts';
import { followBase, LocalBaseStore } from './local-base-store.ts';
import { SessionStore } from './session-store.ts';
import { SettingStore } from './setting-store.ts';
import { SyncRun } from './sync/sync-run.ts';
import { type SyncStatus, UNKNOWN_STATUS } from './sync/sync-status.ts';

/** `too-old`: the hub answers, but no longer understands this version of the app. */
export type Link = 'online' | 'offline' | 'syncing' | 'too-old';

export interface SyncProgress {
  received: number;
  total: number;
}

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 3_600_000;

/** How far the local base is from the hub. One tab per base synchronises; all show the same. */
@Injectable({ providedIn: 'root' })
export class SyncStore {
  readonly #session = inject(SessionStore);
  readonly #bases = inject(LocalBaseStore);
  readonly #clock = inject(CLOCK);
  readonly #now = inject(ClockStore).now;
  readonly #expiryHours = inject(SettingStore).expiryHours;
  readonly #status = signal<SyncStatus>(UNKNOWN_STATUS);
  readonly #isKnown = signal(false);
  #run: SyncRun | null = null;

  /** False for the moment in which nothing has been read yet of where this base stands. */
  readonly isKnown = this.#isKnown.asReadonly();
  /** State of the connection. */
  readonly link = computed<Link>(() => {
    const { isReachable, isLinkKnown, isTooOld, isActive, firstSync } = this.#status();
    // A first copy that has only just begun is not interrupted.
    if (!isReachable) return isLinkKnown || firstSync === null ? 'offline' : 'syncing';
    if (isTooOld) return 'too-old';
    return isActive || firstSync !== null ? 'syncing' : 'online';
  });
  readonly baseDate = computed<Date | null>(() => {
    const { refreshedAt } = this.#status();
    return refreshedAt === null ? null : new Date(refreshedAt);
  });
  /** True when the base is older than the setting `base.expiryHours` allows. */
  readonly isStale = computed(() => {
    const date = this.baseDate();
    // The date is the hub's, so the age counts by the hub's clock.
    const now = this.#now().getTime() - this.#status().clockOffset;
    return date !== null && now - date.getTime() > this.#expiryHours() * MS_PER_HOUR;
  });
  /**
   * How far the device's clock is ahead of the hub's, in milliseconds; 0 when it is right, within a minute. Without
   * network too: a clock that shows an earlier time than the hub said at the last pull is behind by that much at least.
   */
  readonly clockOffset = computed(() => {
    const { clockOffset, pulledAt } = this.#status();
    if (clockOffset !== 0 || pulledAt === null) return clockOffset;
    const since = this.#now().getTime() - Date.parse(pulledAt);
    return since < -MS_PER_MINUTE ? since : 0;
  });
  /** The hub's time before everything was last pulled, as the overlay of prospects wants it; null before. */
  readonly pulledAt = computed(() => this.#status().pulledAt);
  readonly firstSync = computed<SyncProgress | null>(() => this.#status().firstSync);
  /** What is wrong, in French; null when all is well or the device is plainly offline. */
  readonly problem = computed(() => this.#bases.problem() ?? this.#status().problem);
  /** Operations that the hub has not answered yet. */
  readonly pendingCount = followBase((base) => base.pending$.pipe(map((operations) => operations.length)), 0);

  constructor() {
    effect(() => {
      const base = this.#bases.base();
      if (base !== null) this.#start(base);
    });
    effect(() => {
      const name = this.#bases.name();
      this.#status.set(UNKNOWN_STATUS);
      this.#isKnown.set(false);
      if (name !== null) void this.#recall(name);
    });
    this.#bases.beforeClose(async () => {
      const run = this.#run;
      this.#run = null;
      await run?.stop();
    });
    window.addEventListener('online', () => this.#run?.engine?.restart());
    window.addEventListener('offline', () => this.#run?.engine?.restart());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#run?.engine?.check();
    });
  }

  /** « Actualiser »: pulls and pushes now. Resolves when done, or when it turns out that it cannot be. */
  async refresh(): Promise<void> {
    await this.#run?.refresh();
  }

  /** What is known before the base is open. */
  async #recall(name: string): Promise<void> {
    const state = await readSyncState(keyValueStore, name);
    if (this.#bases.name() !== name || this.#run !== null) return;
    const { received, total, refreshedAt, pulledAt = null, clockOffset = 0 } = state;
    const firstSync = isFirstSyncComplete(state) ? null : { received, total };
    this.#status.update((status) => ({ ...status, refreshedAt, pulledAt, firstSync, clockOffset }));
    this.#isKnown.set(true);
  }

  #start(base: LocalBase): void {
    this.#run = new SyncRun({
      base,
      client: new HubClient(this.#session),
      clock: this.#clock,
      show: (status) => {
        this.#status.set(status);
        this.#isKnown.set(true);
      },
    });
  }
}
