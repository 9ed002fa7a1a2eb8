import {
  CARD_FIELD_NAMES,
  cardField,
  type CardFieldName,
  changeRequestPayload,
  clientCreationPayload,
  fleetPayload,
  followUpPayload,
  isCardField,
  type Operation,
  type OperationReason,
  prospectChange,
  prospectCreation,
  prospectDeletion,
  refusal,
} from '@tournee/graphql';
import { operationMessages } from './operation-messages.ts';

/** A value inside a payload that can be typed anew. */
export interface PayloadField {
  /** Where it stands, e.g. `changes.tel1.to`. */
  path: string;
  label: string;
  isNumber: boolean;
  maxLength: number;
  /** As typed; empty for none. */
  value: string;
}

type Json = Record<string, unknown>;

const DAY_LENGTH = 10;
const COUNT_LENGTH = 5;

const PAYLOADS = {
  CP: prospectCreation,
  MP: prospectChange,
  SP: prospectDeletion,
  MC: changeRequestPayload,
  CC: clientCreationPayload,
  DR: followUpPayload,
  PA: fleetPayload,
} as const;

/** The fields of an operation that a plain form shows: those that were filled in, and the one at fault. */
export function payloadFields({ code, payload, reason }: Operation): PayloadField[] {
  const said = payload as Json;
  if (code === 'CP') return cardFields(said, '', reason);
  if (code === 'CC') return cardFields((said['card'] ?? {}) as Json, 'card.', reason);
  if (code === 'MP' || code === 'MC') {
    const changes = Object.entries((said['changes'] ?? {}) as Record<string, { to?: unknown }>);
    return changes.flatMap(([field, { to }]) =>
      isCardField(field) ? [cardInput(field, `changes.${field}.to`, to)] : [],
    );
  }
  if (code === 'DR')
    return [dayInput('date', operationMessages.followUp('').replace(/\s*:\s*$/, ''), said['date'])];
  if (code !== 'PA') return [];
  const counts = (said['counts'] ?? []) as { type: string; count: number }[];
  return counts.map(({ type, count }, index) => ({
    path: `counts.${String(index)}.count`,
    label: type,
    isNumber: true,
    maxLength: COUNT_LENGTH,
    value: String(count),
  }));
}

function cardFields(card: Json, prefix: string, reason: OperationReason | null): PayloadField[] {
  const isShown = (field: CardFieldName): boolean =>
    (card[field] ?? null) !== null || field === 'nomClient' || nameOf(reason?.field ?? '') === field;
  return CARD_FIELD_NAMES.filter(isShown).map((field) => cardInput(field, `${prefix}${field}`, card[field]));
}

function cardInput(field: CardFieldName, path: string, value: unknown): PayloadField {
  const { label, kind, maxLength } = cardField(field);
  return { path, label, isNumber: kind === 'number', maxLength, value: asText(value) };
}

function dayInput(path: string, label: string, value: unknown): PayloadField {
  return { path, label, isNumber: false, maxLength: DAY_LENGTH, value: asText(value) };
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Whether a refusal is about a field. The hub names the field of the card, or its place in the payload. */
export function isAtFault({ path }: PayloadField, reason: OperationReason | null): boolean {
  return reason?.field != null && nameOf(reason.field) === nameOf(path);
}

function nameOf(path: string): string {
  return path.replace(/^(changes|card)\./, '').replace(/\.(to|count|type)$/, '');
}

/** The payload with the values of a form. What is no number where one is wanted stays a text, and is refused. */
export function withValues(payload: unknown, fields: readonly PayloadField[]): unknown {
  const next = structuredClone(payload) as Json;
  for (const { path, value, isNumber } of fields) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    let place = next;
    for (const step of steps) place = (place[step] ??= {}) as Json;
    place[last] = parse(value.trim(), isNumber);
  }
  return next;
}

function parse(text: string, isNumber: boolean): string | number | null {
  if (text === '') return null;
  return isNumber && /^\d+$/.test(text) ? Number(text) : text;
}

/** Whether a payload has the shape that the hub asks for; what it means is the hub's to judge. */
export function payloadFault(code: string, payload: unknown): OperationReason | null {
  if (!Object.hasOwn(PAYLOADS, code)) return null;
  const parsed = PAYLOADS[code as keyof typeof PAYLOADS].safeParse(payload);
  if (parsed.success) return null;
  const [issue] = parsed.error.issues;
  return refusal('PAYLOAD_MALFORMED', issue?.message ?? '', issue?.path.join('.') ?? null);
}
