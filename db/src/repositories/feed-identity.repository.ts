import { eq } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { ALL_SCOPE } from '../scope.ts';
import { syncScope } from '../schema/sync.table.ts';

/**
 * Tells one feed from another: when the common scope came into use, to the millisecond. A base that was deleted and
 * made anew counts from 1 again, and devices that followed the old one must not take its numbers for theirs.
 * Empty as long as there is no user.
 */
export async function readFeedIdentity(q: Queryable): Promise<string> {
  const [row] = await q
    .select({ createdAt: syncScope.createdAt })
    .from(syncScope)
    .where(eq(syncScope.scope, ALL_SCOPE));
  return row?.createdAt.toISOString() ?? '';
}
