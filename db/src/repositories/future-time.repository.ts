import { and, eq, gt } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { job } from '../schema/job.table.ts';
import { mail } from '../schema/mail.table.ts';
import { signInAttempt } from '../schema/session.table.ts';

/** Instants that only a clock that was ahead for a while can have written: what waits for them would wait that long. */
export function futureTimeRepository(q: Queryable) {
  return {
    /** Mails whose next try lies after `limit` are due now. */
    async drawBackMails(now: Date, limit: Date): Promise<number> {
      const rows = await q
        .update(mail)
        .set({ nextTryAt: now })
        .output({ inserted: { id: mail.id } })
        .where(and(eq(mail.status, 'queued'), gt(mail.nextTryAt, limit)));
      return rows.length;
    },

    /** Jobs locked after `limit` were locked now: the lock ends when its holder does not renew it. */
    async drawBackJobLocks(now: Date, limit: Date): Promise<number> {
      const rows = await q
        .update(job)
        .set({ lockedAt: now })
        .output({ inserted: { id: job.id } })
        .where(gt(job.lockedAt, limit));
      return rows.length;
    },

    /** The same for mails that a hub was sending. */
    async drawBackMailLocks(now: Date, limit: Date): Promise<number> {
      const rows = await q
        .update(mail)
        .set({ lockedAt: now })
        .output({ inserted: { id: mail.id } })
        .where(gt(mail.lockedAt, limit));
      return rows.length;
    },

    /** Forgets attempts to sign in that were made after `limit`: they would count until then. */
    async forgetAttempts(limit: Date): Promise<number> {
      const rows = await q
        .delete(signInAttempt)
        .output({ id: signInAttempt.id })
        .where(gt(signInAttempt.attemptedAt, limit));
      return rows.length;
    },

    /** Gives a job another next run, unless somebody else did meanwhile. */
    async drawBackJob(id: string, from: Date, to: Date): Promise<boolean> {
      const rows = await q
        .update(job)
        .set({ nextRunAt: to })
        .output({ inserted: { id: job.id } })
        .where(and(eq(job.id, id), eq(job.nextRunAt, from)));
      return rows.length > 0;
    },
  };
}
