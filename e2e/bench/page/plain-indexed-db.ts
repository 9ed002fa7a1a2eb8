/**
 * Baseline (a) of the first sync, run inside the page: the same rows, written one by one into a plain IndexedDB store
 * with two indexes, without any network. Each row waits for its own write, as the plainest code would do it.
 * Self-contained: the function is sent to the browser as text.
 * @returns milliseconds
 */
export async function writeRowsOneByOne(
  rows: { id: string; nom: string; rep: string; body: string }[],
): Promise<number> {
  const name = 'bench-plain';
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(request.error ?? new Error('IndexedDB'));
      };
    });
  await settled(indexedDB.deleteDatabase(name));
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    const store = opening.result.createObjectStore('rows', { keyPath: 'id' });
    store.createIndex('nom', 'nom');
    store.createIndex('rep', 'rep');
  };
  const database = await settled(opening);
  const started = performance.now();
  for (const row of rows) {
    await settled(database.transaction('rows', 'readwrite').objectStore('rows').put(row));
  }
  const elapsed = performance.now() - started;
  database.close();
  await settled(indexedDB.deleteDatabase(name));
  return elapsed;
}
