import { and, eq, gt, inArray, lte } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { signInAttempt } from '../schema/session.table.ts';

/** Attempts to sign in, by user name or address; shared by all hub processes. */
export function signInAttemptRepository(q: Queryable) {
  return {
    /** Notes an attempt and answers its id. */
    async insert(subject: string, userName: string, now: Date): Promise<number> {
      const [row] = await q
        .insert(signInAttempt)
        .output({ id: signInAttempt.id })
        .values({ subject, userName, attemptedAt: now });
      if (!row) throw new Error('The insert of a sign-in attempt answered no id.');
      return row.id;
    },

    /** When a subject made his attempts since a time, up to and with attempt `id`; oldest first. */
    async timesUpTo(subject: string, since: Date, id: number): Promise<Date[]> {
      const rows = await q
        .select({ attemptedAt: signInAttempt.attemptedAt })
        .from(signInAttempt)
        .where(
          and(
            eq(signInAttempt.subject, subject),
            gt(signInAttempt.attemptedAt, since),
            lte(signInAttempt.id, id),
          ),
        )
        .orderBy(signInAttempt.attemptedAt);
      return rows.map(({ attemptedAt }) => attemptedAt);
    },

    async delete(ids: readonly number[]): Promise<void> {
      await q.delete(signInAttempt).where(inArray(signInAttempt.id, [...ids]));
    },

    /** Forgets what one subject did, or several. */
    async deleteOf(subjects: readonly string[]): Promise<void> {
      await q.delete(signInAttempt).where(inArray(signInAttempt.subject, [...subjects]));
    },

    /** Forgets all guesses at a user's password, wherever they came from. */
    async deleteAt(userName: string): Promise<void> {
      await q.delete(signInAttempt).where(eq(signInAttempt.userName, userName));
    },

    /** What was guessed at some users since a time, oldest first. */
    async ofUsers(
      userNames: readonly string[],
      since: Date,
    ): Promise<{ subject: string; userName: string | null; attemptedAt: Date }[]> {
      if (userNames.length === 0) return [];
      const { subject, userName, attemptedAt } = signInAttempt;
      return q
        .select({ subject, userName, attemptedAt })
        .from(signInAttempt)
        .where(and(inArray(userName, [...userNames]), gt(attemptedAt, since)))
        .orderBy(attemptedAt);
    },

    async deleteBefore(limit: Date): Promise<void> {
      await q.delete(signInAttempt).where(lte(signInAttempt.attemptedAt, limit));
    },
  };
}
