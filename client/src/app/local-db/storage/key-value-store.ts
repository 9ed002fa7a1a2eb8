const DATABASE = 'tournee';
const STORE = 'records';

/**
 * A few records beside RxDB, for what must be read before RxDB is there or must outlive a base: the list's snapshot,
 * where the synchronisation stands, drafts, operations rescued from a removed base. Keys are `<base>/<what>`.
 */
export interface KeyValueStore {
  read<Value>(key: string): Promise<Value | null>;
  /** Resolves once the record is on disk; `relaxed`, once the operating system will bring it there. */
  write(key: string, value: unknown, durability?: 'strict' | 'relaxed'): Promise<void>;
  remove(key: string): Promise<void>;
  /** Removes every record whose key starts with a prefix. */
  removeAll(prefix: string): Promise<void>;
  keys(prefix: string): Promise<string[]>;
}

let opening: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => {
      const database = request.result;
      const forget = (): void => {
        opening = null;
      };
      database.onclose = forget;
      // Another tab wants to upgrade or delete: let it, and open again at the next use.
      database.onversionchange = () => {
        forget();
        database.close();
      };
      resolve(database);
    };
    request.onerror = () => {
      opening = null;
      reject(request.error ?? new Error('IndexedDB refused to open.'));
    };
  });
  return opening;
}

async function run<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
  // `strict`: a draft or a rescued operation is on disk when we say so, also when the laptop's battery dies.
  durability: IDBTransactionDurability = mode === 'readwrite' ? 'strict' : 'default',
): Promise<Result> {
  const database = await open();
  return new Promise<Result>((resolve, reject) => {
    const transaction = database.transaction(STORE, mode, { durability });
    const request = work(transaction.objectStore(STORE));
    transaction.oncomplete = () => {
      resolve(request.result);
    };
    transaction.onabort = () => {
      reject(transaction.error ?? new Error('An IndexedDB transaction was aborted.'));
    };
  });
}

function startingWith(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix}\uffff`);
}

export const keyValueStore: KeyValueStore = {
  async read<Value>(key: string): Promise<Value | null> {
    const value = (await run('readonly', (store) => store.get(key) as IDBRequest<unknown>)) as
      Value | undefined;
    return value ?? null;
  },
  async write(key, value, durability) {
    await run('readwrite', (store) => store.put(value, key), durability);
  },
  async remove(key) {
    await run('readwrite', (store) => store.delete(key));
  },
  async removeAll(prefix) {
    await run('readwrite', (store) => store.delete(startingWith(prefix)));
  },
  async keys(prefix) {
    return (await run('readonly', (store) => store.getAllKeys(startingWith(prefix)))) as string[];
  },
};
