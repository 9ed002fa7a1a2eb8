import { addRxPlugin, createRxDatabase } from 'rxdb';
import { RxDBMigrationSchemaPlugin } from 'rxdb/plugins/migration-schema';
import { withDevelopmentChecks } from './dev-mode.ts';
import type { LocalCollections, LocalDatabase } from './local-collections.ts';
import { SCHEMAS } from './schemas/schemas.ts';
import { createDexieStorage } from './storage/dexie-storage.ts';
import { hashText } from './text-hash.ts';

function hashFunction(input: string | ArrayBuffer | Blob): Promise<string> {
  // RxDB hashes schemas and names; only attachments, which we have none of, would be binary.
  if (typeof input !== 'string') throw new TypeError('Only text can be hashed.');
  return Promise.resolve(hashText(input));
}

/** Opens a base with all its collections; several tabs may have it open at once. */
export async function openDatabase(name: string): Promise<LocalDatabase> {
  addRxPlugin(RxDBMigrationSchemaPlugin);
  const database = await createRxDatabase<LocalCollections>({
    name,
    storage: await withDevelopmentChecks(createDexieStorage()),
    multiInstance: true,
    closeDuplicates: true,
    hashFunction,
  });
  // Migration strategies of later schema versions go beside each schema.
  const creators = Object.fromEntries(
    Object.entries(SCHEMAS).map(([collection, schema]) => [collection, { schema }]),
  );
  await database.addCollections(creators);
  return database;
}
