import {
  type Database,
  type DeviceContact,
  deviceRepository,
  type Page,
  quarantineRepository,
  type QuarantineEntry,
  type Queryable,
  sessionRepository,
} from '@tournee/db';
import {
  isEntityId,
  isInstantKept,
  type OperationInput,
  parseOperationName,
  payloadFault,
} from '@tournee/graphql';
import type { Clock } from '../../clock.ts';
import { assertAdmin, type Viewer } from '../../context.ts';
import { badInput, forbidden, unauthenticated } from '../../errors.ts';
import { type PageArguments, pageRequest, rowId } from '../../paging.ts';
import { quarantineMessages } from './quarantine.messages.ts';

/** Most operations a call may carry. */
export const QUARANTINE_ROWS_MAX = 100;
/** What a device may hand over in all: a rep's work of a year. */
export const QUARANTINE_DEVICE_MAX = { operations: 1000, length: 5_000_000 };
const ENTITY_TYPES = ['client', 'prospect'];

export interface QuarantineDependencies {
  database: Database;
  clock: Clock;
  /** What is stored of a refresh token. */
  hashToken(refreshToken: string): string;
}

/**
 * Operations of devices that are out. Threat: whoever stole a laptop fills the database, or slips in operations under
 * another name. Hence a proof that only the device has, bounds, and nothing that is ever integrated by itself.
 */
export class QuarantineService {
  readonly #dependencies: QuarantineDependencies;

  constructor(dependencies: QuarantineDependencies) {
    this.#dependencies = dependencies;
  }

  /**
   * Keeps what a device hands over, and answers the names that are safe.
   * @throws UNAUTHENTICATED for an unknown token, FORBIDDEN while the device may push, BAD_INPUT for too many rows
   */
  async accept(refreshToken: string, rows: readonly OperationInput[]): Promise<string[]> {
    const contact = await this.#contactOf(refreshToken);
    if (rows.length > QUARANTINE_ROWS_MAX)
      throw badInput(quarantineMessages.tooManyRows(QUARANTINE_ROWS_MAX), 'rows');
    const readable = rows.filter((row) => isReadable(row, contact));
    return this.#dependencies.database.transaction((tx) => this.#keep(tx, contact, readable));
  }

  /** @throws FORBIDDEN to whoever is no administrator, or BAD_INPUT */
  async page(
    viewer: Viewer,
    { userId, ...page }: PageArguments & { userId: string | null },
  ): Promise<Page<QuarantineEntry>> {
    assertAdmin(viewer);
    const user = userId === null ? null : rowId(userId);
    if (userId !== null && user === null) return { rows: [], total: 0 };
    return quarantineRepository(this.#dependencies.database.db).page({ ...pageRequest(page), userId: user });
  }

  async #contactOf(refreshToken: string): Promise<DeviceContact> {
    const { db } = this.#dependencies.database;
    // A token that has ended is a proof as good as any.
    const session = await sessionRepository(db).find(this.#dependencies.hashToken(refreshToken));
    const contact = session && (await deviceRepository(db).findContact(session.deviceId));
    if (!contact) throw unauthenticated();
    if (contact.device.revokedAt === null && contact.user.isActive) throw forbidden();
    return contact;
  }

  async #keep(
    tx: Queryable,
    { device, user }: DeviceContact,
    rows: readonly OperationInput[],
  ): Promise<string[]> {
    const now = this.#dependencies.clock.now();
    // Locks the device: what it has handed over so far is counted by one request at a time.
    await deviceRepository(tx).touch(device.id, now);
    const quarantine = quarantineRepository(tx);
    const kept = await quarantine.known(
      device.id,
      rows.map(({ id }) => id),
    );
    const totals = await quarantine.totals(device.id);
    for (const row of rows) {
      if (kept.has(row.id)) continue;
      const payload = JSON.stringify(row.payload);
      totals.operations += 1;
      totals.length += payload.length;
      const isBeyond =
        totals.operations > QUARANTINE_DEVICE_MAX.operations || totals.length > QUARANTINE_DEVICE_MAX.length;
      if (isBeyond) break;
      await quarantine.insert({
        deviceId: device.id,
        userId: user.id,
        name: row.id,
        code: row.code,
        entityType: row.entityType,
        entityId: row.entityId,
        payload,
        payloadLength: payload.length,
        cites: row.cites ?? null,
        createdAt: new Date(row.createdAt),
        receivedAt: now,
      });
      kept.add(row.id);
    }
    return [...kept];
  }
}

function isReadable(row: OperationInput, { user }: DeviceContact): boolean {
  const name = parseOperationName(row.id);
  const isDated = isInstantKept(new Date(row.createdAt));
  const isHis = name?.code === row.code && name.cUser === user.cUser && row.cUser === user.cUser;
  const isAboutSomething = ENTITY_TYPES.includes(row.entityType) && isEntityId(row.entityId);
  const citesWell = row.cites == null || parseOperationName(row.cites) !== null;
  return isHis && isDated && isAboutSomething && citesWell && payloadFault(row.payload) === null;
}
