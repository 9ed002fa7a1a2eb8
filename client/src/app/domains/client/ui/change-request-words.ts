import {
  cardField,
  changeRequestPayload,
  frenchDay,
  isCardField,
  type Operation,
  parisDay,
} from '@tournee/graphql';
import { changeRequestMessages } from './change-request-messages.ts';

/** What was asked of the accountant, on the card: `Téléphone, Mail : demandé le 24/11/2026, en attente de la comptabilité`. */
export function changeRequestWords({ payload, createdAt }: Operation): string {
  const parsed = changeRequestPayload.safeParse(payload);
  const fields = parsed.success ? Object.keys(parsed.data.changes).filter(isCardField) : [];
  const labels = fields.map((field) => cardField(field).label).join(', ');
  return changeRequestMessages.pending(frenchDay(parisDay(new Date(createdAt))), labels);
}
