import { type Database, mailRepository } from '@tournee/db';
import type { Clock } from '../clock.ts';
import type { Log } from '../logger.ts';
import type { MailSettings } from './mail-settings.ts';
import { addTrouble } from './outbox.ts';
import { troubleMail } from './trouble-mail.ts';

export interface TroubleReport {
  /** Kind of trouble, such as `job-failed:base-refresh`: one mail an hour for each. At most 120 characters. */
  readonly kind: string;
  readonly title: string;
  /** What happened, what was kept, what to do. No customer's content, no secret. */
  readonly paragraphs: readonly string[];
}

export interface TroubleReporterOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: () => Promise<MailSettings>;
}

const HOUR = 3_600_000;
const KIND_LENGTH = 120;

/**
 * Writes a mail to the error addresses, unless one of this kind was written within the hour, by any hub process:
 * a flood of the same trouble must not bury another one.
 */
export function createTroubleReporter(
  options: TroubleReporterOptions,
): (report: TroubleReport) => Promise<void> {
  const { database, clock, log, settings } = options;
  return async (report) => {
    const { errorAddresses } = await settings();
    const kind = report.kind.slice(0, KIND_LENGTH);
    log.warn({ kind, addresses: errorAddresses.length }, 'trouble');
    const now = clock.now();
    const prefix = `trouble:${kind}:`;
    await database.transaction(async (tx) => {
      if (await mailRepository(tx).hasCauseSince(prefix, new Date(now.getTime() - HOUR))) return;
      // The hour in the cause settles it when two processes find at once that nothing was written yet.
      const cause = `${prefix}${now.toISOString().slice(0, 13)}`;
      await addTrouble(
        tx,
        { cause, kind: 'trouble', sender: null, to: errorAddresses, ...troubleMail(report) },
        now,
      );
    });
  };
}
