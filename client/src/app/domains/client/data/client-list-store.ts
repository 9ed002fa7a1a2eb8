import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Subscription } from 'rxjs';
import type { Changes, FeedPosition } from '../../../local-db/change-feed.ts';
import type { LocalBase } from '../../../local-db/local-base.ts';
import { keyValueStore } from '../../../local-db/storage/key-value-store.ts';
import { LocalBaseStore } from '../../shared/data/local-base-store.ts';
import { untilIdle, untilNextTask } from '../../shared/data/until-idle.ts';
import { listItemOf } from './client-list-item.ts';
import { readSnapshot, writeSnapshot } from './client-list-snapshot.ts';
import { ClientSearchIndex } from './client-search-index.ts';

/** Part of a frame that preparing the search may take at a time. */
const PREPARE_MS = 6;
/** Changes come in bursts (a page of the first synchronisation): the snapshot is written when they are over. */
const SNAPSHOT_DELAY_MS = 1_500;

/** The user's clients, and those that a query finds. */
@Injectable({ providedIn: 'root' })
export class ClientListStore {
  readonly #bases = inject(LocalBaseStore);
  readonly #index = signal(ClientSearchIndex.empty);
  readonly #status = signal<'loading' | 'ready'>('loading');
  /** Up to where the list holds the base's changes; null before anything was read. */
  #position: FeedPosition | null = null;
  #snapshot: Promise<void> = Promise.resolve();
  #snapshotTimer: ReturnType<typeof setTimeout> | undefined;
  #live: Subscription | undefined;

  readonly status = this.#status.asReadonly();
  /** What is typed into the search field: words in any order, `*` and `?`, by code or name. */
  readonly query = signal('');
  /** The clients found, in the order of the list. */
  readonly results = computed(() => this.#index().search(this.query()));
  readonly total = computed(() => this.#index().size);

  constructor() {
    effect(() => {
      const name = this.#bases.name();
      untracked(() => {
        this.#reset();
        if (name !== null) this.#snapshot = this.#showSnapshot(name);
      });
    });
    effect(() => {
      const base = this.#bases.base();
      if (base !== null) untracked(() => void this.#follow(base));
    });
  }

  #reset(): void {
    clearTimeout(this.#snapshotTimer);
    this.#live?.unsubscribe();
    this.#position = null;
    this.#index.set(ClientSearchIndex.empty);
    this.#status.set('loading');
    this.query.set('');
  }

  async #showSnapshot(name: string): Promise<void> {
    const snapshot = await readSnapshot(keyValueStore, name);
    if (snapshot === null || this.#bases.name() !== name) return;
    this.#position = snapshot.position;
    this.#index.set(ClientSearchIndex.ofSorted(snapshot.items));
    this.#status.set('ready');
    void this.#prepare();
  }

  /** Reads what has changed since the snapshot (everything, when there is none), then follows. */
  async #follow(base: LocalBase): Promise<void> {
    await this.#snapshot;
    const missed: Changes<'client'>[] = [];
    let isCaughtUp = false;
    this.#live = base.liveChanges('client').subscribe((changes) => {
      if (isCaughtUp) this.#apply(base, changes);
      else missed.push(changes);
    });
    for await (const changes of base.changesSince('client', this.#position)) {
      if (this.#bases.base() !== base) return;
      this.#apply(base, changes);
      await untilNextTask();
    }
    isCaughtUp = true;
    for (const changes of missed) this.#apply(base, changes);
    // An empty list is worth a snapshot too: it is then known at once.
    if (this.#status() === 'loading') this.#scheduleSnapshot(base);
    this.#status.set('ready');
  }

  #apply(base: LocalBase, { changed, removed, position }: Changes<'client'>): void {
    if (this.#bases.base() !== base) return;
    this.#index.update((index) => index.changed(changed.map(listItemOf), removed));
    if (this.#position === null || position.lwt > this.#position.lwt) this.#position = position;
    void this.#prepare();
    this.#scheduleSnapshot(base);
  }

  /** Prepares the search in small pieces between frames. A key typed meanwhile prepares what it needs itself. */
  async #prepare(): Promise<void> {
    const index = this.#index();
    do await untilIdle();
    while (this.#index() === index && !index.prepare(PREPARE_MS));
  }

  #scheduleSnapshot(base: LocalBase): void {
    clearTimeout(this.#snapshotTimer);
    this.#snapshotTimer = setTimeout(() => void this.#keepSnapshot(base), SNAPSHOT_DELAY_MS);
  }

  async #keepSnapshot(base: LocalBase): Promise<void> {
    await untilIdle();
    if (this.#bases.base() !== base) return;
    await writeSnapshot(keyValueStore, base.name, { items: this.#index().items, position: this.#position });
  }
}
