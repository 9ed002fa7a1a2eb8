import type { OperationReason } from '../generated/schema.ts';
import {
  cardField,
  CARD_FIELD_NAMES,
  type CardFieldName,
  type FieldValue,
  normaliseValue,
} from './card-fields.ts';
import { frenchDay } from './calendar.ts';
import { type FieldChanges, isSameValue } from './merge.ts';
import { refusal } from './operation.ts';
import { prospectChange } from './prospect.ts';

/** Payload of MC: fields of a client's card, what the rep saw and what he asks for. The same shape as MP. */
export const changeRequestPayload = prospectChange;

/** How `objet` of its relation begins: such a relation is no visit. */
export const CHANGE_REQUEST_OBJECT = 'Demande de modification';

/** `objet` of the relation that notes the request. `date` is a day in France. */
export function changeRequestObject(date: string): string {
  return `${CHANGE_REQUEST_OBJECT} du ${frenchDay(date)}`;
}

export interface RequestedChange {
  readonly field: CardFieldName;
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * The changes that somebody has to make, in the order of the card: those that winpneu already holds are left out.
 * @param current values in winpneu
 */
export function requestedChanges(
  changes: FieldChanges<CardFieldName>,
  current: Readonly<Partial<Record<CardFieldName, FieldValue>>>,
): RequestedChange[] {
  return CARD_FIELD_NAMES.flatMap((field): RequestedChange[] => {
    const change = changes[field];
    if (!change || isSameValue(change.to, change.from) || isSameValue(change.to, current[field])) return [];
    return [{ field, label: cardField(field).label, from: asText(change.from), to: asText(change.to) }];
  });
}

function asText(value: FieldValue): string | null {
  const kept = normaliseValue(value);
  return kept === null ? null : String(kept);
}

/** @returns null when there is something to ask for, else why not */
export function checkChangeRequest(changes: FieldChanges<CardFieldName>): OperationReason | null {
  const isEmpty = Object.values(changes).every((change) => isSameValue(change.to, change.from));
  if (!isEmpty) return null;
  return refusal('CHANGES_MISSING', 'Choisissez au moins un champ à modifier.', 'changes');
}
