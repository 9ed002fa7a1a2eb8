import type { CollectionName } from '@tournee/graphql';
import type { RxError, RxTypeError } from 'rxdb';
import { BehaviorSubject, combineLatest, distinctUntilChanged, filter, merge, type Observable } from 'rxjs';
import type { LocalDatabase } from '../local-collections.ts';
import { purgeTombstones } from '../storage/purge-tombstones.ts';
import { isFirstSyncComplete, READ_COLLECTIONS } from '../sync-state.ts';
import { pruneOperations } from './operation-pruning.ts';
import { resendForgotten } from './operation-resend.ts';
import { type CollectionReplication, replicateCollection } from './replicate-collection.ts';
import type { ReplicationPort } from './replication-port.ts';

/** All replications of a base. Made by the one tab that synchronises. */
export class ReplicationSet {
  readonly #database: LocalDatabase;
  readonly #port: ReplicationPort;
  readonly #replications = new Map<CollectionName, CollectionReplication>();
  readonly #active = new BehaviorSubject(false);
  #isCancelled = false;

  constructor(database: LocalDatabase, port: ReplicationPort) {
    this.#database = database;
    this.#port = port;
    for (const name of ['operation' as const, ...READ_COLLECTIONS]) {
      this.#replications.set(name, replicateCollection(name, database[name] as never, port));
    }
    const activities = [...this.#replications.values()].map((replication) => replication.active$);
    combineLatest(activities).subscribe((all) => {
      this.#active.next(all.includes(true));
    });
  }

  /** True while something is being pulled or pushed. */
  get isActive$(): Observable<boolean> {
    return this.#active.pipe(distinctUntilChanged());
  }

  /** What goes wrong inside RxDB: writing to the base. Failed exchanges are the port's to report. */
  get errors$(): Observable<Error> {
    const errors = [...this.#replications.values()].map((replication) => replication.error$);
    return merge(...errors).pipe(filter(isOurs));
  }

  /** Collections that are pulled. */
  get pulled(): readonly CollectionName[] {
    return [...this.#replications.keys()];
  }

  /** True once everything to be read has been pulled to its end once. */
  get isFirstSyncComplete(): boolean {
    return isFirstSyncComplete(this.#port.keeper.state);
  }

  /**
   * Starts all replications, side by side: while one waits for the disk, another can be read. Resolves when the first
   * synchronisation is complete, however long that takes; a reload goes on where the last one stopped.
   */
  async start(): Promise<void> {
    const sending = this.#replication('operation').start();
    await Promise.all(READ_COLLECTIONS.map((name) => this.#startOne(name)));
    await sending;
  }

  async #startOne(name: CollectionName): Promise<void> {
    const replication = this.#replication(name);
    await replication.start();
    if (this.#port.keeper.collection(name).isComplete) return;
    await replication.awaitInitialReplication();
    await this.#port.keeper.changeCollection(name, { isComplete: true });
  }

  /** Pulls a collection again (`*`: all of them), and pushes what waits. */
  reSync(collection: CollectionName | '*'): void {
    const names = collection === '*' ? [...this.#replications.keys()] : [collection];
    for (const name of names) this.#replications.get(name)?.reSync();
  }

  /** Resolves once everything is pulled and pushed, and no unsent operation was forgotten. */
  async awaitInSync(): Promise<void> {
    await Promise.all([...this.#replications.values()].map((replication) => replication.awaitInSync()));
    if (!this.#isCancelled && (await resendForgotten(this.#database.operation))) {
      await this.#replication('operation').awaitInSync();
    }
  }

  /** Forgets for good what the hub took away a while ago, and operations that were integrated long ago. */
  async purge(): Promise<void> {
    for (const name of READ_COLLECTIONS) {
      if (!this.#isCancelled) await purgeTombstones(this.#database[name] as never);
    }
    if (!this.#isCancelled) await pruneOperations(this.#database.operation);
  }

  async cancel(): Promise<void> {
    this.#isCancelled = true;
    await Promise.all([...this.#replications.values()].map((replication) => replication.cancel()));
  }

  #replication(name: CollectionName): CollectionReplication {
    const replication = this.#replications.get(name);
    if (replication === undefined) throw new Error(`No replication of ${name}.`);
    return replication;
  }
}

/** RxDB also tells each failed exchange here; those bear what the port's `fetch` rejected with. */
function isOurs(error: RxError | RxTypeError): boolean {
  return error.parameters.errors === undefined;
}
