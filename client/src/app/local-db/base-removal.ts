import type { KeyValueStore } from './storage/key-value-store.ts';

/** How RxDB's Dexie storage names the databases of a base: one per collection. */
const DEXIE_PREFIX = 'rxdb-dexie-';

/** What stays of a removed base: what the user typed, and what he settled. */
const KEPT = ['/rescued-operations', '/draft/', '/operation-marks', '/hand-over'];

/**
 * Removes a base from the machine: its IndexedDB databases and its records, so that nothing the user could read stays
 * behind. The base must be closed; unsent operations must have been rescued before, and drafts stay.
 */
export async function removeBase(store: KeyValueStore, base: string): Promise<void> {
  const databases = await indexedDB.databases();
  const names = databases.flatMap(({ name }) =>
    name?.startsWith(`${DEXIE_PREFIX}${base}--`) === true ? [name] : [],
  );
  await Promise.all(names.map(deleteDatabase));
  for (const key of await store.keys(`${base}/`)) {
    if (!KEPT.some((kept) => key.startsWith(`${base}${kept}`))) await store.remove(key);
  }
}

/** Removes an IndexedDB database. */
export async function deleteDatabase(name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => {
      resolve();
    };
    request.onerror = () => {
      reject(request.error ?? new Error(`${name} could not be removed.`));
    };
    // Another tab still has it open; the browser removes it as soon as that tab lets go.
    request.onblocked = () => {
      resolve();
    };
  });
}
