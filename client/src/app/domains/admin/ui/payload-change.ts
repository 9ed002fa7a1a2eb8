import { frenchDay, isDay } from '@tournee/graphql';
import type { PayloadField } from './payload-fields.ts';

const FRENCH_DAY = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** What stands in a field: a day as French readers write it, all else as the payload holds it. */
export function shownText({ kind, value }: Pick<PayloadField, 'kind' | 'value'>): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  return kind === 'day' && isDay(value) ? frenchDay(value) : value;
}

/**
 * What was typed into a field, as the payload holds it: an empty field is null where it may be, digits are a number, a
 * French day is `yyyy-mm-dd`. What is none stays as it was typed: the hub says what is wrong with it.
 */
export function typedValue(
  { kind, isNullable }: Pick<PayloadField, 'kind' | 'isNullable'>,
  text: string,
): unknown {
  if (text.trim() === '' && isNullable) return null;
  if (kind === 'number' && /^\d{1,9}$/.test(text.trim())) return Number(text.trim());
  const typed = kind === 'day' ? FRENCH_DAY.exec(text.trim()) : null;
  const [, day = '', month = '', year = ''] = typed ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : text;
}

/** The payload with another value at a place; the others are left as they are. */
export function withValue(node: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node)) {
    return node.map((one: unknown, index) => (String(index) === key ? withValue(one, rest, value) : one));
  }
  const record = (node ?? {}) as Readonly<Record<string, unknown>>;
  return { ...record, [key]: withValue(record[key], rest, value) };
}

/** The payload without what stands at a place. */
export function withoutValue(node: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return node;
  if (Array.isArray(node)) {
    if (rest.length === 0) return node.filter((_one, index) => String(index) !== key);
    return node.map((one: unknown, index) => (String(index) === key ? withoutValue(one, rest) : one));
  }
  const { [key]: removed, ...others } = (node ?? {}) as Readonly<Record<string, unknown>>;
  return rest.length === 0 ? others : { ...others, [key]: withoutValue(removed, rest) };
}

/** Whether the field that a refusal names is this one: it is named from the root, or by its name in the card alone. */
export function isNamedBy(refused: string | null, { path }: Pick<PayloadField, 'path'>): boolean {
  if (refused === null) return false;
  const [first, second] = meaningful(refused.split('.'));
  const [key, index] = meaningful(path);
  return first === key && (first !== 'counts' || second === index);
}

/** Without what only wraps the fields of a card. */
function meaningful(path: readonly string[]): readonly string[] {
  return path[0] === 'card' || path[0] === 'changes' ? path.slice(1) : path;
}
