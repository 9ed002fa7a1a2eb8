import {
  type ClientRelation,
  type CollectionName,
  historyVolumeId,
  historyVolumePrefix,
  joinVolumes,
  type Operation,
} from '@tournee/graphql';
import { combineLatest, distinctUntilChanged, map, type Observable } from 'rxjs';
import { openBase } from './base-opening.ts';
import { type Changes, changesSince, type FeedPosition, liveChanges } from './change-feed.ts';
import { fromStored, toInsert } from './document-nulls.ts';
import type { LocalCollection, LocalDatabase } from './local-collections.ts';
import { ReplicationSet } from './replication/replication-set.ts';
import type { ReplicationPort } from './replication/replication-port.ts';
import { countDocuments } from './storage/count-documents.ts';
import type { DocumentOf } from './stored.ts';
import { READ_COLLECTIONS } from './sync-state.ts';

/**
 * The local base of one user: what screens read and the operations they write. This file and what it imports (RxDB)
 * are loaded on demand, after the first screen.
 */
export class LocalBase {
  readonly #database: LocalDatabase;

  private constructor(database: LocalDatabase) {
    this.#database = database;
  }

  /** Opens the base, making it when it is not there. Operations rescued from a removed base come back into it. */
  static async open(name: string): Promise<LocalBase> {
    return new LocalBase(await openBase(name));
  }

  get name(): string {
    return this.#database.name;
  }

  /** A document by its id, followed as it changes; null while there is none. */
  document$<Name extends CollectionName>(name: Name, id: string): Observable<DocumentOf<Name> | null> {
    return this.#collection(name)
      .findOne(id)
      .$.pipe(
        map((document) => document?._data ?? null),
        distinctUntilChanged(),
        map((data) => (data === null ? null : fromStored(name, data))),
      );
  }

  /** All relations of a client, newest first, out of as many volumes as his history has. */
  history$(cClient: string): Observable<readonly ClientRelation[]> {
    const first = this.document$('clientHistory', historyVolumeId(cClient, 0));
    const prefix = historyVolumePrefix(cClient);
    // Digits follow; of all that is no digit, ':' comes next.
    const later = this.#database.clientHistory.find({ selector: { id: { $gt: prefix, $lt: `${prefix}:` } } });
    return combineLatest([first, later.$]).pipe(
      map(([volume, others]) => {
        const volumes = others.map((document) => fromStored('clientHistory', document._data));
        return joinVolumes(volume === null ? volumes : [volume, ...volumes]);
      }),
    );
  }

  /** Some documents by their ids, as they are now. Those that are not here are left out. */
  async documents<Name extends CollectionName>(
    name: Name,
    ids: readonly string[],
  ): Promise<DocumentOf<Name>[]> {
    const found = await this.#collection(name)
      .findByIds([...ids])
      .exec();
    return [...found.values()].map((document) => fromStored(name, document._data));
  }

  /** All documents of a small collection. */
  documents$<Name extends CollectionName>(name: Name): Observable<readonly DocumentOf<Name>[]> {
    return this.#collection(name)
      .find()
      .$.pipe(map((documents) => documents.map((document) => fromStored(name, document._data))));
  }

  /** Visits of a day (`yyyy-mm-dd`) and later. */
  visitsSince$(day: string): Observable<readonly DocumentOf<'visit'>[]> {
    return this.#collection('visit')
      .find({ selector: { date: { $gte: day } } })
      .$.pipe(map((documents) => documents.map((document) => fromStored('visit', document._data))));
  }

  /** Operations of this device about a client or prospect, oldest first. */
  operationsAbout$(entityType: 'client' | 'prospect', entityId: string): Observable<readonly Operation[]> {
    return this.#operations$({ entityType, entityId });
  }

  /** Operations that the hub has not answered yet. */
  get pending$(): Observable<readonly Operation[]> {
    return this.#operations$({ status: 'pending' });
  }

  /** All operations of this device, oldest first. */
  get operations$(): Observable<readonly Operation[]> {
    return this.#operations$({});
  }

  /** How many documents there are to read. */
  async countDocuments(): Promise<number> {
    const counts = await Promise.all(
      READ_COLLECTIONS.map((name) => countDocuments(this.#database[name] as never)),
    );
    return counts.reduce((total, count) => total + count, 0);
  }

  /** Keeps an operation. Resolves when it is on disk. */
  async addOperation(operation: Operation): Promise<void> {
    await this.#database.operation.insert(toInsert('operation', operation));
  }

  /** Changes of a collection since a position, for readers that keep something of their own. */
  changesSince<Name extends CollectionName>(
    name: Name,
    position: FeedPosition | null,
  ): AsyncGenerator<Changes<Name>> {
    return changesSince(this.#collection(name), position);
  }

  /** Changes of a collection as they happen. */
  liveChanges<Name extends CollectionName>(name: Name): Observable<Changes<Name>> {
    return liveChanges(this.#collection(name));
  }

  /** Sets up the replication of all collections; only one tab may. */
  replicate(port: ReplicationPort): ReplicationSet {
    return new ReplicationSet(this.#database, port);
  }

  async close(): Promise<void> {
    await this.#database.close();
  }

  #operations$(selector: object): Observable<readonly Operation[]> {
    return this.#database.operation
      .find({ selector })
      .$.pipe(
        map((documents) =>
          documents
            .map((document) => fromStored('operation', document._data))
            .sort((a, b) => a.createdAt.localeCompare(b.createdAt)),
        ),
      );
  }

  #collection<Name extends CollectionName>(name: Name): LocalCollection<Name> {
    return this.#database[name] as unknown as LocalCollection<Name>;
  }
}
