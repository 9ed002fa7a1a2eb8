import { and, eq, gte, isNull, notInArray } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { isUniqueViolation } from '../engines/engine-errors.ts';
import { userScopeSeen } from '../schema/user-scope.table.ts';

/** A scope that somebody has pulled. `leftAt`: null while it is theirs. */
export type PulledScope = Omit<typeof userScopeSeen.$inferSelect, 'userId'>;

/** Scopes that a user has pulled. */
export interface UserScopeRepository {
  /** Notes that they pull these now, and no others any more. Not inside a transaction that is to go on. */
  note(userId: number, scopes: readonly string[], now: Date): Promise<void>;
  /** Notes that all scopes but these are theirs no more. */
  leave(userId: number, kept: readonly string[], now: Date): Promise<void>;
  /** Scopes that they have pulled since. */
  pulledSince(userId: number, since: Date): Promise<PulledScope[]>;
}

export function userScopeRepository(q: Queryable): UserScopeRepository {
  const leave: UserScopeRepository['leave'] = async (userId, kept, now) => {
    const isLeft = kept.length > 0 ? notInArray(userScopeSeen.scope, [...kept]) : undefined;
    await q
      .update(userScopeSeen)
      .set({ leftAt: now })
      .where(and(eq(userScopeSeen.userId, userId), isNull(userScopeSeen.leftAt), isLeft));
  };
  return {
    leave,
    note: async (userId, scopes, now) => {
      await leave(userId, scopes, now);
      for (const scope of scopes) await noteScope(q, userId, scope, now);
    },
    pulledSince: async (userId, since) => {
      const { scope, lastPulledAt, heldSince, leftAt } = userScopeSeen;
      return q
        .select({ scope, lastPulledAt, heldSince, leftAt })
        .from(userScopeSeen)
        .where(and(eq(userScopeSeen.userId, userId), gte(userScopeSeen.lastPulledAt, since)));
    },
  };
}

async function noteScope(q: Queryable, userId: number, scope: string, now: Date): Promise<void> {
  const updated = await q
    .update(userScopeSeen)
    .set({ lastPulledAt: now, leftAt: null })
    .output({ inserted: { scope: userScopeSeen.scope } })
    .where(and(eq(userScopeSeen.userId, userId), eq(userScopeSeen.scope, scope)));
  if (updated.length > 0) return;
  try {
    await q.insert(userScopeSeen).values({ userId, scope, lastPulledAt: now, heldSince: now, leftAt: null });
  } catch (error) {
    // Another request of theirs was quicker.
    if (!isUniqueViolation(error)) throw error;
  }
}
