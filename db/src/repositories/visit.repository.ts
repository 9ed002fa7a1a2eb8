import { inArray } from 'drizzle-orm';
import { chunks } from '../batches.ts';
import type { Queryable } from '../engines/database.ts';
import { visit, type VisitRow } from '../schema/visit.table.ts';

const IDS_PER_QUERY = 1000;

/** Structured answers of the visits noted in this CRM. */
export function visitRepository(q: Queryable) {
  return {
    async insert(row: VisitRow): Promise<void> {
      await q.insert(visit).values(row);
    },

    /** Visits to some prospects, in no order. */
    async ofProspects(ids: readonly string[]): Promise<VisitRow[]> {
      const rows: VisitRow[] = [];
      for (const some of chunks(ids, IDS_PER_QUERY)) {
        rows.push(...(await q.select().from(visit).where(inArray(visit.prospectId, some))));
      }
      return rows;
    },
  };
}
