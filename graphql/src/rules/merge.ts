import type { FieldConflict } from '../generated/schema.ts';
import { type FieldValue, normaliseValue } from './card-fields.ts';

/** What a user did to a field: what he saw, and what he wants instead. */
export interface FieldChange {
  readonly from: FieldValue;
  readonly to: FieldValue;
}

export type FieldChanges<Field extends string> = Readonly<Partial<Record<Field, FieldChange>>>;

export interface Merge<Field extends string> {
  /** Values that change, by field. */
  readonly applied: Partial<Record<Field, FieldValue>>;
  /** Fields that somebody else changed since, and not to what the user wants. */
  readonly conflicts: readonly FieldConflict[];
}

/** Blank is nothing, and blanks around a text don't count. */
export function isSameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  return normaliseValue(a) === normaliseValue(b);
}

/**
 * Lays a user's changes over the current values, field by field: a field that still is what he saw takes his value; one
 * that is already what he wants is left alone; any other is a conflict, and is left alone too.
 */
export function mergeChanges<Field extends string>(
  current: Readonly<Partial<Record<Field, FieldValue>>>,
  changes: FieldChanges<Field>,
): Merge<Field> {
  const applied: Partial<Record<Field, FieldValue>> = {};
  const conflicts: FieldConflict[] = [];
  for (const [field, change] of Object.entries(changes) as [Field, FieldChange][]) {
    const theirs = normaliseValue(current[field]);
    const mine = normaliseValue(change.to);
    if (theirs === mine) continue;
    if (isSameValue(theirs, change.from)) applied[field] = mine;
    else conflicts.push({ field, mine, theirs });
  }
  return { applied, conflicts };
}

/**
 * Changes that settle conflicts: the fields where the user's own value shall count. It goes out as a new operation that
 * cites the old one, without changes when he accepts all of theirs.
 */
export function settleConflicts(
  conflicts: readonly FieldConflict[],
  isMineWanted: (field: string) => boolean,
): Record<string, FieldChange> {
  const wanted = conflicts.filter(({ field }) => isMineWanted(field));
  return Object.fromEntries(
    wanted.map(({ field, mine = null, theirs = null }) => [
      field,
      { from: theirs as FieldValue, to: mine as FieldValue },
    ]),
  );
}
