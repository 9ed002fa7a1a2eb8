import {
  appUserRepository,
  type Database,
  type FeedWriter,
  groupBy,
  integrationErrorRepository,
  type IntegrationErrorRow,
  publishing,
  type Queryable,
  type UserRecord,
} from '@tournee/db';
import { payloadFault } from '@tournee/graphql';
import type {
  IntegrationError,
  IntegrationErrorFilter,
  IntegrationErrorPage,
  IntegrationErrorSort,
} from '@tournee/graphql';
import type { Clock } from '../../clock.ts';
import { assertAdmin, type Viewer } from '../../context.ts';
import { badInput } from '../../errors.ts';
import { errorMessages } from '../../errors.messages.ts';
import type { IncomingOperation } from '../../operation-handler.ts';
import { type PageArguments, pageRequest } from '../../paging.ts';
import { isDisowned } from './disowned-operation.ts';
import { integrationErrorMessages } from './integration-error.messages.ts';
import { toIntegrationError } from './integration-error-rows.ts';

export interface IntegrationErrorDependencies {
  readonly database: Database;
  readonly clock: Clock;
  /** The author as he is today, with the device that he sent it from. */
  readonly authorOf: (user: UserRecord, deviceId: string | null) => Viewer;
  /** Tries an operation through the ledger. What the recorder noted of it is the answer. */
  readonly replay: (
    author: Viewer,
    operation: IncomingOperation,
    by: string,
  ) => Promise<'tried' | 'replaced'>;
  /** Tells the author's devices that an operation which is kept for an administrator will not be done. */
  readonly refuseKept: (tx: Queryable, feed: FeedWriter, name: string, now: Date) => Promise<void>;
  /** Names of clients and prospects, by type and id. */
  readonly labelsOf: (
    entities: readonly { entityType: string; entityId: string }[],
  ) => Promise<ReadonlyMap<string, string>>;
}

export interface IntegrationErrorArguments extends PageArguments {
  readonly filter: IntegrationErrorFilter | null;
  readonly sort: IntegrationErrorSort | null;
}

const NEWEST_FIRST = { key: 'lastTriedAt', direction: 'desc' } as const;
const NOTE_MAX_LENGTH = 1000;

/** Operations that were not integrated, as administrators see them, correct them, replay them and close them. */
export class IntegrationErrorService {
  readonly #dependencies: IntegrationErrorDependencies;

  constructor(dependencies: IntegrationErrorDependencies) {
    this.#dependencies = dependencies;
  }

  /** @throws FORBIDDEN, BAD_INPUT */
  async page(
    viewer: Viewer,
    { filter, sort, ...args }: IntegrationErrorArguments,
  ): Promise<IntegrationErrorPage> {
    assertAdmin(viewer);
    const errors = integrationErrorRepository(this.#dependencies.database.db);
    const { rows, total } = await errors.page({
      ...pageRequest(args),
      ...filter,
      sort: sort ?? NEWEST_FIRST,
    });
    return { rows: await this.#complete(rows), total };
  }

  /** @throws FORBIDDEN */
  async find(viewer: Viewer, id: string): Promise<IntegrationError | null> {
    assertAdmin(viewer);
    const row = await integrationErrorRepository(this.#dependencies.database.db).find(id);
    const [error] = row ? await this.#complete([row]) : [];
    return error ?? null;
  }

  /** Tries it once more in its author's name. @throws FORBIDDEN, BAD_INPUT when it is settled, closed or replaced */
  async replay(viewer: Viewer, id: string, payload: unknown): Promise<IntegrationError> {
    assertAdmin(viewer);
    const row = await this.#row(id);
    if (row.state !== 'open') throw badInput(integrationErrorMessages.notOpen, 'id');
    if (isDisowned(row.operation)) throw badInput(integrationErrorMessages.disowned, 'id');
    assertReplayable(row, payload);
    const { database, authorOf, replay } = this.#dependencies;
    const user = await appUserRepository(database.db).findById(row.userId);
    if (!user) throw badInput(integrationErrorMessages.authorGone, 'id');
    const operation: IncomingOperation = {
      name: row.operation,
      code: row.code,
      entityType: row.entityType,
      entityId: row.entityId,
      createdAt: row.createdAt,
      notedAt: row.createdAt,
      payload: payload ?? (JSON.parse(row.payload) as unknown),
      cites: row.cites,
    };
    const outcome = await replay(
      authorOf({ ...user, cUser: row.cUser }, row.deviceId),
      operation,
      viewer.userWindows,
    );
    if (outcome === 'replaced') throw badInput(integrationErrorMessages.replaced, 'id');
    return this.#answer(viewer, id);
  }

  /** @throws FORBIDDEN, BAD_INPUT */
  async close(viewer: Viewer, id: string, note: string): Promise<IntegrationError> {
    assertAdmin(viewer);
    const text = note.trim();
    if (text === '') throw badInput(integrationErrorMessages.noteMissing, 'note');
    if (text.length > NOTE_MAX_LENGTH) throw badInput(integrationErrorMessages.noteTooLong, 'note');
    const row = await this.#row(id);
    if (row.state !== 'open') throw badInput(integrationErrorMessages.notOpen, 'id');
    await this.#move(row, 'closed', { kind: 'closed', by: viewer.userWindows, message: text });
    return this.#answer(viewer, id);
  }

  /** @throws FORBIDDEN, BAD_INPUT */
  async reopen(viewer: Viewer, id: string): Promise<IntegrationError> {
    assertAdmin(viewer);
    const row = await this.#row(id);
    if (row.state !== 'closed') throw badInput(integrationErrorMessages.notClosed, 'id');
    await this.#move(row, 'open', { kind: 'reopened', by: viewer.userWindows, message: null });
    return this.#answer(viewer, id);
  }

  async #row(id: string): Promise<IntegrationErrorRow> {
    const row = await integrationErrorRepository(this.#dependencies.database.db).find(id);
    if (!row) throw badInput(errorMessages.unknownId, 'id');
    return row;
  }

  async #move(
    { operation }: IntegrationErrorRow,
    state: 'open' | 'closed',
    event: { kind: string; by: string; message: string | null },
  ): Promise<void> {
    const { database, clock, refuseKept } = this.#dependencies;
    await publishing(database, async (tx, feed) => {
      const now = clock.now();
      const errors = integrationErrorRepository(tx);
      if (!(await errors.moveTo(operation, state))) return;
      await errors.addEvent({ ...event, operation, at: now, code: null, payload: null });
      if (state === 'closed') await refuseKept(tx, feed, operation, now);
    });
  }

  async #answer(viewer: Viewer, id: string): Promise<IntegrationError> {
    const error = await this.find(viewer, id);
    if (!error) throw badInput(errorMessages.unknownId, 'id');
    return error;
  }

  async #complete(rows: readonly IntegrationErrorRow[]): Promise<IntegrationError[]> {
    const { database, labelsOf } = this.#dependencies;
    const events = await integrationErrorRepository(database.db).events(
      rows.map(({ operation }) => operation),
    );
    const byOperation = groupBy(events, ({ operation }) => operation);
    const labels = await labelsOf(rows);
    const users = await appUserRepository(database.db).list();
    const names = new Map(users.map(({ id, nomAffiche }) => [id, nomAffiche]));
    return rows.map((row) =>
      toIntegrationError(row, {
        events: byOperation.get(row.operation) ?? [],
        entityLabel: labels.get(`${row.entityType}:${row.entityId}`) ?? null,
        auteur: names.get(row.userId) ?? null,
      }),
    );
  }
}

/** What was too large was not kept, so there is nothing to replay; a new payload must fit. @throws BAD_INPUT */
function assertReplayable({ reasonCode }: IntegrationErrorRow, payload: unknown): void {
  const isGiven = payload !== null && payload !== undefined;
  if (!isGiven && reasonCode.startsWith('PAYLOAD_TOO_'))
    throw badInput(integrationErrorMessages.payloadNotKept, 'payload');
  if (isGiven && payloadFault(payload) !== null)
    throw badInput(integrationErrorMessages.payloadTooLarge, 'payload');
}
