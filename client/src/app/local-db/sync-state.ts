import type { CollectionName } from '@tournee/graphql';
import type { KeyValueStore } from './storage/key-value-store.ts';

export interface CollectionState {
  /** Epoch of the documents that are here; null before the first page. */
  epoch: string | null;
  /** True once a pull has reached the end. */
  isComplete: boolean;
}

/** Where the synchronisation of a base stands, kept over reloads. */
export interface SyncState {
  collections: Partial<Record<CollectionName, CollectionState>>;
  /** Documents received by the first synchronisation so far, tombstones included. */
  received: number;
  /** How many there are to receive, as the hub last said. */
  total: number;
  /** Date of the base, as of the last time everything was pulled. ISO 8601. */
  refreshedAt: string | null;
  /** The hub's time before everything was last pulled to its end, ISO 8601. */
  pulledAt?: string | null;
  /** How far the device's clock was ahead of the hub's when it was last asked, in milliseconds. Absent: not measured. */
  clockOffset?: number;
}

const EMPTY: SyncState = { collections: {}, received: 0, total: 0, refreshedAt: null };

/** Collections that the first synchronisation is about: all that is read. */
export const READ_COLLECTIONS = [
  'setting',
  'reference',
  'client',
  'clientHistory',
  'prospect',
  'visit',
] as const;

/** True once everything to be read has been pulled to its end once. */
export function isFirstSyncComplete(state: SyncState): boolean {
  return READ_COLLECTIONS.every((name) => state.collections[name]?.isComplete === true);
}

export function syncStateKey(base: string): string {
  return `${base}/sync-state`;
}

/** Reads where a base stands, also without opening it. */
export async function readSyncState(store: KeyValueStore, base: string): Promise<SyncState> {
  return (await store.read<SyncState>(syncStateKey(base))) ?? EMPTY;
}

/** The state of an open base, in memory, written behind. Only the tab that synchronises holds one. */
export class SyncStateKeeper {
  readonly #store: KeyValueStore;
  readonly #key: string;
  #state: SyncState;
  #writing: Promise<void> = Promise.resolve();

  private constructor(store: KeyValueStore, base: string, state: SyncState) {
    this.#store = store;
    this.#key = syncStateKey(base);
    this.#state = state;
  }

  static async open(store: KeyValueStore, base: string): Promise<SyncStateKeeper> {
    return new SyncStateKeeper(store, base, await readSyncState(store, base));
  }

  get state(): SyncState {
    return this.#state;
  }

  collection(name: CollectionName): CollectionState {
    return this.#state.collections[name] ?? { epoch: null, isComplete: false };
  }

  async changeCollection(
    name: CollectionName,
    change: Partial<CollectionState>,
    durability?: 'strict' | 'relaxed',
  ): Promise<void> {
    const next = { ...this.collection(name), ...change };
    await this.change({ collections: { ...this.#state.collections, [name]: next } }, durability);
  }

  /**
   * Changes take effect at once and reach the disk in order. By default nobody waits for the disk: all databases of the
   * app share its queue, and a state that a power cut takes back only makes a page come again.
   */
  async change(change: Partial<SyncState>, durability: 'strict' | 'relaxed' = 'relaxed'): Promise<void> {
    this.#state = { ...this.#state, ...change };
    const written = this.#state;
    this.#writing = this.#writing.then(() => this.#store.write(this.#key, written, durability));
    await this.#writing;
  }
}
