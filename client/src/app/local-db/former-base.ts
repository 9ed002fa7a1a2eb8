import type { CollectionName, Operation } from '@tournee/graphql';
import { deleteDatabase } from './base-removal.ts';
import { fromStored } from './document-nulls.ts';
import { SCHEMAS } from './schemas/schemas.ts';

/**
 * A database of a base, as an earlier version of the app may have left it. Read without RxDB: whatever becomes of a
 * migration, what was not sent is put aside first (ADR 9).
 */
interface StoredDatabase {
  /** Name in IndexedDB. */
  database: string;
  collection: string;
  version: number;
}

/** RxDB's own table of a collection. */
const DOCUMENTS = 'docs';

/** Collections that an earlier version of the app wrote, and this one has not taken over yet. */
export async function formerCollections(base: string): Promise<CollectionName[]> {
  const former = await formerDatabases(base);
  const names = Object.keys(SCHEMAS) as CollectionName[];
  return names.filter((name) => former.some(({ collection }) => collection === name));
}

/** Operations of an earlier version of the app, as they stand on the disk. */
export async function readFormerOperations(base: string): Promise<Operation[]> {
  return readOperations(await formerDatabases(base));
}

/** Operations of a base as they stand on the disk, whatever version of the app wrote them. The base may be closed. */
export async function readStoredOperations(base: string): Promise<Operation[]> {
  return readOperations(await databasesOf(base));
}

async function readOperations(databases: readonly StoredDatabase[]): Promise<Operation[]> {
  const operations: Operation[] = [];
  for (const { database, collection } of databases) {
    if (collection !== 'operation') continue;
    for (const stored of await readDocuments(database)) operations.push(fromStored('operation', stored));
  }
  return operations;
}

/** Removes what this version has taken over. */
export async function removeFormer(base: string): Promise<void> {
  const former = await formerDatabases(base);
  await Promise.all(former.map(({ database }) => deleteDatabase(database)));
}

/** Databases of an older version: those of our collections, and of what RxDB keeps beside them once a newer one is there. */
async function formerDatabases(base: string): Promise<StoredDatabase[]> {
  const all = await databasesOf(base);
  return all.filter(({ collection, version }) => {
    const schema = (SCHEMAS as Readonly<Record<string, { version: number } | undefined>>)[collection];
    if (schema !== undefined) return version < schema.version;
    return all.some((other) => other.collection === collection && other.version > version);
  });
}

async function databasesOf(base: string): Promise<StoredDatabase[]> {
  const prefix = `rxdb-dexie-${base}--`;
  return (await indexedDB.databases()).flatMap(({ name = '' }): StoredDatabase[] => {
    const parts = name.startsWith(prefix) ? /^(\d+)--(.+)$/.exec(name.slice(prefix.length)) : null;
    return parts ? [{ database: name, version: Number(parts[1]), collection: parts[2] ?? '' }] : [];
  });
}

async function readDocuments(name: string): Promise<unknown[]> {
  const database = await answered(indexedDB.open(name));
  try {
    if (!database.objectStoreNames.contains(DOCUMENTS)) return [];
    const rows = await answered<unknown[]>(database.transaction(DOCUMENTS).objectStore(DOCUMENTS).getAll());
    return rows.filter((row) => (row as { _deleted?: string })._deleted !== '1');
  } finally {
    database.close();
  }
}

function answered<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('IndexedDB refused to read.'));
    };
  });
}
