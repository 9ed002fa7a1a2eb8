import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { isUniqueViolation } from '../engines/engine-errors.ts';
import { userCode, type UserCodeRow } from '../schema/user-code.table.ts';

/** The journal of codes: which of winpneu's user codes was whose, from when to when. */
export interface UserCodeRepository {
  /** Notes that this is the user's code now, and the others are no more. */
  note(userId: number, cUser: string, now: Date): Promise<void>;
  /** All codes that a user has held. */
  ofUser(userId: number): Promise<UserCodeRow[]>;
}

export function userCodeRepository(q: Queryable): UserCodeRepository {
  const ofUser = (userId: number): Promise<UserCodeRow[]> =>
    q.select().from(userCode).where(eq(userCode.userId, userId));
  return {
    ofUser,
    note: async (userId, cUser, now) => {
      await q
        .update(userCode)
        .set({ leftAt: now })
        .where(and(eq(userCode.userId, userId), ne(userCode.cUser, cUser), isNull(userCode.leftAt)));
      const known = (await ofUser(userId)).find((row) => row.cUser === cUser);
      if (known?.leftAt) {
        const isIt = and(eq(userCode.userId, userId), eq(userCode.cUser, cUser));
        await q.update(userCode).set({ leftAt: null }).where(isIt);
      }
      if (known) return;
      try {
        await q.insert(userCode).values({ userId, cUser, heldSince: now, leftAt: null });
      } catch (error) {
        // Another request of theirs was quicker.
        if (!isUniqueViolation(error)) throw error;
      }
    },
  };
}
