import { and, eq, isNull, ne, or, sql } from 'drizzle-orm';
import type { AnyMsSqlColumn } from 'drizzle-orm/mssql-core';
import type { Queryable } from '../engines/database.ts';
import { isUniqueViolation } from '../engines/engine-errors.ts';
import { deviceQuota } from '../schema/device-quota.table.ts';

/** `refused`: operations that the hub refused; `quarantine`: those that a device handed over when it was out. */
export type QuotaKind = 'refused' | 'quarantine';

export interface QuotaUse {
  readonly deviceId: string;
  readonly kind: QuotaKind;
  readonly bytes: number;
  readonly now: Date;
  /** Most of a day. */
  readonly max: { readonly operations: number; readonly bytes: number };
}

/** What devices use of their quotas. A day is one of UTC. */
export function deviceQuotaRepository(q: Queryable) {
  return {
    /**
     * Uses one operation of a quota. `reached`: there was not enough left, for the first time that day; `beyond`: and
     * not for the first time. Nothing is used then. Inside a transaction it locks the quota.
     */
    async use({ deviceId, kind, bytes, now, max }: QuotaUse): Promise<'used' | 'reached' | 'beyond'> {
      const day = now.toISOString().slice(0, 10);
      const isTheirs = and(eq(deviceQuota.deviceId, deviceId), eq(deviceQuota.kind, kind));
      const add = async (operations: number, size: number) => {
        const sum = (column: AnyMsSqlColumn, more: number) =>
          sql<number>`case when ${deviceQuota.day} = ${day} then ${column} + ${more} else ${more} end`;
        const [row] = await q
          .update(deviceQuota)
          .set({
            day,
            operations: sum(deviceQuota.operations, operations),
            bytes: sum(deviceQuota.bytes, size),
          })
          .output({ inserted: { operations: deviceQuota.operations, bytes: deviceQuota.bytes } })
          .where(isTheirs);
        return row?.inserted;
      };
      let used = await add(1, bytes);
      if (used === undefined) {
        await insert({ deviceId, kind, day });
        used = await add(1, bytes);
      }
      if (used && used.operations <= max.operations && used.bytes <= max.bytes) return 'used';
      await add(-1, -bytes);
      const first = await q
        .update(deviceQuota)
        .set({ reachedOn: day })
        .output({ inserted: { kind: deviceQuota.kind } })
        .where(and(isTheirs, or(isNull(deviceQuota.reachedOn), ne(deviceQuota.reachedOn, day))));
      return first.length > 0 ? 'reached' : 'beyond';
    },
  };

  async function insert(key: { deviceId: string; kind: QuotaKind; day: string }): Promise<void> {
    try {
      await q.insert(deviceQuota).values({ ...key, operations: 0, bytes: 0 });
    } catch (error) {
      // Another request of the device was quicker.
      if (!isUniqueViolation(error)) throw error;
    }
  }
}
