import type { Operation, OperationReason } from '../generated/schema.ts';

/**
 * One intent of a user, by the two-letter code of the customer's text. A code stands here when the hub integrates it.
 */
export const OPERATION_CODES = ['VC', 'CP', 'MP', 'SP', 'VP', 'MC', 'CC', 'DR', 'PA'] as const;
export type OperationCode = (typeof OPERATION_CODES)[number];

const NAME = /^([A-Z]{2})_([A-Z0-9]{1,4})_(\d{8}T\d{9})_([a-z0-9]{8})$/;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Names an operation, e.g. `VC_GA00_20261124T101500123_7f3a9c2k`: readable, unique for ever, and the ledger's key.
 * @param random eight or more random bytes
 */
export function operationName(code: OperationCode, cUser: string, instant: Date, random: Uint8Array): string {
  const stamp = instant.toISOString().replace(/[-:.Z]/g, '');
  const suffix = Array.from(random.subarray(0, 8), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${code}_${cUser}_${stamp}_${suffix}`;
}

/** Parts of an operation's name, or null when it is not one. */
export function parseOperationName(name: string): { code: string; cUser: string; stamp: string } | null {
  const match = NAME.exec(name);
  if (!match) return null;
  const [, code = '', cUser = '', stamp = ''] = match;
  return { code, cUser, stamp };
}

/** What the ledger keeps of the name of a field: a key of a payload is as long as whoever sends it likes. */
const FIELD_MAX_LENGTH = 60;
/** Half of a character: what is cut may end with one. */
const LONE_SURROGATE = /\p{Cs}/gu;

const ENTITY_ID = /^(?=\S)[^\p{Cc}\p{Cs}]+(?<=\S)$/u;
const ENTITY_ID_MAX_LENGTH = 64;

/** True for what may stand as the id of a client or prospect. Its length counts as columns count: an emoji is two. */
export function isEntityId(id: string): boolean {
  return id.length <= ENTITY_ID_MAX_LENGTH && ENTITY_ID.test(id);
}

/** A refusal is a value: stable code, French sentence, and the field of the payload at fault where one is. */
export function refusal(code: string, message: string, field: string | null = null): OperationReason {
  return { code, message, field: field?.slice(0, FIELD_MAX_LENGTH).replace(LONE_SURROGATE, '') ?? null };
}

/**
 * Names of operations whose place a later one has taken: corrected after a refusal, or settled after a conflict. They
 * need nobody's attention any more.
 */
export function supersededNames(operations: readonly Pick<Operation, 'cites' | 'status'>[]): Set<string> {
  const later = operations.filter(({ status }) => status !== 'rejected');
  return new Set(later.flatMap(({ cites }) => cites ?? []));
}

/** Whether an operation may still be done: on the device, or kept by the hub until an administrator sees to it. */
export function isUnderWay({ status }: Pick<Operation, 'status'>): boolean {
  return status === 'pending' || status === 'failed';
}

/** In the order in which the user said them, by the device's clock. */
export function byCreation(
  a: Pick<Operation, 'id' | 'createdAt'>,
  b: Pick<Operation, 'id' | 'createdAt'>,
): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id !== b.id);
}
