import type { Operation } from '@tournee/graphql';
import { toInsert } from './document-nulls.ts';
import type { LocalCollection } from './local-collections.ts';
import type { KeyValueStore } from './storage/key-value-store.ts';

/**
 * What nobody else has outlives its base: when a base is removed (sign-out, revoked device) or taken over from an earlier
 * version of the app, it is put aside and comes back when the same user signs in again.
 */
function rescueKey(base: string): string {
  return `${base}/rescued-operations`;
}

/** Refusals that leave nothing in the hub's ledger: what was typed is here only. */
const UNKNOWN_TO_HUB = [
  'NAME_INVALID',
  'AUTHOR_MISMATCH',
  'ENTITY_INVALID',
  'CREATED_AT_INVALID',
  'PAYLOAD_TOO_LARGE',
  'PAYLOAD_TOO_DEEP',
  'PAYLOAD_TOO_WIDE',
  'QUOTA_REACHED',
];

/** True for an operation that the hub has not, as far as this device knows. */
export function isOnlyHere({ status, reason }: Operation): boolean {
  return status === 'pending' || (status === 'rejected' && UNKNOWN_TO_HUB.includes(reason?.code ?? ''));
}

/** What is put aside for a base. */
export async function readRescued(store: KeyValueStore, base: string): Promise<readonly Operation[]> {
  return (await store.read<readonly Operation[]>(rescueKey(base))) ?? [];
}

/** Puts aside those of some operations that are only here. They are on disk when this resolves. */
export async function rescueOperations(
  store: KeyValueStore,
  base: string,
  operations: readonly Operation[],
): Promise<void> {
  const rescued = await readRescued(store, base);
  const known = new Set(rescued.map(({ id }) => id));
  const added = operations.filter((operation) => isOnlyHere(operation) && !known.has(operation.id));
  if (added.length > 0) await store.write(rescueKey(base), [...rescued, ...added]);
}

/** Drops what somebody else keeps now. */
export async function dropRescued(
  store: KeyValueStore,
  base: string,
  names: ReadonlySet<string>,
): Promise<void> {
  const left = (await readRescued(store, base)).filter(({ id }) => !names.has(id));
  if (left.length === 0) await store.remove(rescueKey(base));
  else await store.write(rescueKey(base), left);
}

/** Brings rescued operations back; harmless when cut short and done again. */
export async function restoreRescued(
  store: KeyValueStore,
  base: string,
  operations: LocalCollection<'operation'>,
): Promise<void> {
  const rescued = await readRescued(store, base);
  if (rescued.length === 0) return;
  const { error } = await operations.bulkInsert(rescued.map((operation) => toInsert('operation', operation)));
  const failed = error.filter((one) => one.status !== 409);
  if (failed.length === 0) await store.remove(rescueKey(base));
}
