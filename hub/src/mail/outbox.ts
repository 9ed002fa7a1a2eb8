import { randomUUID } from 'node:crypto';
import { mailRepository, type MailRow, type NewMail, type Queryable } from '@tournee/db';
import type { Clock } from '../clock.ts';
import { type MailContent, oneLine } from './mail-content.ts';
import { mailMessages } from './mail.messages.ts';

/** A person, as the mail's sender. */
export interface MailSender {
  readonly name: string;
  readonly address: string;
}

export interface OutgoingMail extends MailContent {
  /** What makes this mail necessary, at most 160 characters: the same cause never makes a second mail. */
  readonly cause: string;
  /** Which text it is, at most 40 characters. */
  readonly kind: string;
  /** Who acted; null for a mail of the hub itself. */
  readonly sender: MailSender | null;
  readonly to: readonly string[];
  /** Why it cannot leave as it is: it is kept as failed, so that administrators see it. */
  readonly failure?: string | null;
}

export interface Outbox {
  /**
   * Writes a mail in the transaction that causes it; it leaves after the commit. One row for each recipient: answers
   * how many are new, 0 when the cause has been seen before. A mail without any recipient is kept as failed, so that
   * a missing setting is seen and not silent.
   */
  add(tx: Queryable, mail: OutgoingMail): Promise<number>;
}

const LENGTHS = { cause: 160, kind: 40, subject: 255, senderName: 80 };
const FALLBACK_DOMAIN = 'tournee.invalid';

export function createOutbox({ clock }: { clock: Clock }): Outbox {
  return { add: (tx, mail) => add(tx, mail, clock.now(), false) };
}

/** A mail about an error: see `isTrouble` of its table. */
export function addTrouble(tx: Queryable, mail: OutgoingMail, now: Date): Promise<number> {
  return add(tx, mail, now, true);
}

async function add(tx: Queryable, mail: OutgoingMail, now: Date, isTrouble: boolean): Promise<number> {
  // Two causes must not become one by being cut.
  if (mail.cause.length > LENGTHS.cause) throw new Error(`The cause of a mail is too long: ${mail.cause}`);
  const recipients = distinctAddresses(mail.to);
  const { sender } = mail;
  const row = {
    cause: mail.cause,
    kind: mail.kind.slice(0, LENGTHS.kind),
    messageId: `<${randomUUID()}@${domainOf(sender?.address)}>`,
    senderName: sender === null ? null : oneLine(sender.name).slice(0, LENGTHS.senderName),
    senderAddress: sender?.address.trim() ?? null,
    recipients: JSON.stringify(recipients),
    subject: oneLine(mail.subject).slice(0, LENGTHS.subject),
    text: mail.text,
    html: mail.html,
    isTrouble,
    createdAt: now,
  };
  const mails = mailRepository(tx);
  if (recipients.length === 0) {
    await mails.insert({ ...row, recipient: '', failure: mailMessages.errors.noRecipient });
    return 0;
  }
  let added = 0;
  const failed = mail.failure == null ? {} : { failure: mail.failure };
  for (const recipient of recipients) added += (await mails.insert({ ...row, ...failed, recipient })) ? 1 : 0;
  return added;
}

/**
 * Addresses a mail that was kept without a recipient, for no setting named one then. It is to be queued afterwards; the
 * rows of the other recipients are queued here.
 */
export async function addressKeptMail(tx: Queryable, row: MailRow, to: readonly string[]): Promise<void> {
  const [first, ...others] = distinctAddresses(to);
  if (row.recipient !== '' || first === undefined) return;
  const recipients = JSON.stringify([first, ...others]);
  const mails = mailRepository(tx);
  if (!(await mails.address(row.id, first, recipients))) return;
  for (const recipient of others) await mails.insert({ ...contentOf(row), recipients, recipient });
}

function contentOf(row: MailRow): Omit<NewMail, 'recipients' | 'recipient' | 'failure'> {
  const { cause, kind, messageId, senderName, senderAddress, subject, text, html, isTrouble, createdAt } =
    row;
  return { cause, kind, messageId, senderName, senderAddress, subject, text, html, isTrouble, createdAt };
}

/** Trimmed, and each once, whatever its case. */
function distinctAddresses(addresses: readonly string[]): string[] {
  const byKey = new Map(addresses.map((address) => [address.trim().toLowerCase(), address.trim()]));
  byKey.delete('');
  return [...byKey.values()];
}

/** A Message-ID under the sender's own domain passes for what it is. */
function domainOf(address: string | undefined): string {
  const domain = /@([a-z0-9.-]+)$/i.exec(address?.trim() ?? '')?.[1];
  return domain?.toLowerCase() ?? FALLBACK_DOMAIN;
}
