import { and, eq, inArray, lt, ne } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { integrationError, integrationErrorEvent } from '../schema/integration-error.table.ts';
import { jobRun } from '../schema/job.table.ts';
import { mail } from '../schema/mail.table.ts';
import { operation } from '../schema/operation.table.ts';

/** What stands in place of a payload that was erased. */
const ERASED_PAYLOAD = '{}';

export interface ErasedOperation {
  readonly name: string;
  readonly userId: number;
}

/** Forgets what was kept long enough, `limit` rows at a time: call again until less is answered. */
export function retentionRepository(q: Queryable) {
  return {
    /** Empties integrated operations. Their names stay for ever: a name in the ledger is never integrated again. */
    async eraseOperations(before: Date, limit: number): Promise<ErasedOperation[]> {
      const rows = await q
        .select({ name: operation.name, userId: operation.userId })
        .top(limit)
        .from(operation)
        .where(
          and(
            lt(operation.receivedAt, before),
            eq(operation.status, 'integrated'),
            ne(operation.payload, ERASED_PAYLOAD),
          ),
        )
        .orderBy(operation.name);
      const names = rows.map(({ name }) => name);
      if (names.length > 0) {
        await q.update(operation).set({ payload: ERASED_PAYLOAD }).where(inArray(operation.name, names));
        await eraseErrors(q, names);
      }
      return rows;
    },

    /** Empties mails that were sent. Their causes stay: the same cause never makes a second mail. */
    async eraseMails(before: Date, limit: number): Promise<number> {
      const rows = await q
        .select({ id: mail.id })
        .top(limit)
        .from(mail)
        .where(and(eq(mail.status, 'sent'), lt(mail.createdAt, before), ne(mail.html, '')))
        .orderBy(mail.id);
      const ids = rows.map(({ id }) => id);
      if (ids.length > 0)
        await q.update(mail).set({ subject: '', text: '', html: '' }).where(inArray(mail.id, ids));
      return ids.length;
    },

    async deleteRuns(before: Date, limit: number): Promise<number> {
      const rows = await q
        .select({ id: jobRun.id })
        .top(limit)
        .from(jobRun)
        .where(and(lt(jobRun.startedAt, before), ne(jobRun.status, 'running')))
        .orderBy(jobRun.id);
      const ids = rows.map(({ id }) => id);
      if (ids.length > 0) await q.delete(jobRun).where(inArray(jobRun.id, ids));
      return ids.length;
    },
  };
}

/** Operations that were refused at first have left their content among the errors too. */
async function eraseErrors(q: Queryable, names: readonly string[]): Promise<void> {
  await q
    .update(integrationError)
    .set({ payload: ERASED_PAYLOAD })
    .where(inArray(integrationError.operation, [...names]));
  await q
    .update(integrationErrorEvent)
    .set({ payload: null })
    .where(inArray(integrationErrorEvent.operation, [...names]));
}
