import { type Database, type MailPage, mailRepository, type MailRow } from '@tournee/db';
import type { Clock } from '../clock.ts';
import type { Log } from '../logger.ts';
import type { MailSettings } from './mail-settings.ts';
import { addressKeptMail, createOutbox, type Outbox } from './outbox.ts';
import { type SendCounts, sendDue } from './send-due.ts';
import { createTroubleReporter, type TroubleReport } from './trouble-reporter.ts';

export interface MailServiceOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: () => Promise<MailSettings>;
  /** SMTP_URL; null when there is none. */
  readonly smtpUrl: string | null;
  readonly dataFolder: string;
}

/** All that the rest of the hub needs of mail. */
export interface MailService {
  readonly outbox: Outbox;
  readonly reportTrouble: (report: TroubleReport) => Promise<void>;
  sendDue(signal: AbortSignal): Promise<SendCounts>;
  /** The newest mails first, for the admin. */
  page(wanted: MailPage): Promise<{ rows: MailRow[]; total: number }>;
  find(id: number): Promise<MailRow | null>;
  /**
   * Sends a refused or uncertain mail once more, with the same Message-ID. False when it is neither. `to`: addresses for a
   * mail that was kept without any.
   */
  requeue(id: number, to?: readonly string[]): Promise<boolean>;
}

export function createMailService(options: MailServiceOptions): MailService {
  const { database, clock } = options;
  const mails = mailRepository(database.db);
  const reportTrouble = createTroubleReporter(options);
  return {
    outbox: createOutbox({ clock }),
    reportTrouble,
    sendDue: (signal) => sendDue({ ...options, reportTrouble }, signal),
    page: (wanted) => mails.page(wanted),
    find: (id) => mails.find(id),
    requeue: (id, to = []) =>
      database.transaction(async (tx) => {
        const row = await mailRepository(tx).find(id);
        if (row !== null) await addressKeptMail(tx, row, to);
        return mailRepository(tx).requeue(id, clock.now());
      }),
  };
}
