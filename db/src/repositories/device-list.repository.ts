import { and, count, desc, eq, getColumns, gt, isNotNull, isNull, type SQL } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { appUser } from '../schema/app-user.table.ts';
import { device, type DeviceRow } from '../schema/device.table.ts';
import { containsText, orderOf, type Page, type PageRequest, type SortRequest } from './paging.ts';

/** A device, and whose it is. */
export interface DeviceListRow extends DeviceRow {
  readonly nomAffiche: string;
  readonly userWindows: string;
}

const SORT_COLUMNS = {
  name: device.name,
  nomAffiche: appUser.nomAffiche,
  lastSeenAt: device.lastSeenAt,
  version: device.version,
  documents: device.documents,
  unsent: device.unsent,
  oldestUnsentAt: device.oldestUnsentAt,
};

export interface DeviceListRequest extends PageRequest {
  readonly text?: string | null | undefined;
  readonly userId?: number | null | undefined;
  readonly isRevoked?: boolean | null | undefined;
  readonly hasUnsent?: boolean | null | undefined;
  readonly sort: SortRequest<keyof typeof SORT_COLUMNS>;
}

/** What a device says of itself. */
export interface DeviceReport {
  readonly version: string;
  readonly documents: number;
  readonly unsent: number;
  readonly oldestUnsentAt: Date | null;
}

/** Devices as people look at them. */
export function deviceListRepository(q: Queryable) {
  const select = () =>
    q
      .select({ ...getColumns(device), nomAffiche: appUser.nomAffiche, userWindows: appUser.userWindows })
      .from(device)
      .innerJoin(appUser, eq(appUser.id, device.userId));
  return {
    async find(id: string): Promise<DeviceListRow | null> {
      return (await select().where(eq(device.id, id)))[0] ?? null;
    },

    /** A person's devices, newest contact first. */
    ofUser: (userId: number): Promise<DeviceListRow[]> =>
      select().where(eq(device.userId, userId)).orderBy(desc(device.lastSeenAt), desc(device.id)),

    async page(request: DeviceListRequest): Promise<Page<DeviceListRow>> {
      const isWanted = conditionOf(request);
      const rows = await select()
        .where(isWanted)
        .orderBy(...orderOf(SORT_COLUMNS, request.sort, device.id))
        .offset(request.offset)
        .fetch(request.limit);
      const [counted] = await q
        .select({ total: count() })
        .from(device)
        .innerJoin(appUser, eq(appUser.id, device.userId))
        .where(isWanted);
      return { rows, total: counted?.total ?? 0 };
    },

    async report(id: string, report: DeviceReport, now: Date): Promise<void> {
      await q
        .update(device)
        .set({ ...report, reportedAt: now, lastSeenAt: now })
        .where(eq(device.id, id));
    },
  };
}

function conditionOf({ text, userId, isRevoked, hasUnsent }: DeviceListRequest): SQL | undefined {
  return and(
    containsText([device.name, appUser.nomAffiche, appUser.userWindows], text),
    typeof userId === 'number' ? eq(device.userId, userId) : undefined,
    typeof isRevoked === 'boolean' ? (isRevoked ? isNotNull : isNull)(device.revokedAt) : undefined,
    hasUnsent === true ? gt(device.unsent, 0) : undefined,
  );
}
