import type { CollectionName } from '@tournee/graphql';
import { addRxPlugin, createRxDatabase, type RxCollectionCreator } from 'rxdb';
import { RxDBMigrationSchemaPlugin } from 'rxdb/plugins/migration-schema';
import { withDevelopmentChecks } from './dev-mode.ts';
import type { LocalCollections, LocalDatabase } from './local-collections.ts';
import { MIGRATIONS, type Migrations } from './schemas/migrations.ts';
import { SCHEMAS } from './schemas/schemas.ts';
import { createDexieStorage } from './storage/dexie-storage.ts';
import { hashText } from './text-hash.ts';

/** Documents that a migration takes at once: RxDB's own measure, ten, would take a minute for ten thousand clients. */
const MIGRATION_BATCH = 500;

function hashFunction(input: string | ArrayBuffer | Blob): Promise<string> {
  // RxDB hashes schemas and names; only attachments, which we have none of, would be binary.
  if (typeof input !== 'string') throw new TypeError('Only text can be hashed.');
  return Promise.resolve(hashText(input));
}

/**
 * Opens a base with all its collections; several tabs may have it open at once. Documents of an earlier version of the
 * app are taken over; rejects, with the base closed, when that fails.
 */
export async function openDatabase(
  name: string,
  migrations: Migrations = MIGRATIONS,
): Promise<LocalDatabase> {
  addRxPlugin(RxDBMigrationSchemaPlugin);
  const database = await createRxDatabase<LocalCollections>({
    name,
    storage: await withDevelopmentChecks(createDexieStorage()),
    multiInstance: true,
    closeDuplicates: true,
    hashFunction,
  });
  try {
    await database.addCollections(creators(migrations));
    for (const collection of Object.keys(SCHEMAS) as CollectionName[]) {
      if (SCHEMAS[collection].version > 0) await database[collection].migratePromise(MIGRATION_BATCH);
    }
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function creators(migrations: Migrations): Record<CollectionName, RxCollectionCreator> {
  const entries = (Object.keys(SCHEMAS) as CollectionName[]).map((collection) => {
    const migrationStrategies = migrations[collection] ?? {};
    return [collection, { schema: SCHEMAS[collection], migrationStrategies, autoMigrate: false }];
  });
  return Object.fromEntries(entries) as Record<CollectionName, RxCollectionCreator>;
}
