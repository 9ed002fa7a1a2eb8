import { type Client, daysBetween, frenchDay } from '@tournee/graphql';
import { clientMessages } from './client-messages.ts';

const NB = '\u00a0';

/** A SIRET in its usual groups, `863 794 020 00036`; as typed when it has not 14 digits. */
export function groupSiret(text: string): string {
  const match = /^(\d{3})(\d{3})(\d{3})(\d{5})$/.exec(text.replace(/\s/g, ''));
  return match ? match.slice(1).join(NB) : text.trim();
}

/** A French VAT number in groups, `FR 09 863 794 020`; as typed when it is not one. */
export function groupVat(text: string): string {
  const match = /^(FR)([0-9A-Z]{2})(\d{3})(\d{3})(\d{3})$/i.exec(text.replace(/\s/g, ''));
  return match ? match.slice(1).join(NB).toUpperCase() : text.trim();
}

/** Terms of payment in words: `Virement, 45 j, le 15`. */
export function paymentWords(client: Pick<Client, 'nbJour1' | 'jour1'>, mode: string): string {
  const words = [mode];
  if (client.nbJour1) words.push(clientMessages.paymentDays(client.nbJour1));
  if (client.jour1 && /[1-9]/.test(client.jour1))
    words.push(clientMessages.paymentDay(client.jour1.replace(/^0/, '')));
  return words.filter((word) => word !== '').join(', ');
}

/** `13/10/2026 · 42 j`, with words for today and yesterday. Days are `yyyy-mm-dd`. */
export function lastVisitWords(lastVisit: string | null, today: string): string {
  if (!lastVisit) return clientMessages.never;
  const days = daysBetween(lastVisit, today);
  const word = [clientMessages.today, clientMessages.yesterday][days];
  if (word !== undefined || days < 0) return word ?? frenchDay(lastVisit);
  return `${frenchDay(lastVisit)} · ${clientMessages.days(days)}`;
}

/** A label of a list that may already begin with its kind: `Agence A01`, but `Agence Lens` stays. */
export function withKind(kind: string, label: string): string {
  if (label === '') return '';
  return label.toLocaleLowerCase('fr').startsWith(kind.toLocaleLowerCase('fr')) ? label : `${kind} ${label}`;
}
