import { type Client, displayPhone, phoneKey } from '@tournee/graphql';
import { displayName } from '../../shared/ui/display-name.ts';
import { clientMessages } from './client-messages.ts';

export interface ContactLine {
  label: string;
  /** One entry a line of text. */
  lines: readonly string[];
  /** `tel:` or `mailto:` address, when the text is one. */
  href: string | null;
  isMail: boolean;
}

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What one needs to reach a client, in reading order; what winpneu leaves empty is left out. */
export function contactLines(client: Client): ContactLine[] {
  const lines = [
    phoneLine(clientMessages.phone, client.tel1),
    phoneLine(clientMessages.mobile, client.tel2),
    mailLine(client.contactDivers4),
    textLine(clientMessages.attention, client.cAttention ? displayName(client.cAttention) : null),
    textLine(clientMessages.address, ...addressLines(client)),
    phoneLine(clientMessages.fax, client.fax, false),
  ];
  return lines.filter((line) => line !== null);
}

/** Postal address; the postal code is `dep_fac` + `bur_dis_fac`. */
export function addressLines(client: Client): string[] {
  const postalCode = `${client.depFac ?? ''}${client.burDisFac ?? ''}`.trim();
  const town = client.villeFac ? displayName(client.villeFac) : '';
  return [client.adr1Fac, client.adr2Fac, client.adr3Fac, `${postalCode} ${town}`]
    .map((line) => line?.trim() ?? '')
    .filter((line) => line !== '');
}

function phoneLine(label: string, text: string | null, canCall = true): ContactLine | null {
  if (!text?.trim()) return null;
  const key = canCall ? phoneKey(text) : null;
  return { label, lines: [displayPhone(text)], href: key === null ? null : `tel:${key}`, isMail: false };
}

function mailLine(text: string | null): ContactLine | null {
  const mail = text?.trim() ?? '';
  if (mail === '') return null;
  // Only a plain address becomes a link: what a field of the ERP holds must not add headers to a mail.
  const href = MAIL.test(mail) ? `mailto:${encodeURIComponent(mail).replace('%40', '@')}` : null;
  return { label: clientMessages.mail, lines: [mail], href, isMail: true };
}

function textLine(label: string, ...lines: (string | null)[]): ContactLine | null {
  const filled = lines.filter((line) => line !== null).filter((line) => line !== '');
  return filled.length === 0 ? null : { label, lines: filled, href: null, isMail: false };
}
