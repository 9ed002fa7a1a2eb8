import * as z from 'zod';
import type { OperationReason } from '../generated/schema.ts';
import { CARD_FIELD_NAMES, cardField, type CardFieldName, cardOf, type ProspectCard } from './card-fields.ts';
import { refusal } from './operation.ts';
import { prospectCreation, type ProspectCreation } from './prospect.ts';
import { prospectFaults } from './prospect-faults.ts';

/** A drawing of some strokes; it has to fit into an operation. */
const SIGNATURE_MAX_LENGTH = 60_000;

/** Payload of CC: the whole card, and the client's signature as a PNG data address where it is needed. */
export const clientCreationPayload = z.strictObject({
  card: prospectCreation,
  signature: z
    .string()
    .max(SIGNATURE_MAX_LENGTH)
    .regex(/^data:image\/png;base64,[A-Za-z0-9+/]+={0,2}$/)
    .nullable(),
});
export interface ClientCreationPayload {
  card: ProspectCreation;
  signature: string | null;
}

/** Payment by direct debit: needs a bank account and a signature. */
export const DIRECT_DEBIT = 'LD';
/** Payment by cheque: for farmers only, and twenty days after the invoice. */
export const CHEQUE = 'CH';
export const CHEQUE_TERM_DAYS = 20;

export interface ClientCreationFault {
  readonly field: CardFieldName | 'signature';
  readonly code: string;
  /** French sentence, to be shown beside the field. */
  readonly message: string;
}

/** Whether payment by cheque may be chosen. `farmerFamilies`: setting `client.farmerFamilies`. */
export function mayPayByCheque(
  card: Pick<ProspectCard, 'cFamClient'>,
  farmerFamilies: readonly string[],
): boolean {
  return card.cFamClient !== null && farmerFamilies.includes(card.cFamClient);
}

/** All that stands between a prospect and its client account, in the order of the card. */
export function clientCreationFaults(
  payload: ClientCreationPayload,
  farmerFamilies: readonly string[],
): ClientCreationFault[] {
  const card = cardOf(payload.card);
  const isDebit = card.cModRgl1 === DIRECT_DEBIT;
  const formats = prospectFaults(card);
  const faults = CARD_FIELD_NAMES.flatMap((field): ClientCreationFault[] => {
    const { need, label } = cardField(field);
    const isNeeded = need === 'always' || need === 'client' || (need === 'debit' && isDebit);
    if (isNeeded && card[field] === null) {
      return [
        { field, code: 'FIELD_MISSING', message: `« ${label} » est obligatoire pour créer un client.` },
      ];
    }
    const odd = formats.find((fault) => fault.field === field);
    return odd ? [{ field, code: odd.code, message: odd.message }] : [];
  });
  return [...faults, ...chequeFaults(card, farmerFamilies), ...signatureFaults(isDebit, payload.signature)];
}

function chequeFaults(card: ProspectCard, farmerFamilies: readonly string[]): ClientCreationFault[] {
  if (card.cModRgl1 !== CHEQUE) return [];
  if (!mayPayByCheque(card, farmerFamilies)) {
    const message = 'Le règlement par chèque est réservé aux agriculteurs.';
    return [{ field: 'cModRgl1', code: 'CHEQUE_NOT_ALLOWED', message }];
  }
  if (card.nbJour1 === CHEQUE_TERM_DAYS) return [];
  const message = `L’échéance d’un règlement par chèque est de ${String(CHEQUE_TERM_DAYS)} jours date de facture.`;
  return [{ field: 'nbJour1', code: 'CHEQUE_TERM', message }];
}

function signatureFaults(isDebit: boolean, signature: string | null): ClientCreationFault[] {
  if (!isDebit || signature !== null) return [];
  const message = 'La signature du client est obligatoire pour ce mode de règlement.';
  return [{ field: 'signature', code: 'SIGNATURE_MISSING', message }];
}

/** Checks a request as the hub will. @returns null when it may go to the accountant, else why not */
export function checkClientCreation(
  payload: ClientCreationPayload,
  farmerFamilies: readonly string[],
): OperationReason | null {
  const [fault] = clientCreationFaults(payload, farmerFamilies);
  if (!fault) return null;
  return refusal(
    fault.code,
    fault.message,
    fault.field === 'signature' ? 'signature' : `card.${fault.field}`,
  );
}
