import { and, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { device } from '../schema/device.table.ts';

/** What a device does within these minutes is one contact: it pulls and sends side by side, in no order. */
export const CONTACT_MS = 10 * 60_000;

/** When a device was in contact: what it had noted before, it would have sent then. */
export interface DeviceContactRepository {
  note(deviceId: string, now: Date): Promise<void>;
  /** Start of the last contact before the present one; null for none, or for a device that is not known. */
  before(deviceId: string, now: Date): Promise<Date | null>;
}

export function deviceContactRepository(q: Queryable): DeviceContactRepository {
  const present = (now: Date): Date => new Date(now.getTime() - CONTACT_MS);
  return {
    note: async (deviceId, now) => {
      const isOver = or(isNull(device.contactAt), lte(device.contactAt, present(now)));
      await q
        .update(device)
        .set({ previousContactAt: sql`${device.contactAt}`, contactAt: now })
        .where(and(eq(device.id, deviceId), isOver));
    },
    before: async (deviceId, now) => {
      const [row] = await q
        .select({ contactAt: device.contactAt, previousContactAt: device.previousContactAt })
        .from(device)
        .where(eq(device.id, deviceId));
      if (!row?.contactAt) return null;
      return row.contactAt <= present(now) ? row.contactAt : row.previousContactAt;
    },
  };
}
