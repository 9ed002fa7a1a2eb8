import {
  CARD_FIELD_NAMES,
  cardField,
  type CardFieldName,
  type FleetType,
  type VisitAnswers,
} from '@tournee/graphql';
import { payloadMessages } from './payload-messages.ts';

/** A field of an operation's payload, as an administrator reads and corrects it. */
export interface PayloadField {
  /** Where it stands in the payload. */
  readonly path: readonly string[];
  readonly label: string;
  /** `json`: nothing that is known here; it can be read, and taken out. */
  readonly kind: 'line' | 'text' | 'number' | 'day' | 'answers' | 'image' | 'json';
  readonly value: unknown;
  /** An empty field is written as null. */
  readonly isNullable: boolean;
  /** What the author saw before he changed it, where the operation says so. */
  readonly seen?: string;
}

type Node = Readonly<Record<string, unknown>>;
type Known = Pick<PayloadField, 'kind' | 'isNullable'>;

const LINE: Known = { kind: 'line', isNullable: false };
const PICTURE = 'data:image/png;base64,';
const DAY: Known = { kind: 'day', isNullable: false };
const VISIT: Readonly<Record<keyof typeof payloadMessages.labels, Known>> = {
  date: DAY,
  heure: LINE,
  commentaire: { kind: 'text', isNullable: false },
  answers: { kind: 'answers', isNullable: true },
  signature: { kind: 'image', isNullable: true },
};

/**
 * The fields of a payload, in the order in which its form has them. Nothing of it is taken for granted: it was refused,
 * perhaps because it is odd. What is not as it should be is a `json` field.
 * @param types types of vehicles, for the labels of a fleet
 */
export function payloadFields(code: string, payload: unknown, types: readonly FleetType[]): PayloadField[] {
  if (!isNode(payload)) return [json([], payload)];
  if (code === 'CP') return [...cardFields([], payload), ...strangers([], payload, CARD_FIELD_NAMES)];
  return Object.entries(payload).flatMap(([key, value]): PayloadField[] => {
    if (code === 'CC' && key === 'card' && isNode(value))
      return [...cardFields([key], value), ...strangers([key], value, CARD_FIELD_NAMES)];
    if (key === 'changes' && isNode(value)) return Object.entries(value).map(changeField);
    if (key === 'counts' && Array.isArray(value))
      return value.map((one: unknown, index) => countField(one, index, types));
    return [plainField(code, key, value)];
  });
}

function cardFields(path: readonly string[], card: Node): PayloadField[] {
  return CARD_FIELD_NAMES.map((name) => cardFieldAt([...path, name], name, card[name] ?? null));
}

function cardFieldAt(path: readonly string[], name: CardFieldName, value: unknown): PayloadField {
  const { label, kind } = cardField(name);
  if (value !== null && typeof value !== 'string' && typeof value !== 'number')
    return json(path, value, label);
  const shown = kind === 'number' || kind === 'day' ? kind : 'line';
  return { path, label, kind: shown, value, isNullable: true };
}

function strangers(path: readonly string[], node: Node, known: readonly string[]): PayloadField[] {
  return Object.entries(node)
    .filter(([key]) => !known.includes(key))
    .map(([key, value]) => json([...path, key], value));
}

function changeField([name, change]: [string, unknown]): PayloadField {
  const isKnown = CARD_FIELD_NAMES.find((known) => known === name);
  if (isKnown === undefined || !isNode(change)) return json(['changes', name], change);
  const { from } = change;
  const seen = typeof from === 'number' ? String(from) : typeof from === 'string' && from !== '' ? from : '';
  return {
    ...cardFieldAt(['changes', name, 'to'], isKnown, change['to'] ?? null),
    seen: seen === '' ? payloadMessages.nothing : seen,
  };
}

function countField(one: unknown, index: number, types: readonly FleetType[]): PayloadField {
  const path = ['counts', String(index)];
  if (!isNode(one) || typeof one['type'] !== 'string') return json(path, one);
  const { type, count } = one;
  const label = types.find(({ key }) => key === type)?.label;
  // A type that is no more can only be taken out.
  if (label === undefined) return json(path, one, type);
  return { path: [...path, 'count'], label, kind: 'number', value: count, isNullable: false };
}

function plainField(code: string, key: string, value: unknown): PayloadField {
  if (!isPlain(key)) return json([key], value);
  const known = code === 'DR' ? { ...VISIT[key], isNullable: true } : VISIT[key];
  const label = payloadMessages.labels[key];
  if (!isFit(known, value)) return json([key], value, label);
  return { ...known, path: [key], label, value };
}

/** Whether a value can be shown and edited as what it should be. */
function isFit({ kind, isNullable }: Known, value: unknown): boolean {
  if (value === null) return isNullable;
  if (kind === 'answers') return isAnswers(value);
  // Threat: an address that the administrator's browser would go to.
  return typeof value === 'string' && (kind !== 'image' || value.startsWith(PICTURE));
}

function isPlain(key: string): key is keyof typeof VISIT {
  return Object.hasOwn(VISIT, key);
}

function json(path: readonly string[], value: unknown, label = path.at(-1) ?? ''): PayloadField {
  return { path, label, kind: 'json', value, isNullable: false };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAnswers(value: unknown): value is VisitAnswers {
  return (
    isNode(value) &&
    Object.values(value).every(
      (keys) => Array.isArray(keys) && keys.every((key: unknown) => typeof key === 'string'),
    )
  );
}
