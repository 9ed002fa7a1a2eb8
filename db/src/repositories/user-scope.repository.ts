import { and, eq, gte } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { isUniqueViolation } from '../engines/engine-errors.ts';
import { userScopeSeen } from '../schema/user-scope.table.ts';

/** Scopes that a user has pulled. */
export interface UserScopeRepository {
  /** Notes that he pulls these now. Not inside a transaction. */
  note(userId: number, scopes: readonly string[], now: Date): Promise<void>;
  /** Scopes that he has pulled since. */
  pulledSince(userId: number, since: Date): Promise<string[]>;
}

export function userScopeRepository(q: Queryable): UserScopeRepository {
  return {
    note: async (userId, scopes, now) => {
      for (const scope of scopes) await noteScope(q, userId, scope, now);
    },
    pulledSince: async (userId, since) => {
      const rows = await q
        .select({ scope: userScopeSeen.scope })
        .from(userScopeSeen)
        .where(and(eq(userScopeSeen.userId, userId), gte(userScopeSeen.lastPulledAt, since)));
      return rows.map(({ scope }) => scope);
    },
  };
}

async function noteScope(q: Queryable, userId: number, scope: string, now: Date): Promise<void> {
  const updated = await q
    .update(userScopeSeen)
    .set({ lastPulledAt: now })
    .output({ inserted: { scope: userScopeSeen.scope } })
    .where(and(eq(userScopeSeen.userId, userId), eq(userScopeSeen.scope, scope)));
  if (updated.length > 0) return;
  try {
    await q.insert(userScopeSeen).values({ userId, scope, lastPulledAt: now });
  } catch (error) {
    // Another request of his was quicker.
    if (!isUniqueViolation(error)) throw error;
  }
}
