import type { ProspectChanges } from '@tournee/db';
import { type FieldValue, phoneKey, type ProspectCard } from '@tournee/graphql';

/** Longest E.164 number with an extension that is kept. */
const KEY_MAX_LENGTH = 24;

/** Columns of a card, or of some of its fields, with the keys that its phone numbers are compared by. */
export function columnsOf(
  fields: Readonly<Partial<Record<keyof ProspectCard, FieldValue>>>,
): ProspectChanges {
  return {
    ...(fields as Partial<ProspectCard>),
    ...('tel1' in fields ? { tel1Key: keyOf(fields.tel1) } : {}),
    ...('tel2' in fields ? { tel2Key: keyOf(fields.tel2) } : {}),
  };
}

function keyOf(number: FieldValue | undefined): string | null {
  const key = typeof number === 'string' ? phoneKey(number) : null;
  return key !== null && key.length <= KEY_MAX_LENGTH ? key : null;
}
