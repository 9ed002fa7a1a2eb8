import type { MailRow } from '@tournee/db';
import type { SendMailOptions } from 'nodemailer';
import type { MailSettings } from './mail-settings.ts';
import { mailMessages } from './mail.messages.ts';

type Senders = Pick<MailSettings, 'forceSender' | 'systemSender' | 'errorAddresses'>;

/** A mail that cannot leave as things are set. */
export class NoSender extends Error {
  override readonly name = 'NoSender';
}

/**
 * The message as it goes out. The same row gives the same message on every try, but for the address that it leaves
 * with: that follows the settings, so that mails which were refused for it leave when it is put right.
 */
export function composeMail(row: MailRow, senders: Senders, defaultSender?: string): SendMailOptions {
  const { from, replyTo } = senderOf(row, senders, defaultSender);
  return {
    from,
    ...(replyTo === null ? {} : { replyTo }),
    to: JSON.parse(row.recipients) as string[],
    // Each recipient has a row of his own, but all see to whom the mail went.
    envelope: { from: from.address, to: row.recipient },
    subject: row.subject,
    text: row.text,
    html: row.html,
    date: row.createdAt,
    messageId: row.messageId,
    // Readable as it stands, and safe on every road: lines of at most 76 characters, seven bits.
    encoding: 'quoted-printable',
    textEncoding: 'Q',
    // Nobody's absence notice shall answer an error report.
    headers: row.isTrouble ? { 'Auto-Submitted': 'auto-generated' } : {},
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

interface Address {
  readonly name: string;
  readonly address: string;
}

function senderOf(
  row: MailRow,
  senders: Senders,
  defaultSender: string | undefined,
): { from: Address; replyTo: Address | null } {
  const { forceSender, systemSender, errorAddresses } = senders;
  if (row.senderAddress === null || row.senderAddress === '') {
    const address = systemSender ?? forceSender ?? errorAddresses[0] ?? defaultSender;
    if (address === undefined) throw new NoSender(mailMessages.errors.noSender);
    return { from: { name: mailMessages.sender.system, address }, replyTo: null };
  }
  const person = { name: row.senderName ?? '', address: row.senderAddress };
  if (forceSender === null || forceSender.toLowerCase() === person.address.toLowerCase()) {
    return { from: person, replyTo: null };
  }
  return { from: { name: person.name, address: forceSender }, replyTo: person };
}
