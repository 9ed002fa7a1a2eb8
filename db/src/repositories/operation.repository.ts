import { and, asc, eq, getColumns, inArray, ne, or, sql } from 'drizzle-orm';
import { chunks } from '../batches.ts';
import type { Queryable } from '../engines/database.ts';
import { operation, type OperationRow } from '../schema/operation.table.ts';

const NAMES_PER_QUERY = 1000;
/** Refused, or kept after a fault: nothing of these was done. */
const UNDONE = ['rejected', 'failed'];

/** An operation that takes the place of another. */
export type OperationLink = Pick<OperationRow, 'name' | 'status'>;

/** The ledger. Rows are inserted once; only one that was not done is written again, when an administrator replays it. */
export function operationRepository(q: Queryable) {
  return {
    async find(name: string): Promise<OperationRow | null> {
      const [row] = await q.select().from(operation).where(eq(operation.name, name));
      return row ?? null;
    },

    /** Those of the names that stand in the ledger. */
    async findMany(names: readonly string[]): Promise<OperationRow[]> {
      const rows: OperationRow[] = [];
      for (const some of chunks(names, NAMES_PER_QUERY)) {
        rows.push(...(await q.select().from(operation).where(inArray(operation.name, some))));
      }
      return rows;
    },

    /** One of them, locked to the end of the transaction: of two that would take its place, the second one sees the first. */
    async findAndLock(name: string): Promise<OperationRow | null> {
      const [row] = await q
        .update(operation)
        .set({ code: sql`${operation.code}` })
        .output({ inserted: getColumns(operation) })
        .where(eq(operation.name, name));
      return row?.inserted ?? null;
    },

    /** Fails with a unique violation when the name stands in the ledger already. */
    async insert(row: OperationRow): Promise<void> {
      await q.insert(operation).values(row);
    },

    /** Writes the answer to a replay over one that was not done. False when it was meanwhile: somebody was quicker. */
    async replaceUndone({ name, ...row }: OperationRow): Promise<boolean> {
      const rows = await q
        .update(operation)
        .set(row)
        .output({ inserted: { name: operation.name } })
        .where(and(eq(operation.name, name), inArray(operation.status, UNDONE)));
      return rows.length > 0;
    },

    /** Operations of a person that are kept because they build upon this one, in the order in which they were said. */
    waitingFor: (name: string, userId: number): Promise<OperationRow[]> => waitingFor(q, name, userId),

    /** Operations of a person that cite one of these, in no order. */
    async citing(names: readonly string[], userId: number): Promise<OperationLink[]> {
      const rows: OperationLink[] = [];
      for (const some of chunks(names, NAMES_PER_QUERY)) {
        rows.push(
          ...(await q
            .select({ name: operation.name, status: operation.status })
            .from(operation)
            .where(and(inArray(operation.cites, some), eq(operation.userId, userId)))),
        );
      }
      return rows;
    },
  };
}

function waitingFor(q: Queryable, name: string, userId: number): Promise<OperationRow[]> {
  const isKept = and(eq(operation.userId, userId), eq(operation.status, 'failed'), ne(operation.name, name));
  return q
    .select()
    .from(operation)
    .where(and(isKept, or(eq(operation.cites, name), eq(operation.entityId, name))))
    .orderBy(asc(operation.createdAt), asc(operation.name));
}
