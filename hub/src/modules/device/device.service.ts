import { type Database, deviceListRepository, type DeviceListRow, deviceRepository } from '@tournee/db';
import {
  type Device,
  type DeviceFilter,
  type DevicePage,
  type DeviceReportInput,
  type DeviceSort,
  isInstantKept,
} from '@tournee/graphql';
import type { Clock } from '../../clock.ts';
import { assertAdmin, type Viewer } from '../../context.ts';
import { badInput, forbidden } from '../../errors.ts';
import { errorMessages } from '../../errors.messages.ts';
import { type PageArguments, pageRequest, rowId } from '../../paging.ts';
import { deviceMessages } from './device.messages.ts';

export interface DeviceDependencies {
  readonly database: Database;
  readonly clock: Clock;
}

export interface DevicePageArguments extends PageArguments {
  readonly filter: DeviceFilter | null;
  readonly sort: DeviceSort | null;
}

const NEWEST_FIRST = { key: 'lastSeenAt', direction: 'desc' } as const;
const VERSION_LENGTH = 40;
const COUNT_MAX = 2_000_000_000;

/** Laptops and browsers: a person sees his own, an administrator everybody's. */
export class DeviceService {
  readonly #dependencies: DeviceDependencies;

  constructor(dependencies: DeviceDependencies) {
    this.#dependencies = dependencies;
  }

  async mine(viewer: Viewer): Promise<Device[]> {
    const rows = await this.#devices().ofUser(viewer.userId);
    return rows.map((row) => toDevice(row, viewer));
  }

  /** @throws FORBIDDEN, BAD_INPUT */
  async page(viewer: Viewer, { filter, sort, ...args }: DevicePageArguments): Promise<DevicePage> {
    assertAdmin(viewer);
    const userId = filter?.userId ? (rowId(filter.userId) ?? 0) : null;
    const request = { ...pageRequest(args), ...filter, userId, sort: sort ?? NEWEST_FIRST };
    const { rows, total } = await this.#devices().page(request);
    return { rows: rows.map((row) => toDevice(row, viewer)), total };
  }

  /** Notes what the asking device says of itself. @throws BAD_INPUT */
  async report(
    viewer: Viewer,
    { version, documents, unsent, oldestUnsentAt }: DeviceReportInput,
  ): Promise<void> {
    if (!isCount(documents)) throw badInput(deviceMessages.count, 'documents');
    if (!isCount(unsent)) throw badInput(deviceMessages.count, 'unsent');
    if (oldestUnsentAt && !isInstantKept(new Date(oldestUnsentAt))) {
      throw badInput(deviceMessages.year, 'oldestUnsentAt');
    }
    const now = this.#dependencies.clock.now();
    // A clock that goes wrong must not hide that a device is behind.
    const oldest = oldestUnsentAt && unsent > 0 ? new Date(oldestUnsentAt) : null;
    await this.#devices().report(
      viewer.deviceId,
      {
        version: version.slice(0, VERSION_LENGTH),
        documents,
        unsent,
        oldestUnsentAt: oldest !== null && oldest > now ? now : oldest,
      },
      now,
    );
  }

  /** One's own device, or any for an administrator. Nobody learns whether somebody else's exists. @throws FORBIDDEN, BAD_INPUT */
  async revoke(viewer: Viewer, id: string): Promise<Device> {
    const { database, clock } = this.#dependencies;
    const known = await this.#devices().find(id);
    const isOwn = known?.userId === viewer.userId;
    if (!isOwn && viewer.role !== 'admin') throw forbidden();
    if (!known) throw badInput(errorMessages.unknownId, 'id');
    await deviceRepository(database.db).revoke(
      id,
      isOwn ? 'revoked-by-user' : 'revoked-by-admin',
      clock.now(),
    );
    const row = await this.#devices().find(id);
    return toDevice(row ?? known, viewer);
  }

  #devices(): ReturnType<typeof deviceListRepository> {
    return deviceListRepository(this.#dependencies.database.db);
  }
}

function isCount(number: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= COUNT_MAX;
}

function toDevice(row: DeviceListRow, viewer: Viewer): Device {
  return {
    id: row.id,
    name: row.name,
    userId: String(row.userId),
    nomAffiche: row.nomAffiche,
    userWindows: row.userWindows,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    version: row.version,
    documents: row.documents,
    unsent: row.unsent,
    oldestUnsentAt: row.oldestUnsentAt?.toISOString() ?? null,
    reportedAt: row.reportedAt?.toISOString() ?? null,
    strayTokenAt: row.strayTokenAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    revokedReason: row.revokedReason,
    isCurrent: row.id === viewer.deviceId,
  };
}
