import { readFileSync } from 'node:fs';
import { firstValueFrom } from 'rxjs';
import { openBase } from './base-opening.ts';
import { removeBase } from './base-removal.ts';
import { LocalBase } from './local-base.ts';
import { keyValueStore } from './storage/key-value-store.ts';
import { readSyncState } from './sync-state.ts';
import { aClient, aHistory, WHOLE_DOCUMENTS } from './testing/documents.ts';
import { FakeHub } from './testing/fake-hub.ts';
import { recordDatabases, type RecordedDatabase, restoreDatabases } from './testing/recorded-base.ts';

const NAME = 'tournee-recorded';
const UNSENT = ['VC_GA00_20261124T101500123_unsent01', 'VC_GA00_20261124T111500123_unsent02'];
/** How they were made: `testing/recorded/README.md`. */
const RECORDED = ['first', 'without-cites', 'before-versions'];

let base: LocalBase | null = null;

function recorded(file: string): RecordedDatabase[] {
  const text = readFileSync(new URL(`./testing/recorded/${file}.json`, import.meta.url), 'utf8');
  return JSON.parse(text) as RecordedDatabase[];
}

async function restore(file: string): Promise<void> {
  await restoreDatabases(recorded(file));
}

/** A hub that answers what the recorded base had read, in an epoch of its own, and one more client. */
function hubOfToday(): FakeHub {
  const hub = new FakeHub();
  for (const name of ['visit', 'reference', 'setting', 'prospect'] as const)
    hub.put(name, WHOLE_DOCUMENTS[name]);
  hub.put('client', aClient({ id: 'C00001', followUp: '2026-12-01' }), aClient({ id: 'C00003' }));
  hub.put('clientHistory', aHistory({ id: 'C00001' }), aHistory({ id: 'C00003' }));
  return hub;
}

async function pendingNames(): Promise<string[]> {
  const pending = base === null ? [] : await firstValueFrom(base.pending$);
  return pending.map(({ id }) => id);
}

async function namesOf(collection: 'client' | 'operation'): Promise<string[]> {
  const documents = base === null ? [] : await firstValueFrom(base.documents$(collection));
  return documents.map(({ id }) => id).sort();
}

async function formerDatabases(): Promise<string[]> {
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
  return names.filter((name) => /--0--(client|clientHistory|prospect|operation)$/.test(name));
}

afterEach(async () => {
  await base?.close();
  base = null;
  await removeBase(keyValueStore, NAME);
  await keyValueStore.removeAll(NAME);
});

describe('recordDatabases', () => {
  it('records what was restored', async () => {
    await restore('first');
    expect(await recordDatabases()).toEqual(recorded('first'));
  });
});

describe.each(RECORDED)('a base of an earlier version (%s)', (file) => {
  it('is readable at once, with everything that was not sent', async () => {
    await restore(file);
    base = await LocalBase.open(NAME);
    expect(await pendingNames()).toEqual(UNSENT);
    expect(await namesOf('operation')).toHaveLength(4);
    expect(await namesOf('client')).toEqual(['C00001', 'C00002']);
    const card = await firstValueFrom(base.document$('client', 'C00001'));
    expect(card?.ca).toEqual(aClient().ca);
    const history = await firstValueFrom(base.document$('clientHistory', 'C00001'));
    expect(history).toEqual(aHistory({ id: 'C00001' }));
    expect(await keyValueStore.keys(`${NAME}/draft/`)).toHaveLength(1);
    expect(await formerDatabases()).toEqual([]);
  });

  it('sends what was not sent, and pulls the rest again in its new shape', async () => {
    await restore(file);
    base = await LocalBase.open(NAME);
    const hub = hubOfToday();
    const set = base.replicate(await hub.port(NAME));
    await set.start();
    await set.awaitInSync();
    const pushed = hub.requests
      .filter(({ field }) => field === 'pushOperations')
      .flatMap(({ ids = [] }) => ids);
    expect([...new Set(pushed)].sort()).toEqual(UNSENT);
    expect(await pendingNames()).toEqual([]);
    expect(await namesOf('client')).toEqual(['C00001', 'C00003']);
    expect((await firstValueFrom(base.document$('client', 'C00001')))?.followUp).toBe('2026-12-01');
    expect((await readSyncState(keyValueStore, NAME)).collections.client?.epoch).toBe(hub.epoch);
    await set.cancel();
  });
});

describe('a migration that fails', () => {
  it('gives the base up, and loses nothing that was not sent', async () => {
    await restore('before-versions');
    const failing = () => Promise.reject(new Error('No way.'));
    const reported: unknown[] = [];
    const { reportError: report } = globalThis;
    globalThis.reportError = (error) => void reported.push(error);
    const database = await openBase(NAME, { client: { 1: failing }, operation: { 1: failing } });
    globalThis.reportError = report;
    await database.close();
    expect(reported).toHaveLength(1);
    base = await LocalBase.open(NAME);
    expect(await pendingNames()).toEqual(UNSENT);
    expect(await namesOf('client')).toEqual([]);
    expect(await formerDatabases()).toEqual([]);
  });
});
