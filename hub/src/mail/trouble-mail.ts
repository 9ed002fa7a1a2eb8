import { type MailContent, mailContent } from './mail-content.ts';
import { mailMessages } from './mail.messages.ts';

/** To the error addresses: what happened, what was kept, what to do. */
export function troubleMail({
  title,
  paragraphs,
}: {
  title: string;
  paragraphs: readonly string[];
}): MailContent {
  const { subject, footer } = mailMessages.trouble;
  return mailContent(
    subject(title),
    [...paragraphs, footer].map((text) => ({ kind: 'paragraph', text })),
  );
}
