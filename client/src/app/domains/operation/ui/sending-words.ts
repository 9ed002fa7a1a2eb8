import {
  cardField,
  type FieldValue,
  frenchDay,
  isCardField,
  type Operation,
  parisDay,
  parisHour,
} from '@tournee/graphql';
import type { SendingState } from '../../shared/data/operation-state.ts';
import { operationMessages } from './operation-messages.ts';

export interface SendingWords {
  /** What was said, in a few words. */
  title: string;
  /** What it was about, line by line. */
  details: readonly string[];
  /** When it was said, in France. */
  day: string;
  hour: string;
}

type Payload = Readonly<Record<string, unknown>>;

const PLAIN_TITLES: Readonly<Record<string, string>> = {
  CP: operationMessages.creation,
  MP: operationMessages.change,
  SP: operationMessages.deletion,
  MC: operationMessages.changeRequest,
  CC: operationMessages.clientCreation,
  PA: operationMessages.fleet,
};

/** An operation in words that a rep understands. Nothing of the payload is taken for granted: it may be an old one. */
export function sendingWords(operation: Operation): SendingWords {
  const said = new Date(operation.createdAt);
  return {
    title: titleOf(operation),
    details: detailsOf(operation),
    day: frenchDay(parisDay(said)),
    hour: parisHour(said),
  };
}

function titleOf({ code, payload, cites }: Operation): string {
  const { date, heure } = payload as Payload;
  if (code === 'VC' || code === 'VP') return visitTitle(textOf(date), textOf(heure));
  if (code === 'DR') {
    const day = textOf(date);
    return day === null ? operationMessages.noFollowUp : operationMessages.followUp(frenchDay(day));
  }
  if (code === 'MP' && cites !== null && changesOf(payload).length === 0) return operationMessages.settlement;
  return PLAIN_TITLES[code] ?? operationMessages.other(code);
}

function visitTitle(day: string | null, hour: string | null): string {
  const written = day === null ? '?' : frenchDay(day);
  return hour === null ? operationMessages.visit(written) : operationMessages.visitAt(written, hour);
}

function detailsOf({ code, payload }: Operation): string[] {
  if (code === 'VC' || code === 'VP') {
    const comment = textOf((payload as Payload)['commentaire']);
    return comment === null ? [] : [comment];
  }
  if (code !== 'MP' && code !== 'MC') return [];
  return changesOf(payload).map(([field, { from, to }]) =>
    operationMessages.fieldChange(fieldLabel(field), valueWords(from), valueWords(to)),
  );
}

function changesOf(payload: unknown): [string, { from: FieldValue; to: FieldValue }][] {
  const { changes } = payload as { changes?: Record<string, { from: FieldValue; to: FieldValue }> };
  return Object.entries(changes ?? {});
}

/** French label of a field of the card; its name when it is none. */
export function fieldLabel(field: string): string {
  return isCardField(field) ? cardField(field).label : field;
}

/** A value as it stands in a field; a word for an empty one. */
export function valueWords(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return textOf(value) ?? operationMessages.nothing;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

const TONES: Readonly<Record<SendingState, string>> = {
  pending: 'warn',
  failed: 'warn',
  integrated: 'ok',
  conflict: 'bad',
  rejected: 'bad',
  replaced: '',
  'given-up': '',
};

/** Class of the pill that shows a state. */
export function stateTone(state: SendingState): string {
  return TONES[state];
}
