import { and, eq } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { clientCreation, type ClientCreationRow } from '../schema/client-creation.table.ts';

/** Requests to make a client of a prospect. */
export function clientCreationRepository(q: Queryable) {
  return {
    async insert(row: ClientCreationRow): Promise<void> {
      await q.insert(clientCreation).values(row);
    },

    async find(operation: string): Promise<ClientCreationRow | null> {
      const [row] = await q.select().from(clientCreation).where(eq(clientCreation.operation, operation));
      return row ?? null;
    },

    /** The request that waits for a decision about a prospect. */
    async findPending(prospectId: string): Promise<ClientCreationRow | null> {
      const [row] = await q
        .select()
        .from(clientCreation)
        .where(and(eq(clientCreation.prospectId, prospectId), eq(clientCreation.status, 'pending')));
      return row ?? null;
    },
  };
}
