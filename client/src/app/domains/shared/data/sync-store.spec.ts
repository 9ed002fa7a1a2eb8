import { TestBed } from '@angular/core/testing';
import type { Session, User } from '@tournee/graphql';
import { keyValueStore } from '../../../local-db/storage/key-value-store.ts';
import { anOperation, WHOLE_DOCUMENTS } from '../../../local-db/testing/documents.ts';
import { FakeHub } from '../../../local-db/testing/fake-hub.ts';
import { CLOCK, ClockStore } from './clock-store.ts';
import { HandOverStore } from './hand-over-store.ts';
import { LocalBaseStore } from './local-base-store.ts';
import { OperationStore } from './operation-store.ts';
import { ReferenceStore } from './reference-store.ts';
import { SessionStore } from './session-store.ts';
import { SettingStore } from './setting-store.ts';
import { SyncStore } from './sync-store.ts';
import { FakeNetwork, graphqlError, noNetwork } from './testing/fake-network.ts';

const REFRESHED = '2026-11-24T05:00:00.000Z';
const user = { id: '7', cUser: 'GA00', nomAffiche: 'Gaëlle Aubry', mustChangePassword: false } as User;
const session: Session = {
  accessToken: 'a1',
  refreshToken: 'r1',
  refreshTokenHash: '',
  expiresAt: '2026-11-24T10:30:00.000Z',
  deviceId: 'd-1',
  user,
};

let network: FakeNetwork;
let hub: FakeHub;
let now: Date;
let bases: LocalBaseStore;

function hubAnswers(): void {
  network.answer = async ({ body, accept }) => {
    if (accept === 'text/event-stream') return bell();
    if (body.includes('mutation SignIn')) return Response.json({ data: { signIn: session } });
    if (body.includes('reportDevice')) return Response.json({ data: { reportDevice: true } });
    if (body.includes('mutation SignOut')) return Response.json({ data: { signOut: true } });
    const baseState = { refreshedAt: REFRESHED, serverTime: now.toISOString(), documentCount: 2 };
    if (body.includes('baseState')) return Response.json({ data: { baseState } });
    return Response.json(await hub.answer(body));
  };
}

function bell(): Response {
  const first = 'event: next\ndata: {"data":{"changed":{"collection":"*","seq":"1"}}}\n\n';
  const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    controller.enqueue(new TextEncoder().encode(first));
  };
  return new Response(new ReadableStream<Uint8Array>({ start }), {
    headers: { 'content-type': 'text/event-stream' },
  });
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function signIn(): Promise<SyncStore> {
  const store = TestBed.inject(SyncStore);
  const sessions = TestBed.inject(SessionStore);
  await until(() => sessions.state() === 'signed-out');
  expect(await sessions.signIn('gaubry', 'secret')).toBeNull();
  await until(() => store.baseDate() !== null && store.firstSync() === null && store.link() === 'online');
  return store;
}

/** Signs in, and notes visits that cannot be sent. */
async function signInWithUnsent(names: readonly string[]): Promise<void> {
  const store = await signIn();
  const base = await bases.whenOpen();
  network.answer = noNetwork;
  for (const id of names) await base?.addOperation(anOperation({ id }));
  await until(() => store.pendingCount() === names.length);
}

async function databases(): Promise<string[]> {
  return (await indexedDB.databases())
    .map(({ name }) => name ?? '')
    .filter((name) => name.startsWith('rxdb-'));
}

beforeEach(() => {
  localStorage.clear();
  network = new FakeNetwork();
  hub = new FakeHub();
  hub.put('reference', WHOLE_DOCUMENTS.reference);
  hub.put('setting', { id: 'base.expiryHours', value: 2, deleted: false } as never);
  now = new Date('2026-11-24T06:00:00.000Z');
  hubAnswers();
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [{ provide: CLOCK, useValue: () => now }] });
  bases = TestBed.inject(LocalBaseStore);
});

afterEach(async () => {
  await bases.close();
  await keyValueStore.removeAll('tournee-');
  network.restore();
});

describe('SyncStore', () => {
  it('does not call a first copy interrupted before the hub was asked', async () => {
    const store = TestBed.inject(SyncStore);
    const sessions = TestBed.inject(SessionStore);
    await until(() => sessions.state() === 'signed-out');
    let fail = (): void => undefined;
    const silence = new Promise<Response>((_, reject) => {
      fail = () => {
        reject(new TypeError('Failed to fetch'));
      };
    });
    const answers = network.answer;
    network.answer = (request) => (request.body.includes('mutation SignIn') ? answers(request) : silence);
    expect(await sessions.signIn('gaubry', 'secret')).toBeNull();
    await until(() => store.firstSync() !== null);
    expect(store.link()).toBe('syncing');
    fail();
    await until(() => store.link() === 'offline');
    expect(store.firstSync()).not.toBeNull();
  });

  it('sees without network that the clock was set back behind what the hub said last', async () => {
    const store = await signIn();
    await until(() => store.pulledAt() !== null);
    network.answer = noNetwork;
    now = new Date('2019-01-01T06:00:00.000Z');
    TestBed.inject(ClockStore).tick();
    expect(store.clockOffset()).toBeLessThan(-7 * 365 * 86_400_000);
  });

  it('dates the base, and says when it is older than the setting allows', async () => {
    const store = await signIn();
    expect(store.baseDate()).toEqual(new Date(REFRESHED));
    await until(() => TestBed.inject(SettingStore).expiryHours() === 2);
    expect(store.isStale()).toBe(false);
    now = new Date('2026-11-24T07:00:01.000Z');
    TestBed.inject(ClockStore).tick();
    expect(store.isStale()).toBe(true);
  });

  it('feeds the words of the drop-down lists', async () => {
    await signIn();
    const references = TestBed.inject(ReferenceStore);
    expect(references.label('c_rep', 'GA00')).toBe('GA00');
    await until(() => references.label('c_rep', 'GA00') === 'Gaëlle Aubry');
    expect(references.label('c_rep', 'ZZ99')).toBe('ZZ99');
    expect(references.label('c_rep', null)).toBe('');
  });

  it('counts what the hub has not answered, and what it refused', async () => {
    const store = await signIn();
    const base = await bases.whenOpen();
    network.answer = noNetwork;
    await base?.addOperation(anOperation({ id: 'VC_GA00_20261124T101500123_counted1' }));
    await until(() => store.pendingCount() === 1 && store.link() === 'offline');
    hub.outcome = () => ({ status: 'rejected', reason: { code: 'X', message: 'Non.', field: null } });
    hubAnswers();
    const operations = TestBed.inject(OperationStore);
    await until(() => store.pendingCount() === 0 && operations.openCount() === 1);
    await operations.giveUp('VC_GA00_20261124T101500123_counted1');
    expect(operations.openCount()).toBe(0);
  });

  it('leaves nothing behind on signing out but unsent operations, sent at the next sign-in', async () => {
    const store = await signIn();
    const base = await bases.whenOpen();
    network.answer = noNetwork;
    await base?.addOperation(anOperation({ id: 'VC_GA00_20261124T101500123_unsent01' }));
    await until(() => store.pendingCount() === 1);
    await TestBed.inject(SessionStore).signOut();
    expect(await databases()).toEqual([]);
    const [name] = await keyValueStore.keys('tournee-');
    expect(await keyValueStore.keys('tournee-')).toEqual([expect.stringMatching(/\/rescued-operations$/)]);
    expect(name).toBeDefined();
    expect(store.pendingCount()).toBe(0);

    hubAnswers();
    await signIn();
    await until(() => hub.requests.some(({ field }) => field === 'pushOperations'));
    expect(await keyValueStore.keys(name ?? '')).toEqual([]);
  });

  it('hands what a revoked device had not sent to the quarantine, and drops what is kept there', async () => {
    await signInWithUnsent(['VC_GA00_20261124T101500123_handed01', 'VC_GA00_20261124T101500123_handed02']);
    const handed: { refreshToken: string; rows: { id: string }[] }[] = [];
    network.answer = ({ body }) => {
      if (!body.includes('mutation QuarantineOperations')) return graphqlError('SESSION_REVOKED');
      const { variables } = JSON.parse(body) as { variables: (typeof handed)[number] };
      handed.push(variables);
      const [first] = variables.rows;
      return Response.json({ data: { quarantineOperations: { kept: [first?.id] } } });
    };
    void TestBed.inject(SyncStore).refresh();
    const handOver = TestBed.inject(HandOverStore);
    await until(() => handOver.last()?.kept === 1);
    expect(handed).toEqual([
      {
        refreshToken: 'r1',
        rows: [
          expect.objectContaining({ id: 'VC_GA00_20261124T101500123_handed01', status: 'pending' }),
          expect.objectContaining({ id: 'VC_GA00_20261124T101500123_handed02' }),
        ],
      },
    ]);
    expect(handOver.last()).toMatchObject({ declined: 1 });
    expect(await databases()).toEqual([]);
    const [key, ...others] = await keyValueStore.keys('tournee-');
    expect(others).toEqual([]);
    expect(await keyValueStore.read(key ?? '')).toEqual([
      expect.objectContaining({ id: 'VC_GA00_20261124T101500123_handed02' }),
    ]);
  });

  it('keeps it on this machine when the hub cannot be asked, and goes on at the next start', async () => {
    await signInWithUnsent(['VC_GA00_20261124T101500123_handed03']);
    network.answer = ({ body }) =>
      body.includes('mutation QuarantineOperations') ? noNetwork() : graphqlError('SESSION_REVOKED');
    void TestBed.inject(SyncStore).refresh();
    await until(() => TestBed.inject(SessionStore).state() === 'revoked');
    await until(() => TestBed.inject(HandOverStore).last()?.isSending === false);
    expect(await databases()).toEqual([]);
    expect(await keyValueStore.keys('tournee-')).toEqual([
      expect.stringMatching(/\/hand-over$/),
      expect.stringMatching(/\/rescued-operations$/),
    ]);

    network.answer = () =>
      Response.json({ data: { quarantineOperations: { kept: ['VC_GA00_20261124T101500123_handed03'] } } });
    TestBed.resetTestingModule();
    const sessions = TestBed.inject(SessionStore);
    await until(() => sessions.state() === 'signed-out');
    while ((await keyValueStore.keys('tournee-')).length > 0)
      await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it('leaves nothing behind of a revoked device', async () => {
    await signIn();
    network.answer = () => graphqlError('SESSION_REVOKED');
    await TestBed.inject(SyncStore).refresh();
    await until(() => TestBed.inject(SessionStore).state() === 'revoked');
    expect(await databases()).toEqual([]);
    expect(await keyValueStore.keys('tournee-')).toEqual([]);
  });
});
