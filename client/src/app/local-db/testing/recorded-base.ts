/** A row of an object store; the key stands apart where the store does not keep it in the value. */
interface RecordedRow {
  key?: IDBValidKey;
  value: unknown;
}

interface RecordedStore {
  name: string;
  keyPath: string | string[] | null;
  autoIncrement: boolean;
  indexes: { name: string; keyPath: string | string[]; unique: boolean; multiEntry: boolean }[];
  rows: RecordedRow[];
}

/** An IndexedDB database as JSON. Sound for what we keep there: plain values, no dates, no binary. */
export interface RecordedDatabase {
  name: string;
  version: number;
  stores: RecordedStore[];
}

/** All databases of this page, as JSON: how the files in `recorded/` were made. */
export async function recordDatabases(): Promise<RecordedDatabase[]> {
  const known = await indexedDB.databases();
  const recorded: RecordedDatabase[] = [];
  for (const { name = '', version = 1 } of known) {
    const database = await opened(indexedDB.open(name));
    const stores: RecordedStore[] = [];
    for (const store of database.objectStoreNames) stores.push(await recordStore(database, store));
    recorded.push({ name, version, stores });
    database.close();
  }
  return recorded.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Puts recorded databases where they were. */
export async function restoreDatabases(recorded: readonly RecordedDatabase[]): Promise<void> {
  for (const { name, version, stores } of recorded) {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const store of stores) makeStore(request.result, store);
    };
    const database = await opened(request);
    for (const store of stores) await fill(database, store);
    database.close();
  }
}

async function recordStore(database: IDBDatabase, name: string): Promise<RecordedStore> {
  const store = database.transaction(name).objectStore(name);
  const { keyPath, autoIncrement } = store;
  const indexes = [...store.indexNames].map((index) => {
    const { name: indexName, keyPath: path, unique, multiEntry } = store.index(index);
    return { name: indexName, keyPath: path, unique, multiEntry };
  });
  const [keys, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
  const rows = values.map((value: unknown, index): RecordedRow => {
    const key = keys[index];
    return keyPath === null && key !== undefined ? { key, value } : { value };
  });
  return { name, keyPath, autoIncrement, indexes, rows };
}

function makeStore(database: IDBDatabase, { name, keyPath, autoIncrement, indexes }: RecordedStore): void {
  const store = database.createObjectStore(name, { keyPath, autoIncrement });
  for (const { name: index, keyPath: path, unique, multiEntry } of indexes) {
    store.createIndex(index, path, { unique, multiEntry });
  }
}

async function fill(database: IDBDatabase, { name, rows }: RecordedStore): Promise<void> {
  const store = database.transaction(name, 'readwrite').objectStore(name);
  await Promise.all(rows.map(({ key, value }) => answered(store.put(value, key))));
}

function opened(request: IDBOpenDBRequest): Promise<IDBDatabase> {
  return answered(request);
}

function answered<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('IndexedDB refused.'));
    };
  });
}
