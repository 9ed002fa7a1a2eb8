import {
  type CollectionName,
  type Operation,
  overlayProspects,
  type Prospect,
  type ProspectView,
  settleConflicts,
  supersededNames,
} from '@tournee/graphql';
import type { Viewer } from '../context.ts';
import type { PullService } from '../sync/pull.service.ts';

export interface DeviceHub {
  push(viewer: Viewer, rows: Operation[]): Promise<Operation[]>;
  pull: PullService;
}

export interface OfflineDeviceOptions {
  name: string;
  hub: DeviceHub;
  viewer(): Promise<Viewer>;
  now(): Date;
}

export const PULLED = [
  'client',
  'clientHistory',
  'prospect',
  'visit',
  'operation',
] as const satisfies readonly CollectionName[];
export type Pulled = (typeof PULLED)[number];
type Documents = Map<string, Record<string, unknown>>;

/** A device without a screen: operations wait in its outbox until they are answered, documents arrive by pulls. */
export class OfflineDevice {
  readonly #options: OfflineDeviceOptions;
  readonly #held = new Map<Pulled, Documents>(PULLED.map((name) => [name, new Map()]));
  readonly #checkpoints = new Map<Pulled, { seq: string; epoch: string }>();
  readonly #operations = new Map<string, Operation>();
  #count = 0;

  constructor(options: OfflineDeviceOptions) {
    this.#options = options;
  }

  /** The person as the hub knows him now. */
  viewer(): Promise<Viewer> {
    return this.#options.viewer();
  }

  get operations(): Operation[] {
    return [...this.#operations.values()];
  }

  get outbox(): Operation[] {
    return this.operations.filter(({ status }) => status === 'pending');
  }

  held(collection: Pulled): Record<string, unknown> {
    return Object.fromEntries([...(this.#held.get(collection) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  prospects(): ProspectView[] {
    return overlayProspects(Object.values(this.held('prospect')) as unknown as Prospect[], this.operations);
  }

  /** Notes an intent, offline. `entityId`: null for a new prospect, whose id is the operation's name. */
  async note(
    code: string,
    entityType: string,
    entityId: string | null,
    payload: unknown,
    cites: string | null = null,
  ): Promise<void> {
    const { cUser } = await this.#options.viewer();
    const now = this.#options.now();
    this.#count += 1;
    const stamp = now.toISOString().replace(/[-:.Z]/g, '');
    const id = `${code}_${cUser}_${stamp}_${this.#options.name}${String(this.#count).padStart(6, '0')}`;
    const answer = { reason: null, integratedAt: null, cites, conflicts: null, notice: null, deleted: false };
    const operation = {
      id,
      code,
      cUser,
      entityType,
      entityId: entityId ?? id,
      createdAt: now.toISOString(),
      payload,
    };
    this.#operations.set(id, { ...operation, status: 'pending', ...answer });
  }

  /** Sends what waits. A lost answer leaves it waiting; a doubled request is answered twice. */
  async push({ isLost = false, isDoubled = false } = {}): Promise<void> {
    const rows = this.outbox;
    if (rows.length === 0) return;
    const viewer = await this.#options.viewer();
    if (isDoubled) await this.#options.hub.push(viewer, rows);
    const answers = await this.#options.hub.push(viewer, rows);
    if (!isLost) for (const answer of answers) this.#operations.set(answer.id, answer);
  }

  /** One page, or all of them. */
  async pull(collection: Pulled, limit: number, isToTheEnd: boolean): Promise<void> {
    const viewer = await this.#options.viewer();
    for (;;) {
      const checkpoint = this.#checkpoints.get(collection) ?? null;
      const page = await this.#options.hub.pull.pull(viewer, collection, { checkpoint, limit });
      if (checkpoint !== null && page.checkpoint.epoch !== checkpoint.epoch)
        this.#held.set(collection, new Map());
      for (const { id, deleted, body } of page.rows) this.#take(collection, id, deleted ? null : body);
      this.#checkpoints.set(collection, page.checkpoint);
      if (!page.hasMore || !isToTheEnd) return;
    }
  }

  #take(collection: Pulled, id: string, body: string | null): void {
    const documents = this.#held.get(collection);
    if (body === null) documents?.delete(id);
    else documents?.set(id, JSON.parse(body) as Record<string, unknown>);
    if (body !== null && collection === 'operation')
      this.#operations.set(id, { ...(JSON.parse(body) as Operation), deleted: false });
  }

  /** Settles its oldest open conflict, in favour of what was noted here or of what the hub has. */
  async settle(isMine: boolean): Promise<void> {
    const settled = supersededNames(this.operations);
    const open = this.operations.find(({ id, status }) => status === 'conflict' && !settled.has(id));
    if (!open) return;
    await this.note(
      'MP',
      'prospect',
      open.entityId,
      { changes: settleConflicts(open.conflicts ?? [], () => isMine) },
      open.id,
    );
  }
}
