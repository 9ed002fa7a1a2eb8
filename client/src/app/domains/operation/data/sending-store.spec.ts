import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { FieldConflict, Operation, User } from '@tournee/graphql';
import { LocalBase } from '../../../local-db/local-base.ts';
import { keyValueStore } from '../../../local-db/storage/key-value-store.ts';
import { aClient, anOperation } from '../../../local-db/testing/documents.ts';
import { FakeHub } from '../../../local-db/testing/fake-hub.ts';
import type { ReplicationSet } from '../../../local-db/replication/replication-set.ts';
import { CLOCK } from '../../shared/data/clock-store.ts';
import { LocalBaseStore } from '../../shared/data/local-base-store.ts';
import { OperationStore } from '../../shared/data/operation-store.ts';
import { SessionStore } from '../../shared/data/session-store.ts';
import { SendingStore } from './sending-store.ts';

const CONFLICTS: FieldConflict[] = [
  { field: 'tel1', mine: '06', theirs: '03' },
  { field: 'villeFac', mine: 'LILLE', theirs: null },
];

let hub: FakeHub;
let base: LocalBase;
let set: ReplicationSet;
let store: SendingStore;
let count = 0;

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function named(id: string, change: Partial<Operation> = {}): Operation {
  return anOperation({ id, createdAt: `2026-11-24T10:00:0${id.slice(-1)}.000Z`, ...change });
}

const shown = (): string[] =>
  store
    .groups()
    .flatMap(({ name, sendings }) =>
      sendings.map(({ operation, state }) => `${name ?? '?'} ${operation.id} ${state}`),
    );
const pending = (): Operation[] => store.unsettled().filter(({ status }) => status === 'pending');

beforeEach(async () => {
  hub = new FakeHub();
  const name = `tournee-sendings-${String((count += 1))}`;
  const reason = { code: 'X', message: 'Non.', field: 'date' };
  hub.put('client', aClient({ id: 'C00001', nomClient: 'Étoile' }));
  hub.put(
    'operation',
    named('op-1', {
      status: 'integrated',
      integratedAt: '2026-11-24T10:00:01.000Z',
      notice: 'Parti ailleurs.',
    }),
    named('op-2', { status: 'rejected', reason }),
    named('op-3', { status: 'rejected', reason, entityId: 'C00009' }),
    named('op-4', {
      status: 'integrated',
      integratedAt: '2026-11-24T10:00:04.000Z',
      entityId: 'C00009',
      cites: 'op-3',
    }),
    named('op-5', {
      code: 'MP',
      status: 'conflict',
      entityType: 'prospect',
      entityId: 'P1',
      conflicts: CONFLICTS,
    }),
  );
  base = await LocalBase.open(name);
  set = base.replicate(await hub.port(name));
  await set.start();
  await set.awaitInSync();
  await set.cancel();
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      SendingStore,
      {
        provide: LocalBaseStore,
        useValue: { name: signal(name), base: signal(base), whenOpen: () => Promise.resolve(base) },
      },
      { provide: SessionStore, useValue: { user: signal({ id: '7', cUser: 'GA00' } as User) } },
      { provide: CLOCK, useValue: () => new Date('2026-11-24T11:00:00.000Z') },
    ],
  });
  store = TestBed.inject(SendingStore);
  await until(() => !store.isLoading() && shown().some((line) => line.startsWith('Étoile')));
});
afterEach(async () => {
  await base.close();
  await keyValueStore.removeAll('tournee-sendings');
});

describe('SendingStore', () => {
  it('groups by client, newest first, with names and states', () => {
    expect(shown()).toEqual([
      '? op-5 conflict',
      '? op-4 integrated',
      '? op-3 replaced',
      'Étoile op-2 rejected',
      'Étoile op-1 integrated',
    ]);
    expect(store.counts()).toEqual({
      all: 5,
      pending: 0,
      rejected: 1,
      conflict: 1,
      integrated: 2,
      closed: 1,
    });
    store.choose('closed');
    expect(shown()).toEqual(['? op-3 replaced']);
  });

  it('sends a correction that cites what it corrects', async () => {
    const [refused] = store.unsettled().filter(({ id }) => id === 'op-2');
    const payload = { date: '2026-11-24', heure: '10:00', commentaire: '', answers: null };
    expect(refused && (await store.correct(refused, payload))).toBe(true);
    await until(() => pending().length === 1);
    expect(pending()[0]).toMatchObject({ code: 'VC', entityId: 'C00001', cites: 'op-2', payload });
    expect(store.counts()).toMatchObject({ rejected: 0, closed: 2 });
  });

  it('settles a conflict once each field is chosen', async () => {
    const [conflict] = store.unsettled().filter(({ id }) => id === 'op-5');
    if (!conflict) throw new Error('No conflict.');
    expect(await store.settle(conflict, 'tel1', true)).toBe(false);
    expect(store.choices()).toEqual({ 'op-5': { tel1: true } });
    expect(await store.settle(conflict, 'villeFac', false)).toBe(true);
    await until(() => pending().length === 1);
    expect(pending()[0]).toMatchObject({
      code: 'MP',
      entityType: 'prospect',
      entityId: 'P1',
      cites: 'op-5',
      payload: { changes: { tel1: { from: '03', to: '06' } } },
    });
    expect(store.counts().conflict).toBe(0);
  });

  it('says so to the hub too when all of theirs are kept', async () => {
    const [conflict] = store.unsettled().filter(({ id }) => id === 'op-5');
    if (!conflict) throw new Error('No conflict.');
    await store.settle(conflict, 'tel1', false);
    await store.settle(conflict, 'villeFac', false);
    await until(() => pending().length === 1);
    expect(pending()[0]).toMatchObject({ cites: 'op-5', payload: { changes: {} } });
  });

  it('lets a refused one go, for good', async () => {
    const operations = TestBed.inject(OperationStore);
    expect(operations.openCount()).toBe(2);
    await store.giveUp('op-2');
    expect(operations.openCount()).toBe(1);
    expect(store.counts()).toMatchObject({ rejected: 0, closed: 2 });
  });

  it('takes notices for read once they were shown', async () => {
    const operations = TestBed.inject(OperationStore);
    expect(operations.unreadNotices().map(({ id }) => id)).toEqual(['op-1']);
    await store.markNoticesRead();
    expect(operations.unreadNotices()).toEqual([]);
  });
});
