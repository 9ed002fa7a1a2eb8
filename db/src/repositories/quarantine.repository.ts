import { and, count, desc, eq, getColumns, inArray, sum } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { appUser } from '../schema/app-user.table.ts';
import { device } from '../schema/device.table.ts';
import { quarantine, type QuarantineRow } from '../schema/quarantine.table.ts';
import { countRows, type Page, type PageRequest } from './paging.ts';

export interface QuarantineEntry extends QuarantineRow {
  readonly nomAffiche: string;
  readonly deviceName: string;
}

/** Operations of devices that are out. */
export interface QuarantineRepository {
  insert(row: Omit<QuarantineRow, 'id'>): Promise<void>;
  /** Those of the names that a device has handed over already. */
  known(deviceId: string, names: readonly string[]): Promise<Set<string>>;
  /** What a device has handed over so far. */
  totals(deviceId: string): Promise<{ operations: number; length: number }>;
  /** Newest first. */
  page(request: PageRequest & { userId: number | null }): Promise<Page<QuarantineEntry>>;
}

export function quarantineRepository(q: Queryable): QuarantineRepository {
  return {
    insert: async (row) => {
      await q.insert(quarantine).values(row);
    },
    known: async (deviceId, names) => {
      if (names.length === 0) return new Set();
      const rows = await q
        .select({ name: quarantine.name })
        .from(quarantine)
        .where(and(eq(quarantine.deviceId, deviceId), inArray(quarantine.name, [...names])));
      return new Set(rows.map(({ name }) => name));
    },
    totals: async (deviceId) => {
      const [row] = await q
        .select({ operations: count(), length: sum(quarantine.payloadLength) })
        .from(quarantine)
        .where(eq(quarantine.deviceId, deviceId));
      return { operations: row?.operations ?? 0, length: Number(row?.length ?? 0) };
    },
    page: async ({ userId, offset, limit }) => {
      const isWanted = userId === null ? undefined : eq(quarantine.userId, userId);
      const rows = await q
        .select({ ...getColumns(quarantine), nomAffiche: appUser.nomAffiche, deviceName: device.name })
        .from(quarantine)
        .innerJoin(appUser, eq(appUser.id, quarantine.userId))
        .innerJoin(device, eq(device.id, quarantine.deviceId))
        .where(isWanted)
        .orderBy(desc(quarantine.id))
        .offset(offset)
        .fetch(limit);
      return { rows, total: await countRows(q, quarantine, isWanted) };
    },
  };
}
