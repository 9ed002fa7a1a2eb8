import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { type Operation, overlayFollowUp, overlayLastVisit } from '@tournee/graphql';
import type { Subscription } from 'rxjs';
import type { Changes, FeedPosition } from '../../../../local-db/change-feed.ts';
import type { LocalBase } from '../../../../local-db/local-base.ts';
import { keyValueStore } from '../../../../local-db/storage/key-value-store.ts';
import { LocalBaseStore } from '../local-base-store.ts';
import { OperationStore } from '../operation-store.ts';
import { SyncStore } from '../sync-store.ts';
import { untilIdle, untilNextTask } from '../until-idle.ts';
import { type DirectoryEntry, entryOf } from './directory-entry.ts';
import { readSnapshot, writeSnapshot } from './directory-snapshot.ts';
import { DirectoryIndex } from './directory-index.ts';

/** Part of a frame that preparing the search may take at a time. */
const PREPARE_MS = 6;
/** Changes come in bursts (a page of the first synchronisation): the snapshot is written when they are over. */
const SNAPSHOT_DELAY_MS = 1_500;

/** Everybody the user may see, in memory: Accueil, Clients and the search are views of it. */
@Injectable({ providedIn: 'root' })
export class DirectoryStore {
  readonly #bases = inject(LocalBaseStore);
  readonly #operations = inject(OperationStore);
  readonly #pulledAt = inject(SyncStore).pulledAt;
  readonly #index = signal(DirectoryIndex.empty);
  readonly #status = signal<'loading' | 'ready'>('loading');
  /** Up to where the directory holds the base's changes; null before anything was read. */
  #position: FeedPosition | null = null;
  /** This device's operations by the client they are about. */
  readonly #own = computed(() => groupByEntity(this.#operations.operations() ?? []));
  #snapshot: Promise<void> = Promise.resolve();
  #snapshotTimer: ReturnType<typeof setTimeout> | undefined;
  #live: Subscription | undefined;

  readonly status = this.#status.asReadonly();
  /** To search in. */
  readonly index = this.#index.asReadonly();
  readonly total = computed(() => this.#index().size);
  /** All entries by name, with what this device said and the base does not hold yet. */
  readonly entries = computed<readonly DirectoryEntry[]>(() => {
    const own = this.#own();
    const pulledAt = this.#pulledAt();
    const { items } = this.#index();
    if (own.size === 0) return items;
    return items.map((entry) => overlaid(entry, own.get(entry.id), pulledAt));
  });

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
    this.#index.set(DirectoryIndex.empty);
    this.#status.set('loading');
  }

  async #showSnapshot(name: string): Promise<void> {
    const snapshot = await readSnapshot(keyValueStore, name);
    if (snapshot === null || this.#bases.name() !== name) return;
    this.#position = snapshot.position;
    this.#index.set(DirectoryIndex.ofSorted(snapshot.entries));
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
    // Somebody else may have signed in meanwhile.
    if (this.#bases.base() !== base) return;
    for (const changes of missed) this.#apply(base, changes);
    // An empty directory is worth a snapshot too: it is then known at once.
    if (this.#status() === 'loading') this.#scheduleSnapshot(base);
    this.#status.set('ready');
  }

  #apply(base: LocalBase, { changed, removed, position }: Changes<'client'>): void {
    if (this.#bases.base() !== base) return;
    this.#index.update((index) => index.changed(changed.map(entryOf), removed));
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
    await writeSnapshot(keyValueStore, base.name, { entries: this.#index().items, position: this.#position });
  }
}

function groupByEntity(operations: readonly Operation[]): ReadonlyMap<string, readonly Operation[]> {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    if (operation.entityType !== 'client') continue;
    const group = groups.get(operation.entityId);
    if (group === undefined) groups.set(operation.entityId, [operation]);
    else group.push(operation);
  }
  return groups;
}

function overlaid(
  entry: DirectoryEntry,
  own: readonly Operation[] | undefined,
  pulledAt: string | null,
): DirectoryEntry {
  if (own === undefined) return entry;
  const lastVisit = overlayLastVisit(entry.lastVisit, own);
  const followUp = overlayFollowUp(entry.followUp, own, pulledAt);
  return { ...entry, lastVisit, followUp };
}
