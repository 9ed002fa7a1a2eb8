import { and, asc, eq, inArray, isNull, lt } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { device } from '../schema/device.table.ts';
import { integrationError } from '../schema/integration-error.table.ts';
import { mail } from '../schema/mail.table.ts';
import { countRows } from './paging.ts';

/** What an administrator should look at. */
export function troubleRepository(q: Queryable) {
  return {
    openIntegrationErrors: (): Promise<number> =>
      countRows(q, integrationError, eq(integrationError.state, 'open')),
    /** Mails that were refused for good or may not have arrived. */
    unsentMails: (): Promise<number> => countRows(q, mail, inArray(mail.status, ['failed', 'uncertain'])),
    /** Mails that wait since before an instant. */
    waitingMails: (before: Date): Promise<number> =>
      countRows(q, mail, and(inArray(mail.status, ['queued', 'sending']), lt(mail.createdAt, before))),
    /** Devices in use that hold operations from before an instant. */
    devicesBehind: (before: Date): Promise<number> =>
      countRows(q, device, and(isNull(device.revokedAt), lt(device.oldestUnsentAt, before))),
    /** Whether a mail waits to be sent now. */
    async hasDueMail(now: Date): Promise<boolean> {
      const rows = await q
        .select({ id: mail.id })
        .top(1)
        .from(mail)
        .where(and(eq(mail.status, 'queued'), lt(mail.nextTryAt, new Date(now.getTime() + 1))))
        .orderBy(asc(mail.id));
      return rows.length > 0;
    },
  };
}
