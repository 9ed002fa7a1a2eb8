import { firstValueFrom } from 'rxjs';
import { removeBase } from './base-removal.ts';
import { baseName } from './base-name.ts';
import { toInsert } from './document-nulls.ts';
import { LocalBase } from './local-base.ts';
import { rescueOperations } from './operation-rescue.ts';
import { keyValueStore } from './storage/key-value-store.ts';
import { purgeTombstones } from './storage/purge-tombstones.ts';
import { aClient, anOperation } from './testing/documents.ts';
import { openDatabase } from './open-database.ts';

async function databasesOf(base: string): Promise<string[]> {
  const databases = await indexedDB.databases();
  return databases.map(({ name }) => name ?? '').filter((name) => name.includes(`-${base}--`));
}

describe('baseName', () => {
  it('tells hubs and users apart, whatever they are called', () => {
    const names = [
      baseName('https://hub.test', '7'),
      baseName('https://hub.test', '8'),
      baseName('http://hub.test', '7'),
      baseName('https://hub.test:7', '7'),
      baseName('https://hub.test', 'A'),
      baseName('https://hub.test', 'a'),
    ];
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9-]*$/);
  });
});

describe('LocalBase', () => {
  it('keeps operations over a reload, and answers what the hub has not', async () => {
    const base = await LocalBase.open('tournee-kept');
    await base.addOperation(anOperation());
    await base.close();
    const again = await LocalBase.open('tournee-kept');
    expect(await firstValueFrom(again.pending$)).toEqual([anOperation()]);
    expect(await firstValueFrom(again.operationsAbout$('client', 'C00001'))).toHaveLength(1);
    expect(await firstValueFrom(again.operationsAbout$('client', 'C00002'))).toHaveLength(0);
    await again.close();
  });

  it('shows a user nothing of another', async () => {
    const mine = await LocalBase.open(baseName('https://hub.test', '7'));
    await mine.addOperation(anOperation());
    await mine.close();
    const other = await LocalBase.open(baseName('https://hub.test', '8'));
    expect(await firstValueFrom(other.pending$)).toEqual([]);
    await other.close();
  });
});

describe('removing a base', () => {
  it('leaves nothing but unsent operations and drafts, which come back', async () => {
    const name = 'tournee-removed';
    const base = await LocalBase.open(name);
    await base.addOperation(anOperation());
    await keyValueStore.write(`${name}/client-list`, { names: 'Garage' });
    await keyValueStore.write(`${name}/draft/visit/C00001`, { commentaire: 'brouillon' });
    await keyValueStore.write(`${name}-other/client-list`, { names: 'Autre' });
    await rescueOperations(keyValueStore, name, await firstValueFrom(base.pending$));
    await base.close();
    await removeBase(keyValueStore, name);

    expect(await databasesOf(name)).toEqual([]);
    expect(await keyValueStore.keys(`${name}/`)).toEqual([
      `${name}/draft/visit/C00001`,
      `${name}/rescued-operations`,
    ]);
    expect(await keyValueStore.keys(`${name}-other/`)).toHaveLength(1);

    const again = await LocalBase.open(name);
    expect(await firstValueFrom(again.pending$)).toEqual([anOperation()]);
    expect(await keyValueStore.keys(`${name}/rescued`)).toEqual([]);
    await again.close();
  });

  it('brings rescued operations back once, also when that was cut short', async () => {
    const name = 'tournee-rescued';
    const first = await LocalBase.open(name);
    await first.addOperation(anOperation());
    await first.close();
    await rescueOperations(keyValueStore, name, [
      anOperation(),
      anOperation({ id: 'VC_GA00_20261124T101500123_bbbbbbbb' }),
    ]);
    const base = await LocalBase.open(name);
    expect(await firstValueFrom(base.pending$)).toHaveLength(2);
    await base.close();
  });
});

describe('purgeTombstones', () => {
  it('really removes what the hub took away an hour ago, and nothing else', async () => {
    const database = await openDatabase('tournee-purged');
    const { client } = database;
    await client.bulkInsert(
      [aClient({ id: 'C1' }), aClient({ id: 'C2' })].map((document) => toInsert('client', document)),
    );
    await client.bulkRemove(['C1']);
    const onDisk = async (): Promise<string[]> =>
      (await client.internalStorageInstance.findDocumentsById(['C1', 'C2'], true)).map(({ id }) => id);
    await purgeTombstones(client as never);
    expect(await onDisk()).toEqual(['C1', 'C2']);
    await purgeTombstones(client as never, Date.now() + 3_700_000);
    expect(await onDisk()).toEqual(['C2']);
    await database.close();
  });
});
