import { type Checkpoint, type CollectionName, COLLECTIONS, type Operation } from '@tournee/graphql';
import type { PulledPages, ReplicationPort } from '../replication/replication-port.ts';
import { keyValueStore } from '../storage/key-value-store.ts';
import { SyncStateKeeper } from '../sync-state.ts';

interface Row {
  seq: number;
  document: { id: string; deleted: boolean };
}

interface PullVariables {
  checkpoint: Checkpoint | null;
  limit: number;
}

/** Small, so that a handful of documents makes several pages. */
const SMALL_PAGES = Object.fromEntries(
  Object.keys(COLLECTIONS).map((name) => [name, 3]),
) as ReplicationPort['pageSizes'];

type Outcome = (operation: Operation) => Partial<Operation>;

/** A hub in memory, true to the contract: feed by sequence number, epochs, operations answered one by one. */
export class FakeHub {
  epoch = 'e1';
  /** Documents after which a page ends whatever is asked for, as one that is full of bytes does. */
  pageMax = Infinity;
  /** What becomes of a pushed operation. */
  outcome: Outcome = () => ({ status: 'integrated', integratedAt: '2026-11-24T10:16:00.000Z' });
  /** Whether the answer to the n-th request of a field gets lost on the way, after the work is done. */
  loses: (field: string, nth: number) => boolean = () => false;
  readonly requests: { field: string; checkpoint?: Checkpoint | null; ids?: string[] }[] = [];
  readonly pages: PulledPages[] = [];
  readonly #rows = new Map<CollectionName, Map<string, Row>>();
  #seq = 0;

  put(collection: CollectionName, ...documents: { id: string; deleted: boolean }[]): void {
    const rows = this.#rows.get(collection) ?? new Map<string, Row>();
    this.#rows.set(collection, rows);
    for (const document of documents) rows.set(document.id, { seq: (this.#seq += 1), document });
  }

  /** Empties a collection without tombstones, as a change of scopes does. */
  forget(collection: CollectionName): void {
    this.#rows.delete(collection);
  }

  /** The port of a device's replication. */
  async port(base: string): Promise<ReplicationPort> {
    return {
      url: 'http://hub.test/graphql',
      keeper: await SyncStateKeeper.open(keyValueStore, base),
      pageSizes: SMALL_PAGES,
      fetchFor: () => async (input) => Response.json(await this.answer(await (input as Request).text())),
      onPage: (page) => this.pages.push(page),
    };
  }

  /** The result of a request of the replication. */
  async answer(body: string): Promise<{ data: object }> {
    const { query, variables } = JSON.parse(body) as { query: string; variables: object };
    const entry = Object.entries(COLLECTIONS).find(([, collection]) => collection.query === query);
    const data =
      entry === undefined
        ? { pushOperations: this.#push(variables as { rows: { newDocumentState: Operation }[] }) }
        : { [entry[1].pullField]: this.#pull(entry[0] as CollectionName, variables as PullVariables) };
    const field = entry?.[1].pullField ?? 'pushOperations';
    const nth = this.requests.filter((request) => request.field === field).length;
    if (this.loses(field, nth)) throw new TypeError('The connection was cut.');
    return Promise.resolve({ data });
  }

  #pull(collection: CollectionName, { checkpoint, limit }: PullVariables): object {
    this.requests.push({ field: COLLECTIONS[collection].pullField, checkpoint });
    const since = checkpoint?.epoch === this.epoch ? Number(checkpoint.seq) : 0;
    const found = [...(this.#rows.get(collection)?.values() ?? [])]
      .filter(({ seq }) => seq > since)
      .sort((a, b) => a.seq - b.seq);
    const rows = found.slice(0, Math.min(limit, this.pageMax));
    const hasMore = found.length > rows.length;
    const seq = String(rows.at(-1)?.seq ?? since);
    return {
      documents: rows.map(({ document }) => document),
      checkpoint: { seq, epoch: this.epoch },
      hasMore,
    };
  }

  #push({ rows }: { rows: { newDocumentState: Operation }[] }): Operation[] {
    this.requests.push({ field: 'pushOperations', ids: rows.map((row) => row.newDocumentState.id) });
    return rows.map(({ newDocumentState }) => {
      const known = this.#rows.get('operation')?.get(newDocumentState.id);
      if (known !== undefined) return known.document as Operation;
      const unanswered: Operation = {
        ...newDocumentState,
        reason: null,
        integratedAt: null,
        conflicts: null,
        notice: null,
      };
      const answered = { ...unanswered, ...this.outcome(newDocumentState) };
      this.put('operation', answered);
      return answered;
    });
  }
}
