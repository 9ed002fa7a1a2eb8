import { type MailContent, mailContent, oneLine } from './mail-content.ts';
import { mailMessages } from './mail.messages.ts';

/** To the accountant, when a rep asks for a client to be created (operation CC). `link` leads to the request. */
export function clientCreationRequested(request: { nomClient: string; link: string }): MailContent {
  const { subject, body } = mailMessages.clientCreationRequested;
  return mailContent(subject(request.nomClient), [
    { kind: 'paragraph', text: body },
    { kind: 'link', url: request.link },
  ]);
}

/** To the rep who asked, when the accountant has validated the client. */
export function clientCreated(client: { codeClient: string; nomClient: string }): MailContent {
  const { subject, body } = mailMessages.clientCreated;
  const codeClient = oneLine(client.codeClient);
  const nomClient = oneLine(client.nomClient);
  return mailContent(subject(codeClient, nomClient), [
    { kind: 'paragraph', text: body(codeClient, nomClient) },
  ]);
}

export interface FieldChange {
  /** The field as the screen calls it. */
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface ChangeRequest {
  /** Displayed name of the person who asks. */
  readonly user: string;
  readonly codeClient: string;
  readonly nomClient: string;
  readonly changes: readonly FieldChange[];
}

/** To the accountant, when a rep asks for changes to a client's card (operation MC). */
export function clientChangeRequested(request: ChangeRequest): MailContent {
  const { subject, body, change } = mailMessages.clientChangeRequested;
  const [user, codeClient, nomClient] = [request.user, request.codeClient, request.nomClient].map(
    oneLine,
  ) as [string, string, string];
  return mailContent(subject(codeClient, nomClient), [
    { kind: 'paragraph', text: body(user, codeClient, nomClient) },
    {
      kind: 'list',
      items: request.changes.map(({ label, from, to }) =>
        change(oneLine(label), valueText(from), valueText(to)),
      ),
    },
  ]);
}

function valueText(value: string | null): string {
  const text = oneLine(value ?? '');
  return text === '' ? mailMessages.clientChangeRequested.empty : text;
}
