import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { passwordReset } from '../schema/password-reset.table.ts';

/** Mailed links by which a password is chosen, by the digest of their token. */
export function passwordResetRepository(q: Queryable) {
  const isGood = (tokenHash: string, now: Date) =>
    and(
      eq(passwordReset.tokenHash, tokenHash),
      isNull(passwordReset.usedAt),
      gt(passwordReset.expiresAt, now),
    );
  return {
    /** Adds a link; those that the user got before end. */
    async insert(row: {
      tokenHash: string;
      userId: number;
      createdAt: Date;
      expiresAt: Date;
    }): Promise<void> {
      await q
        .update(passwordReset)
        .set({ expiresAt: row.createdAt })
        .where(and(eq(passwordReset.userId, row.userId), gt(passwordReset.expiresAt, row.createdAt)));
      await q.insert(passwordReset).values(row);
    },

    /** Whose link it is; null when it is used, too old or unknown. */
    async find(tokenHash: string, now: Date): Promise<number | null> {
      const [row] = await q
        .select({ userId: passwordReset.userId })
        .from(passwordReset)
        .where(isGood(tokenHash, now));
      return row?.userId ?? null;
    },

    /** Uses a link up. Of two requests at once one gets the user's id, the other null. */
    async take(tokenHash: string, now: Date): Promise<number | null> {
      const [row] = await q
        .update(passwordReset)
        .set({ usedAt: now })
        .output({ inserted: { userId: passwordReset.userId } })
        .where(isGood(tokenHash, now));
      return row?.inserted.userId ?? null;
    },

    async deleteEndedBefore(limit: Date): Promise<void> {
      await q.delete(passwordReset).where(lt(passwordReset.expiresAt, limit));
    },
  };
}
