import { and, eq, gte, isNotNull, isNull, lt, ne } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { session } from '../schema/session.table.ts';

export type SessionRow = typeof session.$inferSelect;

/** Refresh tokens, by their hash. A device has one unused token at a time. */
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
      await q.update(session).set({ usedAt: now }).where(eq(session.tokenHash, tokenHash));
    },

    /** True when a token that the device got after `since`, other than this one, has been exchanged already. */
    async wasUsedSince(deviceId: string, tokenHash: string, since: Date): Promise<boolean> {
      const rows = await q
        .select({ tokenHash: session.tokenHash })
        .top(1)
        .from(session)
        .where(
          and(
            eq(session.deviceId, deviceId),
            ne(session.tokenHash, tokenHash),
            gte(session.createdAt, since),
            isNotNull(session.usedAt),
          ),
        );
      return rows.length > 0;
    },

    /** Ends the device's token that has not been exchanged: another one takes its place. */
    async endUnused(deviceId: string, now: Date): Promise<void> {
      await q
        .update(session)
        .set({ expiresAt: now })
        .where(and(eq(session.deviceId, deviceId), isNull(session.usedAt)));
    },

    /** Forgets tokens long past their end: until then their reuse is noticed. */
    async deleteEndedBefore(deviceId: string, limit: Date): Promise<void> {
      await q.delete(session).where(and(eq(session.deviceId, deviceId), lt(session.expiresAt, limit)));
    },
  };
}
