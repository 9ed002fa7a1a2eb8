import type { CollectionName } from '@tournee/graphql';
import { firstValueFrom } from 'rxjs';
import { LocalBase } from '../local-base.ts';
import { SCHEMAS } from '../schemas/schemas.ts';
import type { DocumentOf } from '../stored.ts';
import { aClient, anOperation, WHOLE_DOCUMENTS } from '../testing/documents.ts';
import { FakeHub } from '../testing/fake-hub.ts';
import type { ReplicationSet } from './replication-set.ts';

let hub: FakeHub;
let name: string;
let base: LocalBase;
let set: ReplicationSet;
let count = 0;

async function openBase(): Promise<void> {
  base = await LocalBase.open(name);
}

async function synchronise(): Promise<void> {
  set = base.replicate(await hub.port(name));
  await set.start();
  await set.awaitInSync();
}

async function pullAgain(): Promise<void> {
  set.reSync('*');
  await new Promise((resolve) => setTimeout(resolve, 50));
  await set.awaitInSync();
}

async function reload(): Promise<void> {
  await set.cancel();
  await base.close();
  await openBase();
}

function one<Name extends CollectionName>(collection: Name, id: string): Promise<DocumentOf<Name> | null> {
  return firstValueFrom(base.document$(collection, id));
}

async function ids(collection: CollectionName): Promise<string[]> {
  const documents = await firstValueFrom(base.documents$(collection));
  return documents.map(({ id }) => id).sort();
}

function clients(from: number, to: number): ReturnType<typeof aClient>[] {
  return Array.from({ length: to - from }, (_, index) =>
    aClient({ id: `C${String(from + index).padStart(5, '0')}` }),
  );
}

function requestsOf(field: string): FakeHub['requests'] {
  return hub.requests.filter((request) => request.field === field);
}

beforeEach(async () => {
  hub = new FakeHub();
  name = `tournee-spec-${String((count += 1))}`;
  await openBase();
});

afterEach(async () => {
  await set.cancel();
  await base.close();
});

describe('pulling', () => {
  it.each(Object.keys(WHOLE_DOCUMENTS) as CollectionName[])(
    'keeps a whole document of %s as the hub sent it',
    async (collection) => {
      const document = WHOLE_DOCUMENTS[collection];
      hub.put(collection, document);
      await synchronise();
      expect(await one(collection, document.id)).toEqual(document);
    },
  );

  it('goes on after a page that ended early, and asks for nothing after the last one', async () => {
    hub.pageMax = 2;
    hub.put('client', ...clients(0, 7));
    await synchronise();
    expect(await ids('client')).toHaveLength(7);
    expect(requestsOf('pullClients')).toHaveLength(4);
    hub.put('client', aClient({ id: 'C99999' }));
    await pullAgain();
    expect(
      requestsOf('pullClients')
        .slice(4)
        .map(({ checkpoint }) => checkpoint?.seq),
    ).toEqual(['7']);
    hub.put('client', aClient({ id: 'C99998' }));
    await pullAgain();
    expect(await ids('client')).toHaveLength(9);
  });

  it('goes on where it stopped after a reload', async () => {
    hub.put('client', ...clients(0, 7));
    await synchronise();
    expect(await ids('client')).toHaveLength(7);
    await reload();
    hub.requests.length = 0;
    hub.put('client', aClient({ id: 'C99999' }));
    await synchronise();
    expect(requestsOf('pullClients').map(({ checkpoint }) => checkpoint?.seq)).toContain('7');
    expect(await ids('client')).toHaveLength(8);
  });

  it('drops a document that left the scope', async () => {
    hub.put('client', ...clients(0, 3));
    await synchronise();
    hub.put('client', aClient({ id: 'C00001', deleted: true }));
    await pullAgain();
    expect(await ids('client')).toEqual(['C00000', 'C00002']);
    hub.put('client', aClient({ id: 'C00001', nomClient: 'Revenu' }));
    await pullAgain();
    expect((await one('client', 'C00001'))?.nomClient).toBe('Revenu');
  });
});

describe('another epoch', () => {
  it('starts over and drops what does not come again, but no operation', async () => {
    hub.put('client', ...clients(0, 4));
    await base.addOperation(anOperation());
    await synchronise();
    hub.epoch = 'e2';
    hub.forget('client');
    hub.forget('operation');
    hub.put('client', ...clients(2, 6));
    await pullAgain();
    expect(await ids('client')).toEqual(['C00002', 'C00003', 'C00004', 'C00005']);
    expect(await ids('operation')).toHaveLength(1);
  });

  it('begins again when a reload cut it short', async () => {
    hub.put('client', ...clients(0, 3));
    await synchronise();
    hub.epoch = 'e2';
    hub.forget('client');
    hub.put('client', ...clients(2, 9));
    // The second page gets lost, and the page is reloaded before it is asked for again.
    hub.requests.length = 0;
    hub.loses = (field, nth) => field === 'pullClients' && nth === 2;
    set.reSync('client');
    while (requestsOf('pullClients').length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    // What the first page brought reaches the disk, its checkpoint included.
    await new Promise((resolve) => setTimeout(resolve, 400));
    await reload();
    await synchronise();
    await pullAgain();
    expect(await ids('client')).toHaveLength(7);
    expect(await ids('client')).not.toContain('C00000');
  });
});

describe('pushing', () => {
  it('learns the outcome at once and sends nothing twice', async () => {
    await synchronise();
    await base.addOperation(anOperation());
    await pullAgain();
    expect((await one('operation', anOperation().id))?.status).toBe('integrated');
    await pullAgain();
    await reload();
    await synchronise();
    expect(requestsOf('pushOperations')).toHaveLength(1);
  });

  it('keeps a refusal with its reason and lets the next ones through', async () => {
    const reason = { code: 'VISIT_TOO_OLD', message: 'Trop ancien.', field: 'date' };
    hub.outcome = ({ id }) => (id.endsWith('1') ? { status: 'rejected', reason } : { status: 'integrated' });
    for (const last of [1, 2, 3]) {
      await base.addOperation(anOperation({ id: `VC_GA00_20261124T101500123_aaaaaaa${String(last)}` }));
    }
    await synchronise();
    const operations = await firstValueFrom(base.operations$);
    const refused = operations.filter(({ status }) => status === 'rejected');
    expect(refused.map(({ reason: why }) => why)).toEqual([reason]);
    expect(await firstValueFrom(base.pending$)).toEqual([]);
  });

  it('leaves to the hub what it keeps for an administrator, and learns by the feed what became of it', async () => {
    const reason = { code: 'HUB_FAULT', message: 'Reçue.', field: null };
    hub.outcome = () => ({ status: 'failed', reason });
    await base.addOperation(anOperation());
    await synchronise();
    expect(await one('operation', anOperation().id)).toMatchObject({ status: 'failed', reason });
    expect(await firstValueFrom(base.pending$)).toEqual([]);
    await pullAgain();
    expect(requestsOf('pushOperations')).toHaveLength(1);
    hub.put('operation', { ...anOperation(), status: 'integrated' } as never);
    await pullAgain();
    expect(await one('operation', anOperation().id)).toMatchObject({
      status: 'integrated',
      payload: anOperation().payload,
    });
  });

  it('sends in the order in which the user said it', async () => {
    const later = anOperation({
      id: 'VC_GA00_20261124T101500123_aaaaaaaa',
      createdAt: '2026-11-24T11:00:00.000Z',
    });
    const earlier = anOperation({
      id: 'VC_GA00_20261124T101500123_zzzzzzzz',
      createdAt: '2026-11-24T10:00:00.000Z',
    });
    await base.addOperation(later);
    await base.addOperation(earlier);
    await synchronise();
    expect(requestsOf('pushOperations').flatMap((request) => request.ids)).toEqual([earlier.id, later.id]);
  });

  it('is done once when the answer was lost', async () => {
    await synchronise();
    hub.loses = (field, nth) => field === 'pushOperations' && nth === 1;
    await base.addOperation(anOperation());
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await set.awaitInSync();
    expect(requestsOf('pushOperations')).toHaveLength(2);
    expect((await one('operation', anOperation().id))?.status).toBe('integrated');
  });

  it('sends nothing twice when RxDB has forgotten what it sent', async () => {
    await base.addOperation(anOperation());
    await synchronise();
    await set.cancel();
    await base.close();
    for (const { name: database = '' } of await indexedDB.databases()) {
      if (database.includes(`-${name}--`) && database.includes('rx-replication-meta'))
        await deleteDatabase(database);
    }
    await openBase();
    await synchronise();
    expect(requestsOf('pushOperations')).toHaveLength(1);
    expect((await one('operation', anOperation().id))?.status).toBe('integrated');
  });

  it('sends what was written while the clock was set back', async () => {
    await base.addOperation(anOperation());
    await synchronise();
    await set.cancel();
    const late = anOperation({ id: 'VC_GA00_20261124T101500123_backward' });
    await base.addOperation(late);
    await base.close();
    await writtenHoursAgo(late.id, 2);
    await openBase();
    await synchronise();
    expect((await one('operation', late.id))?.status).toBe('integrated');
  });
});

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('IndexedDB said no.'));
    };
  });
}

async function deleteDatabase(database: string): Promise<void> {
  await done(indexedDB.deleteDatabase(database));
}

/** Makes an operation on disk look like one that was written under a clock set back: RxDB's own never goes back. */
async function writtenHoursAgo(id: string, hours: number): Promise<void> {
  const database = await done(
    indexedDB.open(`rxdb-dexie-${name}--${String(SCHEMAS.operation.version)}--operation`),
  );
  const documents = database.transaction('docs', 'readwrite').objectStore('docs');
  const document = (await done(documents.get(id))) as { _meta: { lwt: number } };
  document._meta.lwt -= hours * 3_600_000;
  await done(documents.put(document));
  database.close();
}
