import { eq } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { changeRequest, type ChangeRequestRow } from '../schema/change-request.table.ts';

/** Requests to change a client's card. */
export function changeRequestRepository(q: Queryable) {
  return {
    async insert(row: ChangeRequestRow): Promise<void> {
      await q.insert(changeRequest).values(row);
    },

    async find(operation: string): Promise<ChangeRequestRow | null> {
      const [row] = await q.select().from(changeRequest).where(eq(changeRequest.operation, operation));
      return row ?? null;
    },
  };
}
