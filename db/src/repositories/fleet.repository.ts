import { and, eq, inArray, lte } from 'drizzle-orm';
import { chunks } from '../batches.ts';
import type { Queryable } from '../engines/database.ts';
import { fleet, type FleetRow } from '../schema/fleet.table.ts';

const CODES_PER_QUERY = 1000;

/** « Types de parc » of clients. */
export function fleetRepository(q: Queryable) {
  return {
    /** Counts as JSON, by client. */
    async countsOf(codes: readonly string[]): Promise<Map<string, string>> {
      const counts = new Map<string, string>();
      for (const some of chunks(codes, CODES_PER_QUERY)) {
        const rows = await q
          .select({ cClient: fleet.cClient, counts: fleet.counts })
          .from(fleet)
          .where(inArray(fleet.cClient, some));
        for (const row of rows) counts.set(row.cClient, row.counts);
      }
      return counts;
    },

    /**
     * Notes what was said, unless something was said later. Answers whether it counts. The update itself compares: read
     * first and written then, the older of two words at one instant could win. Call it inside `publishing`, where
     * nobody else inserts the first word.
     */
    async save(row: FleetRow): Promise<boolean> {
      const isIt = eq(fleet.cClient, row.cClient);
      const updated = await q
        .update(fleet)
        .set(row)
        .output({ inserted: { saidAt: fleet.saidAt } })
        .where(and(isIt, lte(fleet.saidAt, row.saidAt)));
      if (updated.length > 0) return true;
      const newer = await q.select({ saidAt: fleet.saidAt }).from(fleet).where(isIt);
      if (newer.length === 0) await q.insert(fleet).values(row);
      return newer.length === 0;
    },
  };
}
