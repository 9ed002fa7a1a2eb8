import * as z from 'zod';
import type { OperationReason } from '../generated/schema.ts';
import { dayFault } from './calendar.ts';
import {
  CARD_FIELD_NAMES,
  cardField,
  type CardFieldName,
  cardOf,
  type FieldValue,
  normaliseValue,
  type ProspectCard,
} from './card-fields.ts';
import type { FieldChanges } from './merge.ts';
import { refusal } from './operation.ts';
import { prospectFaults } from './prospect-faults.ts';

/** Payload of CP: the fields of the card; what is absent is empty. */
export type ProspectCreation = Partial<ProspectCard>;

/** Payload of MP: what the user saw and what he wants, by field. Without fields it only settles the one it cites. */
export interface ProspectChange {
  changes: FieldChanges<CardFieldName>;
}

const NAME_MISSING = 'Le nom est obligatoire.';

const valueSchemas = Object.fromEntries(CARD_FIELD_NAMES.map((field) => [field, valueSchema(field)]));
const seenValue = z.union([z.string().max(1000), z.number()]).nullable();
const changeSchemas = Object.fromEntries(
  CARD_FIELD_NAMES.map((field) => [
    field,
    z.strictObject({ from: seenValue, to: valueSchema(field) }).optional(),
  ]),
);

/** Payload of CP. Only the name is needed: a prospect is noted on the road, and completed later. */
export const prospectCreation = z.strictObject({
  ...Object.fromEntries(Object.entries(valueSchemas).map(([field, schema]) => [field, schema.optional()])),
  nomClient: valueSchema('nomClient'),
}) as unknown as z.ZodType<ProspectCreation>;

/** Payload of MP. */
export const prospectChange = z.strictObject({
  changes: z.strictObject(changeSchemas),
}) as unknown as z.ZodType<ProspectChange>;

/** Payload of SP: there is nothing to add to the prospect's id. */
export const prospectDeletion = z.strictObject({});

function valueSchema(field: CardFieldName): z.ZodType<FieldValue> {
  const { label, kind, maxLength } = cardField(field);
  if (kind === 'number') {
    const message = `« ${label} » attend un nombre entier de 0 à ${'9'.repeat(maxLength)}.`;
    return z.custom<number | null>((value) => value === null || isCount(value, maxLength), message);
  }
  const text = z
    .string()
    .nullable()
    .transform((value) => normaliseValue(value) as string | null)
    .refine(
      (value) => (value?.length ?? 0) <= maxLength,
      `« ${label} » dépasse ${String(maxLength)} caractères.`,
    );
  if (kind === 'day') {
    return text.superRefine((value, context) => {
      const message = value === null ? null : dayFault(value);
      if (message !== null) context.addIssue({ code: 'custom', message: `« ${label} » : ${message}` });
    });
  }
  return field === 'nomClient' ? text.refine((value) => value !== null, NAME_MISSING) : text;
}

function isCount(value: unknown, digits: number): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 10 ** digits;
}

/**
 * Checks a new prospect as the hub will. What only looks odd (a phone number, a SIRET) is no reason to refuse it: the
 * screen shows it, and it must be right when the prospect becomes a client.
 * @returns null when it may be created, else why not
 */
export function checkProspectCreation(payload: ProspectCreation): OperationReason | null {
  return firstRefusal(cardOf(payload), CARD_FIELD_NAMES);
}

/** Checks the fields that a change sets, in the card as it becomes. */
export function checkProspectChange(
  card: ProspectCard,
  changed: readonly CardFieldName[],
): OperationReason | null {
  return firstRefusal(card, changed);
}

function firstRefusal(card: ProspectCard, fields: readonly CardFieldName[]): OperationReason | null {
  const fault = prospectFaults(card).find((one) => one.isRefusal && fields.includes(one.field));
  return fault ? refusal(fault.code, fault.message, fault.field) : null;
}
