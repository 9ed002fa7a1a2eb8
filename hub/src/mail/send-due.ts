import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Database, type MailOutcome, mailRepository, type MailRow } from '@tournee/db';
import type { Clock } from '../clock.ts';
import type { Log } from '../logger.ts';
import { composeMail } from './compose-mail.ts';
import { fileTransport } from './file-transport.ts';
import type { Delivery, MailTransport } from './mail-delivery.ts';
import { nextTry } from './mail-retry.ts';
import { type MailSettings, parseSmtpUrl } from './mail-settings.ts';
import { mailMessages } from './mail.messages.ts';
import { smtpTransport } from './smtp-transport.ts';
import type { TroubleReport } from './trouble-reporter.ts';

export interface SendDueOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: () => Promise<MailSettings>;
  /** SMTP_URL; null when there is none. */
  readonly smtpUrl: string | null;
  /** Mails become files in `<dataFolder>/mail` where there is no server. */
  readonly dataFolder: string;
  readonly reportTrouble: (report: TroubleReport) => Promise<void>;
}

export interface SendCounts {
  sent: number;
  retried: number;
  failed: number;
  uncertain: number;
}

// Longer than any delivery: `smtp-transport.ts` gives up after two minutes.
const LOCK_MS = 5 * 60_000;
const RESET_TOKEN = /(reinitialiser\?jeton=)[\w-]+/g;
const MAILS_PER_RUN = 200;
const ERROR_LENGTH = 1000;
const RESPONSE_LENGTH = 400;

/**
 * Sends the mails that are due, one after the other; any number of processes may do it at once. Why a mail never
 * leaves twice by itself is told in README.md beside this file.
 */
export async function sendDue(options: SendDueOptions, signal: AbortSignal): Promise<SendCounts> {
  const { database, clock } = options;
  const counts: SendCounts = { sent: 0, retried: 0, failed: 0, uncertain: 0 };
  counts.uncertain += await recoverAbandoned(options);
  const settings = await options.settings();
  const transport = transportFor(settings, options);
  for (let count = 0; count < MAILS_PER_RUN && !signal.aborted; count += 1) {
    const claim = randomUUID();
    const row = await claimNext(options, claim);
    if (row === null) break;
    const delivery = await deliver(row, claim, transport, settings, options);
    const outcome = outcomeOf(delivery, row, clock.now());
    // In a transaction, because that is tried again on a lock conflict: this line is what the mail's fate hangs on.
    await database.transaction((tx) => mailRepository(tx).finish(row.id, claim, outcome));
    counts[outcome.status === 'queued' ? 'retried' : outcome.status] += 1;
    await follow(outcome, delivery, row, options);
    // The others would fare no better now, and one that is about this trouble must not get lost in it.
    if (isServerTrouble(delivery)) break;
  }
  return counts;
}

async function claimNext({ database, clock }: SendDueOptions, claim: string): Promise<MailRow | null> {
  const now = clock.now();
  if (!(await mailRepository(database.db).hasDue(now))) return null;
  return database.transaction((tx) => mailRepository(tx).claimNext(now, claim));
}

async function recoverAbandoned({ database, clock, log, reportTrouble }: SendDueOptions): Promise<number> {
  const now = clock.now();
  const deadline = new Date(now.getTime() - LOCK_MS);
  const recovered = await mailRepository(database.db).recover(deadline, now, mailMessages.errors.abandoned);
  if (recovered.queued + recovered.uncertain > 0) log.warn(recovered, 'mails whose sender died');
  if (recovered.uncertain > 0) await reportTrouble(uncertainReport(recovered.uncertain));
  return recovered.uncertain;
}

function transportFor(settings: MailSettings, { smtpUrl, dataFolder }: SendDueOptions): MailTransport {
  const smtp = settings.smtp ?? (smtpUrl === null ? null : parseSmtpUrl(smtpUrl));
  return smtp === null ? fileTransport(join(dataFolder, 'mail')) : smtpTransport(smtp);
}

async function deliver(
  row: MailRow,
  claim: string,
  transport: MailTransport,
  settings: MailSettings,
  { database, clock }: SendDueOptions,
): Promise<Delivery> {
  const beforeEnd = async (): Promise<void> => {
    const isOurs = await mailRepository(database.db).markHandedOver(row.id, claim, clock.now());
    if (!isOurs) throw new Error('another process has taken this mail over');
  };
  try {
    const message = composeMail(row, settings, transport.defaultSender);
    return await transport.deliver({ message, fileName: fileNameOf(row), beforeEnd });
  } catch (error) {
    // Nothing has gone out: the mail could not even be written.
    const text = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', isPermanent: true, isServerTrouble: false, error: text };
  }
}

function isServerTrouble(delivery: Delivery): boolean {
  return delivery.kind === 'uncertain' || (delivery.kind === 'refused' && delivery.isServerTrouble);
}

function outcomeOf(delivery: Delivery, row: MailRow, now: Date): MailOutcome {
  if (delivery.kind === 'accepted') {
    const response = delivery.response.slice(0, RESPONSE_LENGTH);
    return {
      status: 'sent',
      response,
      sentAt: now,
      text: withoutToken(row.text),
      html: withoutToken(row.html),
    };
  }
  const lastError = delivery.error.slice(0, ERROR_LENGTH);
  if (delivery.kind === 'uncertain') return { status: 'uncertain', lastError };
  if (delivery.isPermanent) return { status: 'failed', lastError };
  const nextTryAt = nextTry(row.tries, now);
  if (nextTryAt !== null) return { status: 'queued', nextTryAt, lastError };
  return {
    status: 'failed',
    lastError: mailMessages.errors.givenUp(row.tries, lastError).slice(0, ERROR_LENGTH),
  };
}

/** Whoever has a link by which a password is chosen is that user: once it has left, it is no longer kept here. */
function withoutToken(text: string): string {
  return text.replaceAll(RESET_TOKEN, '$1•••');
}

async function follow(
  outcome: MailOutcome,
  delivery: Delivery,
  row: MailRow,
  options: SendDueOptions,
): Promise<void> {
  const { log, database, reportTrouble } = options;
  const ids = { mail: row.id, kind: row.kind, tries: row.tries };
  if (outcome.status === 'sent') log.info(ids, 'mail sent');
  // Not the server's word: it may repeat addresses, or the mail itself. Administrators read it with the mail.
  else log.warn({ ...ids, status: outcome.status }, 'mail not sent');
  if (outcome.status === 'queued' && isServerTrouble(delivery)) {
    await mailRepository(database.db).postpone(outcome.nextTryAt);
  }
  // A mail about trouble that cannot leave is no reason for another one.
  if (row.isTrouble) return;
  if (outcome.status === 'failed') await reportTrouble(refusedReport(row.subject, outcome.lastError));
  if (outcome.status === 'uncertain') await reportTrouble(uncertainReport(1));
}

function refusedReport(subject: string, error: string): TroubleReport {
  const { title, body, advice } = mailMessages.troubles.refused;
  return { kind: 'mail-failed', title, paragraphs: [body(subject), error, advice] };
}

function uncertainReport(count: number): TroubleReport {
  const { title, body, advice } = mailMessages.troubles.uncertain;
  return { kind: 'mail-uncertain', title, paragraphs: [body(count), advice] };
}

/** `20261124T101500-12-client-creation-request.eml` */
function fileNameOf({ id, kind, createdAt }: MailRow): string {
  const time = createdAt.toISOString().slice(0, 19).replace(/[-:]/g, '');
  return `${time}-${String(id)}-${kind.replace(/[^a-z0-9-]/gi, '-')}.eml`;
}
