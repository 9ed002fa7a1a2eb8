import { mailMessages } from './mail.messages.ts';

/** What a mail says: one line of subject, and its body twice. */
export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export type MailBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'link'; readonly url: string };

/** Builds the text and the HTML of one body from the same blocks: they cannot say different things. */
export function mailContent(subject: string, blocks: readonly MailBlock[]): MailContent {
  return { subject: oneLine(subject), text: toText(blocks), html: toHtml(oneLine(subject), blocks) };
}

/** A mail that could not be written is kept with the reason, as one that was refused: what it tells of goes on. */
export function contentOrFailure(build: () => MailContent): MailContent & { failure: string | null } {
  try {
    return { ...build(), failure: null };
  } catch {
    const { subject, body, failure } = mailMessages.notWritten;
    return { ...mailContent(subject, [{ kind: 'paragraph', text: body }]), failure };
  }
}

/** One line, without control characters: a line break in a name must not become a header of the mail. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

function toText(blocks: readonly MailBlock[]): string {
  // A list belongs to the sentence before it; everything else is set apart.
  const parts = blocks.map((block) => {
    switch (block.kind) {
      case 'paragraph':
        return `\n\n${block.text}`;
      case 'list':
        return block.items.map((item) => `\n - ${item}`).join('');
      case 'link':
        return `\n\n${safeUrl(block.url)}`;
    }
  });
  return `${parts.join('').trim()}\n`;
}

function toHtml(title: string, blocks: readonly MailBlock[]): string {
  const body = blocks.map((block) => {
    switch (block.kind) {
      case 'paragraph':
        return `<p>${escapeHtml(block.text).replaceAll('\n', '<br>\n')}</p>`;
      case 'list':
        return `<ul>\n${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}\n</ul>`;
      case 'link': {
        const url = escapeHtml(safeUrl(block.url));
        return `<p><a href="${url}">${url}</a></p>`;
      }
    }
  });
  return [
    '<!doctype html>',
    '<html lang="fr">',
    `<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`,
    '<body style="font-family: Arial, Helvetica, sans-serif; font-size: 15px; line-height: 1.5; color: #1f2933">',
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Names and values come from people and from a twenty-year-old base: none of them is markup. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Threat: a link that runs a script, or one that hides its end behind a blank. */
function safeUrl(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !['http:', 'https:'].includes(parsed.protocol))
    throw new Error('A link in a mail must be http(s).');
  return parsed.href;
}
