import { bit, datetime2, index, int, nvarchar, unique, varchar } from 'drizzle-orm/mssql-core';
import { crm } from './schemas.ts';

/**
 * The outbox: one row for each cause and recipient, written in the transaction of the cause. The recipients of one
 * cause get the same message (same Message-ID, same headers); each has his own state, so that one refused address
 * neither stops nor repeats the others.
 */
export const mail = crm.table(
  'mail',
  {
    id: int('id').identity().primaryKey(),
    /** What made it necessary, for instance the name of an operation: the same cause never makes a second mail. */
    cause: varchar('cause', { length: 160 }).notNull(),
    recipient: varchar('recipient', { length: 255 }).notNull(),
    /** Which text it is, for the admin's list: `client-creation-request` and the like. */
    kind: varchar('kind', { length: 40 }).notNull(),
    /** The same on every try: servers and mail programs drop a repetition by it. */
    messageId: varchar('message_id', { length: 120 }).notNull(),
    /** Who acted; null for a mail of the hub itself. The address that it leaves with is chosen when it is sent. */
    senderName: nvarchar('sender_name', { length: 80 }),
    senderAddress: varchar('sender_address', { length: 255 }),
    /** JSON: the addresses of the To header. */
    recipients: nvarchar('recipients', { length: 'max' }).notNull(),
    subject: nvarchar('subject', { length: 255 }).notNull(),
    text: nvarchar('text', { length: 'max' }).notNull(),
    html: nvarchar('html', { length: 'max' }).notNull(),
    /** `queued`, `sending`, `sent`, `failed` (refused for good), `uncertain` (may have arrived: never sent again by itself). */
    status: varchar('status', { length: 12 }).notNull(),
    tries: int('tries').notNull(),
    nextTryAt: datetime2('next_try_at', { precision: 3 }),
    lockedAt: datetime2('locked_at', { precision: 3 }),
    claim: varchar('claim', { length: 36 }),
    /** Set just before the end of the message goes out. Until then the server cannot have accepted it. */
    handedOverAt: datetime2('handed_over_at', { precision: 3 }),
    lastError: nvarchar('last_error', { length: 1000 }),
    /** What the server answered when it accepted the mail, or the file it was written to. */
    response: nvarchar('response', { length: 400 }),
    createdAt: datetime2('created_at', { precision: 3 }).notNull(),
    sentAt: datetime2('sent_at', { precision: 3 }),
    /** Errors of the hub are mails too: they never cause another one. */
    isTrouble: bit('is_trouble').notNull(),
  },
  (table) => [
    unique('mail_cause').on(table.cause, table.recipient),
    index('mail_due').on(table.status, table.nextTryAt),
    index('mail_created').on(table.createdAt),
  ],
);

export type MailRow = typeof mail.$inferSelect;
