import type { CollectionName } from '@tournee/graphql';
import { formerCollections, readFormerOperations, removeFormer } from './former-base.ts';
import { removeBase } from './base-removal.ts';
import type { LocalDatabase } from './local-collections.ts';
import { openDatabase } from './open-database.ts';
import { rescueOperations, restoreRescued } from './operation-rescue.ts';
import type { Migrations } from './schemas/migrations.ts';
import { keyValueStore } from './storage/key-value-store.ts';
import { SyncStateKeeper } from './sync-state.ts';

/**
 * Opens a base, whatever version of the app wrote it (ADR 9). What was not sent is put aside before anything is touched;
 * a base that cannot be taken over is given up and pulled anew, with what was put aside.
 */
export async function openBase(name: string, migrations?: Migrations): Promise<LocalDatabase> {
  const former = await formerCollections(name);
  if (former.length > 0) await rescueOperations(keyValueStore, name, await readFormerOperations(name));
  const database = await openOrStartOver(name, former.length > 0, migrations);
  if (former.length > 0) {
    await pullAgain(name, former);
    // A tab with the app of before may have written until now.
    await rescueOperations(keyValueStore, name, await readFormerOperations(name));
    await removeFormer(name);
  }
  await restoreRescued(keyValueStore, name, database.operation);
  return database;
}

async function openOrStartOver(
  name: string,
  isFormer: boolean,
  migrations: Migrations | undefined,
): Promise<LocalDatabase> {
  try {
    return await openDatabase(name, migrations);
  } catch (error) {
    if (!isFormer) throw error;
    reportError(error);
    await removeBase(keyValueStore, name);
    return openDatabase(name);
  }
}

/**
 * Has collections pulled from the start once more, because fields that they gained are empty: no document bears this
 * epoch, so each one comes again, and stays readable until then.
 */
async function pullAgain(name: string, collections: readonly CollectionName[]): Promise<void> {
  const keeper = await SyncStateKeeper.open(keyValueStore, name);
  for (const collection of collections) {
    if (keeper.collection(collection).epoch !== null)
      await keeper.changeCollection(collection, { epoch: '' });
  }
}
