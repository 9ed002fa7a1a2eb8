import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { session } from '../schema/session.table.ts';

export type SessionRow = typeof session.$inferSelect;

/** Refresh tokens, by their hash. */
export function sessionRepository(q: Queryable) {
  return {
    async insert(row: Omit<SessionRow, 'usedAt'>): Promise<void> {
      await q.insert(session).values(row);
    },

    async find(tokenHash: string): Promise<SessionRow | null> {
      const [row] = await q.select().from(session).where(eq(session.tokenHash, tokenHash));
      return row ?? null;
    },

    async markUsed(tokenHash: string, now: Date): Promise<void> {
      await q
        .update(session)
        .set({ usedAt: now })
        .where(and(eq(session.tokenHash, tokenHash), isNull(session.usedAt)));
    },

    async extend(tokenHash: string, expiresAt: Date): Promise<void> {
      await q.update(session).set({ expiresAt }).where(eq(session.tokenHash, tokenHash));
    },

    /** Ends every token of the device. */
    async endAll(deviceId: string, now: Date): Promise<void> {
      await q
        .update(session)
        .set({ expiresAt: now })
        .where(and(eq(session.deviceId, deviceId), gt(session.expiresAt, now)));
    },

    /** Forgets tokens long past their end. Until then they prove whose unsent operations a device hands over. */
    async deleteEndedBefore(deviceId: string, limit: Date): Promise<void> {
      await q.delete(session).where(and(eq(session.deviceId, deviceId), lt(session.expiresAt, limit)));
    },
  };
}
