import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { device } from '../schema/device.table.ts';

/** The keys that devices prove their tokens with. */
export function deviceKeyRepository(q: Queryable) {
  return {
    /** Locks the device until the end of the transaction: its tokens are then exchanged one at a time. */
    async lock(id: string): Promise<void> {
      await q
        .update(device)
        .set({ lastSeenAt: sql`${device.lastSeenAt}` })
        .where(eq(device.id, id));
    },

    /** Ties a device that has no key yet to one. */
    async bind(id: string, keyThumbprint: string): Promise<void> {
      await q
        .update(device)
        .set({ keyThumbprint })
        .where(and(eq(device.id, id), isNull(device.keyThumbprint)));
    },

    /** Whether the user signed in with the key before, on a device that nobody put out. */
    async isKnown(userId: number, keyThumbprint: string): Promise<boolean> {
      const rows = await q
        .select({ id: device.id })
        .top(1)
        .from(device)
        .where(
          and(
            eq(device.userId, userId),
            eq(device.keyThumbprint, keyThumbprint),
            or(
              isNull(device.revokedReason),
              inArray(device.revokedReason, ['signed-out', 'password-changed']),
            ),
          ),
        );
      return rows.length > 0;
    },

    /** Somebody showed a token of the device without its key. */
    async noteStrayToken(id: string, now: Date): Promise<void> {
      await q.update(device).set({ strayTokenAt: now }).where(eq(device.id, id));
    },
  };
}
