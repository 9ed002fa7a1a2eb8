import { type CollectionName, COLLECTIONS, type Operation } from '@tournee/graphql';
import { DeviceSession } from './device-session.ts';

const SELECTION = /documents (\{.*\}) checkpoint/.exec(COLLECTIONS.operation.query)?.[1] ?? '{ id }';
const PUSH = `mutation PushOperations($rows: [OperationPushRow!]!) { pushOperations(rows: $rows) ${SELECTION} }`;
const PUSH_SIZE = 50;

const NAMES = Object.keys(COLLECTIONS) as CollectionName[];

interface PulledDocument {
  id: string;
  deleted: boolean;
}

interface Page {
  documents: PulledDocument[];
  checkpoint: { seq: string; epoch: string };
  hasMore: boolean;
}

export interface ContractDeviceOptions {
  url: string;
  /** How long it waits for an answer. */
  patienceMs?: number;
  pageSize?: number;
}

/**
 * A device without a screen that follows the contract of the sync, as the app does through RxDB: what it writes waits
 * until the hub has answered it, what it reads comes page by page behind a checkpoint.
 */
export class ContractDevice {
  readonly session: DeviceSession;
  readonly #pageSize: number;
  readonly #held = new Map<CollectionName, Map<string, PulledDocument>>(
    NAMES.map((name) => [name, new Map()]),
  );
  readonly #checkpoints = new Map<CollectionName, Page['checkpoint']>();
  readonly #outbox = new Map<string, Operation>();
  #received = 0;

  constructor({ url, patienceMs = 60_000, pageSize = 500 }: ContractDeviceOptions) {
    this.session = new DeviceSession(url, patienceMs);
    this.#pageSize = pageSize;
  }

  /** Operations that the hub has not answered. */
  get outbox(): readonly Operation[] {
    return [...this.#outbox.values()];
  }

  /** Documents that came so far, tombstones and what came again included. */
  get received(): number {
    return this.#received;
  }

  note(operation: Operation): void {
    this.#outbox.set(operation.id, operation);
  }

  /** Documents of a collection that it holds, by id. */
  held<Document>(collection: CollectionName): Document[] {
    const documents = [...(this.#held.get(collection)?.values() ?? [])];
    return documents.sort((a, b) => (a.id < b.id ? -1 : 1)) as Document[];
  }

  /** Sends the oldest that wait. Without an answer, they go on waiting. */
  async push(): Promise<void> {
    const rows = this.outbox.slice(0, PUSH_SIZE).map((newDocumentState) => ({ newDocumentState }));
    if (rows.length === 0) return;
    const data = await this.session.send(PUSH, { rows });
    for (const { id, status } of data['pushOperations'] as Operation[]) {
      if (status !== 'pending') this.#outbox.delete(id);
    }
  }

  /** Pulls a collection to its end. */
  async pull(collection: CollectionName): Promise<void> {
    const { query, pullField } = COLLECTIONS[collection];
    let page: Page;
    do {
      const checkpoint = this.#checkpoints.get(collection) ?? null;
      const data = await this.session.send(query, { checkpoint, limit: this.#pageSize });
      page = data[pullField] as Page;
      this.#take(collection, page, checkpoint);
    } while (page.hasMore);
  }

  /** Goes on where another device of the same person is; what that one holds counts as had. */
  resumeFrom(other: ContractDevice): void {
    for (const [name, checkpoint] of other.#checkpoints) this.#checkpoints.set(name, checkpoint);
  }

  async pullAll(): Promise<void> {
    for (const name of NAMES) await this.pull(name);
  }

  #take(collection: CollectionName, { documents, checkpoint }: Page, sent: Page['checkpoint'] | null): void {
    const held = this.#held.get(collection);
    if (held === undefined) return;
    // Another epoch: the hub answers from the start.
    if (sent?.epoch !== checkpoint.epoch) held.clear();
    this.#received += documents.length;
    for (const document of documents) {
      if (document.deleted) held.delete(document.id);
      else held.set(document.id, document);
    }
    this.#checkpoints.set(collection, checkpoint);
  }
}
