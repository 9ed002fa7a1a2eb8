import { and, eq, inArray, lte } from 'drizzle-orm';
import { chunks } from '../batches.ts';
import type { Queryable } from '../engines/database.ts';
import { followUp, type FollowUpRow } from '../schema/follow-up.table.ts';

const IDS_PER_QUERY = 1000;

/** « Dates de revoir » of clients and prospects. */
export function followUpRepository(q: Queryable) {
  return {
    /** Day by id, of those that have one. */
    async daysOf(entityType: 'client' | 'prospect', ids: readonly string[]): Promise<Map<string, string>> {
      const days = new Map<string, string>();
      for (const some of chunks(ids, IDS_PER_QUERY)) {
        const rows = await q
          .select({ id: followUp.entityId, date: followUp.date })
          .from(followUp)
          .where(and(eq(followUp.entityType, entityType), inArray(followUp.entityId, some)));
        for (const { id, date } of rows) if (date !== null) days.set(id, date);
      }
      return days;
    },

    /**
     * Notes what was said, unless something was said later. Answers whether it counts. The update itself compares: read
     * first and written then, the older of two words at one instant could win. Call it inside `publishing`, where
     * nobody else inserts the first word.
     */
    async save(row: FollowUpRow): Promise<boolean> {
      const isIt = and(eq(followUp.entityType, row.entityType), eq(followUp.entityId, row.entityId));
      const updated = await q
        .update(followUp)
        .set(row)
        .output({ inserted: { saidAt: followUp.saidAt } })
        .where(and(isIt, lte(followUp.saidAt, row.saidAt)));
      if (updated.length > 0) return true;
      const newer = await q.select({ saidAt: followUp.saidAt }).from(followUp).where(isIt);
      if (newer.length === 0) await q.insert(followUp).values(row);
      return newer.length === 0;
    },
  };
}
