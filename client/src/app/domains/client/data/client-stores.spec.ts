import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { User, VisitPayload } from '@tournee/graphql';
import { firstValueFrom } from 'rxjs';
import { LocalBase } from '../../../local-db/local-base.ts';
import type { ReplicationSet } from '../../../local-db/replication/replication-set.ts';
import { aClient, aHistory, anOperation, aRelation } from '../../../local-db/testing/documents.ts';
import { FakeHub } from '../../../local-db/testing/fake-hub.ts';
import { CLOCK } from '../../shared/data/clock-store.ts';
import { LocalBaseStore } from '../../shared/data/local-base-store.ts';
import { DirectoryStore } from '../../shared/data/directory/directory-store.ts';
import { SessionStore } from '../../shared/data/session-store.ts';
import { SyncStore } from '../../shared/data/sync-store.ts';
import { ClientCardStore } from './client-card-store.ts';
import { ClientListStore } from './client-list-store.ts';
import { VisitRecorder, type VisitSubject } from './visit-recorder.ts';

const user = { id: '7', cUser: 'GA00' } as User;

let hub: FakeHub;
let base: LocalBase;
let set: ReplicationSet;
let bases: {
  name: ReturnType<typeof signal<string | null>>;
  base: ReturnType<typeof signal<LocalBase | null>>;
};
let count = 0;

function configure(): void {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      ClientCardStore,
      { provide: LocalBaseStore, useValue: { ...bases, whenOpen: () => Promise.resolve(bases.base()) } },
      { provide: SessionStore, useValue: { user: signal(user) } },
      { provide: SyncStore, useValue: { pulledAt: signal(null) } },
      { provide: CLOCK, useValue: () => new Date('2026-11-24T23:30:00.000Z') },
    ],
  });
}

function visitTo(entityId: string): VisitSubject {
  return { entityType: 'client', entityId, corrects: null };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function pullAgain(): Promise<void> {
  set.reSync('*');
  await new Promise((resolve) => setTimeout(resolve, 50));
  await set.awaitInSync();
}

beforeEach(async () => {
  hub = new FakeHub();
  const name = `tournee-stores-${String((count += 1))}`;
  base = await LocalBase.open(name);
  bases = { name: signal<string | null>(name), base: signal<LocalBase | null>(base) };
  hub.put('client', aClient({ id: 'C1', nomClient: 'Étoile' }), aClient({ id: 'C2', nomClient: 'Abel' }));
  set = base.replicate(await hub.port(name));
  await set.start();
  configure();
});
afterEach(async () => {
  bases.base.set(null);
  bases.name.set(null);
  TestBed.tick();
  await set.cancel();
  await base.close();
});

describe('ClientListStore', () => {
  it('lists the clients of the base, searches them and follows changes', async () => {
    const store = TestBed.inject(ClientListStore);
    await until(() => store.status() === 'ready');
    expect(store.results().map(({ id }) => id)).toEqual(['C2', 'C1']);
    store.query.set('etoi');
    expect(store.results().map(({ id }) => id)).toEqual(['C1']);
    hub.put(
      'client',
      aClient({ id: 'C3', nomClient: 'Étoile du Nord' }),
      aClient({ id: 'C1', deleted: true }),
    );
    await pullAgain();
    await until(() => store.results().length === 1);
    expect(store.results().map(({ id }) => id)).toEqual(['C3']);
    expect(store.total()).toBe(2);
  });

  it('shows the list again before the base is open, then what changed meanwhile', async () => {
    const first = TestBed.inject(ClientListStore);
    await until(() => first.status() === 'ready');
    // The snapshot is written a moment after the last change.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    bases.base.set(null);
    TestBed.tick();
    hub.put('client', aClient({ id: 'C3', nomClient: 'Zoé' }), aClient({ id: 'C2', deleted: true }));
    await pullAgain();

    configure();
    const store = TestBed.inject(ClientListStore);
    await until(() => store.status() === 'ready');
    expect(store.results().map(({ id }) => id)).toEqual(['C2', 'C1']);
    bases.base.set(base);
    await until(() => store.results().some(({ id }) => id === 'C3'));
    expect(store.results().map(({ id }) => id)).toEqual(['C1', 'C3']);
  });

  it('forgets the clients of a user who left', async () => {
    const store = TestBed.inject(ClientListStore);
    await until(() => store.total() === 2);
    bases.base.set(null);
    bases.name.set('tournee-somebody-else');
    await until(() => store.total() === 0);
    expect(store.status()).toBe('loading');
  });
});

describe('DirectoryStore', () => {
  it('lays what this device said over what was pulled, at once', async () => {
    const directory = TestBed.inject(DirectoryStore);
    const entry = () => directory.entries().find(({ id }) => id === 'C1');
    await until(() => directory.status() === 'ready');
    expect(entry()).toMatchObject({ lastVisit: null, followUp: null, tel1: '03.20.12.34.56' });
    await base.addOperation(anOperation({ entityId: 'C1' }));
    await base.addOperation(
      anOperation({ id: 'DR_1', code: 'DR', entityId: 'C1', payload: { date: '2026-12-24' } }),
    );
    await until(() => entry()?.followUp !== null);
    expect(entry()).toMatchObject({ lastVisit: '2026-11-24', followUp: '2026-12-24' });
  });
});

describe('ClientCardStore', () => {
  it('lays the user’s own operations over what was pulled', async () => {
    const operation = anOperation({ entityId: 'C1' });
    hub.put('clientHistory', aHistory({ id: 'C1', relations: [aRelation({ date: '2026-11-02' })] }));
    await pullAgain();
    const store = TestBed.inject(ClientCardStore);
    expect(store.status()).toBe('none');
    store.clientId.set('C1');
    expect(store.status()).toBe('loading');
    await until(() => store.status() === 'ready');
    expect(store.client()?.cFamClient).toBe('AGRI');
    expect(store.client()?.fax).toBeNull();
    expect(store.history().map(({ state }) => state)).toEqual([null]);

    await base.addOperation(operation);
    await until(() => store.history().length === 2);
    expect(store.history()[0]).toMatchObject({ operation: operation.id, state: 'pending' });
    expect([store.lastVisit(), store.client()?.lastVisit]).toEqual(['2026-11-24', '2026-11-24']);
  });

  it('joins the volumes of a long history, and follows each of them', async () => {
    const relations = (...nums: number[]) =>
      nums.map((num) => aRelation({ num, date: `2026-11-0${String(num)}` }));
    hub.put(
      'clientHistory',
      aHistory({ id: 'C1', relations: relations(3, 1) }),
      aHistory({ id: 'C1~1', relations: relations(4) }),
      aHistory({ id: 'C1~10', relations: relations(5, 2) }),
      aHistory({ id: 'C1~~1', relations: relations(6) }),
      aHistory({ id: 'C10', relations: relations(7) }),
    );
    await pullAgain();
    const store = TestBed.inject(ClientCardStore);
    store.clientId.set('C1');
    await until(() => store.history().length === 5);
    expect(store.history().map(({ num }) => num)).toEqual([5, 4, 3, 2, 1]);
    hub.put(
      'clientHistory',
      aHistory({ id: 'C1~10', relations: relations(8, 5, 2) }),
      aHistory({ id: 'C1~1', deleted: true }),
    );
    await pullAgain();
    await until(() => store.history().length === 5 && store.history()[0]?.num === 8);
    expect(store.history().map(({ num }) => num)).toEqual([8, 5, 3, 2, 1]);
  });

  it('says when there is no such client, and never shows the one before', async () => {
    const store = TestBed.inject(ClientCardStore);
    store.clientId.set('C1');
    await until(() => store.status() === 'ready');
    store.clientId.set('C9');
    expect([store.status(), store.client()]).toEqual(['loading', null]);
    await until(() => store.status() === 'missing');
  });
});

describe('VisitRecorder', () => {
  const visit: VisitPayload = { date: '2026-11-25', heure: '09:00', commentaire: 'Vu.', answers: null };

  it('bounds the day by the French calendar', () => {
    // Half past eleven in the evening in London is half past midnight in France.
    expect(TestBed.inject(VisitRecorder).bounds()).toEqual({ today: '2026-11-25', earliest: '2026-11-11' });
  });

  it.each([
    [{ date: '2026-11-26' }, 'VISIT_IN_FUTURE', 'date'],
    [{ date: '2026-11-10' }, 'VISIT_TOO_OLD', 'date'],
    [{ date: '2026-02-30' }, 'VISIT_INVALID', 'date'],
    [{ heure: '25:99' }, 'VISIT_INVALID', 'heure'],
    [{ answers: { nothing: ['x'] } }, 'ANSWER_UNKNOWN', 'answers.nothing'],
  ])('refuses %j', async (change, code, field) => {
    const recorder = TestBed.inject(VisitRecorder);
    expect(await recorder.record(visitTo('C1'), { ...visit, ...change })).toMatchObject({ code, field });
    expect(await firstValueFrom(base.pending$)).toEqual([]);
  });

  it('keeps a visit as an operation, in the user’s name', async () => {
    const recorder = TestBed.inject(VisitRecorder);
    await recorder.keepDraft(visitTo('C1'), visit);
    expect(await recorder.record(visitTo('C1'), visit)).toBeNull();
    const [operation] = await firstValueFrom(base.operationsAbout$('client', 'C1'));
    expect(operation).toMatchObject({ code: 'VC', cUser: 'GA00', entityId: 'C1', payload: visit });
    expect(operation?.id).toMatch(/^VC_GA00_20261124T233000000_[a-z0-9]{8}$/);
    expect(await recorder.draft(visitTo('C1'))).toBeNull();
  });

  it('keeps a draft as it is typed, per client', async () => {
    const recorder = TestBed.inject(VisitRecorder);
    const draft = { ...visit, heure: '9:' };
    await recorder.keepDraft(visitTo('C1'), draft);
    expect(await recorder.draft(visitTo('C1'))).toEqual(draft);
    expect(await recorder.draft(visitTo('C2'))).toBeNull();
    await recorder.dropDraft(visitTo('C1'));
    expect(await recorder.draft(visitTo('C1'))).toBeNull();
  });
});
