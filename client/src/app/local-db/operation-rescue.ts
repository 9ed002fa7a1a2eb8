import type { Operation } from '@tournee/graphql';
import { toInsert } from './document-nulls.ts';
import type { LocalCollection } from './local-collections.ts';
import type { KeyValueStore } from './storage/key-value-store.ts';

/**
 * Unsent operations outlive their base: when a base is removed (sign-out, revoked device), they are put aside and come
 * back when the same user signs in again.
 */
function rescueKey(base: string): string {
  return `${base}/rescued-operations`;
}

/** Puts unsent operations aside. They are on disk when this resolves. */
export async function rescueOperations(
  store: KeyValueStore,
  base: string,
  unsent: readonly Operation[],
): Promise<void> {
  if (unsent.length > 0) await store.write(rescueKey(base), unsent);
}

/** Brings rescued operations back; harmless when cut short and done again. */
export async function restoreRescued(
  store: KeyValueStore,
  base: string,
  operations: LocalCollection<'operation'>,
): Promise<void> {
  const rescued = await store.read<readonly Operation[]>(rescueKey(base));
  if (rescued === null) return;
  const { error } = await operations.bulkInsert(rescued.map((operation) => toInsert('operation', operation)));
  const failed = error.filter((one) => one.status !== 409);
  if (failed.length === 0) await store.remove(rescueKey(base));
}
