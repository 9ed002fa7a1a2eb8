import { filter, firstValueFrom } from 'rxjs';
import { LocalBase } from '../../../../local-db/local-base.ts';
import { keyValueStore } from '../../../../local-db/storage/key-value-store.ts';
import { readSyncState, SyncStateKeeper } from '../../../../local-db/sync-state.ts';
import { aClient, aHistory, anOperation } from '../../../../local-db/testing/documents.ts';
import { FakeHub } from '../../../../local-db/testing/fake-hub.ts';
import { HubClient } from '../hub/hub-client.ts';
import { SHARED_MESSAGES } from '../shared-messages.ts';
import { FakeNetwork, graphqlError, noNetwork, portalPage, streamError } from '../testing/fake-network.ts';
import { SyncEngine } from './sync-engine.ts';
import type { SyncStatus } from './sync-status.ts';

const NOW = new Date('2026-11-24T09:00:00.000Z');
const baseState = {
  refreshedAt: '2026-11-24T05:00:00.000Z',
  serverTime: NOW.toISOString(),
  documentCount: 4,
};
const session = {
  hubOrigin: 'http://hub.test',
  accessToken: () => 'a1',
  renew: () => Promise.resolve(null),
  refused: () => undefined,
};

let network: FakeNetwork;
let hub: FakeHub;
let base: LocalBase;
let engine: SyncEngine;
let stop: AbortController;
let statuses: SyncStatus[];
let ended: Promise<void>;
let count = 0;

/** The hub is there: base state, bell and replication. */
function hubAnswers(): void {
  network.answer = async ({ body, accept }) => {
    if (accept === 'text/event-stream') return bell();
    if (body.includes('reportDevice')) return Response.json({ data: { reportDevice: true } });
    if (body.includes('baseState')) return Response.json({ data: { baseState } });
    return Response.json(await hub.answer(body));
  };
}

function bell(): Response {
  const first = 'event: next\ndata: {"data":{"changed":{"collection":"*","seq":"1"}}}\n\n';
  const start = (controller: ReadableStreamDefaultController<Uint8Array>): void =>
    controller.enqueue(new TextEncoder().encode(first));
  return new Response(new ReadableStream<Uint8Array>({ start }), {
    headers: { 'content-type': 'text/event-stream' },
  });
}

async function start(): Promise<void> {
  const keeper = await SyncStateKeeper.open(keyValueStore, base.name);
  const publish = (status: SyncStatus): void => void statuses.push(status);
  engine = new SyncEngine({ client: new HubClient(session), base, keeper, clock: () => NOW, publish });
  ended = engine.run(stop.signal);
}

function reports(): unknown[] {
  return network.asked
    .filter(({ body }) => body.includes('reportDevice'))
    .map(({ body }) => (JSON.parse(body) as { variables: { report: unknown } }).variables.report);
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

beforeEach(async () => {
  network = new FakeNetwork();
  hub = new FakeHub();
  hub.put('client', aClient({ id: 'C1' }), aClient({ id: 'C2' }));
  hub.put('clientHistory', aHistory({ id: 'C1' }), aHistory({ id: 'C2' }));
  base = await LocalBase.open(`tournee-engine-${String((count += 1))}`);
  statuses = [];
  stop = new AbortController();
  hubAnswers();
});

afterEach(async () => {
  stop.abort();
  await ended;
  await base.close();
  network.restore();
});

describe('SyncEngine', () => {
  it('shows the progress of the first synchronisation, and dates the base when it is whole', async () => {
    await start();
    expect(engine.status.firstSync).toEqual({ received: 0, total: 0 });
    await until(() => engine.status.refreshedAt !== null && engine.status.firstSync === null);
    const progress = statuses.flatMap(({ firstSync }) => firstSync ?? []);
    expect(progress.map(({ received }) => received)).toEqual(progress.map(({ received }) => received).sort());
    expect(progress.at(-1)).toEqual({ received: 4, total: 4 });
    expect(statuses.findIndex(({ refreshedAt }) => refreshedAt !== null)).toBeGreaterThan(
      statuses.findIndex(({ firstSync }) => firstSync?.received === 4),
    );
    expect(await readSyncState(keyValueStore, base.name)).toMatchObject({
      refreshedAt: baseState.refreshedAt,
      pulledAt: baseState.serverTime,
    });
  });

  it('is offline without hub, and sends what waited when it is back', async () => {
    network.answer = noNetwork;
    await start();
    await base.addOperation(anOperation());
    await until(() => network.asked.length > 1);
    expect(engine.status).toMatchObject({ isReachable: false, problem: null });
    hubAnswers();
    await until(() => engine.status.isReachable && engine.status.refreshedAt !== null);
    expect(await firstValueFrom(base.pending$)).toEqual([]);
  });

  it('goes offline when the hub goes', async () => {
    await start();
    await until(() => engine.status.refreshedAt !== null);
    network.answer = noNetwork;
    engine.restart();
    await until(() => !engine.status.isReachable);
    expect(engine.status.refreshedAt).toBe(baseState.refreshedAt);
  });

  it('tells what is wrong when something else answers', async () => {
    network.answer = portalPage;
    await start();
    await until(() => engine.status.problem !== null);
    expect(engine.status.problem).toBe(SHARED_MESSAGES.portal);
    hubAnswers();
    await until(() => engine.status.isReachable);
    expect(engine.status.problem).toBeNull();
  });

  it('tells what is wrong when the hub refuses one collection, and goes on with the others', async () => {
    const answer = network.answer;
    network.answer = (request) =>
      request.body.includes('PullVisits') ? graphqlError('INTERNAL') : answer(request);
    await start();
    await until(() => engine.status.problem !== null);
    expect(engine.status).toMatchObject({ isReachable: true, problem: SHARED_MESSAGES.hubFault('INTERNAL') });
    await firstValueFrom(base.documents$('client').pipe(filter((clients) => clients.length === 2)));
  });

  it('tells of a line that lets small answers through and cuts the long ones', async () => {
    const answer = network.answer;
    const isCut = ({ body }: { body: string }): boolean => body.includes('PullClients(');
    network.answer = (request) =>
      isCut(request)
        ? new Response('{"data":{"pull', { headers: { 'content-type': 'application/json' } })
        : answer(request);
    await start();
    await until(() => engine.status.problem !== null);
    expect(engine.status.problem).toBe(SHARED_MESSAGES.lineCut);
    network.answer = noNetwork;
    engine.restart();
    await until(() => !engine.status.isReachable);
    expect(engine.status.problem).toBeNull();
    network.answer = answer;
    await until(() => engine.status.firstSync === null && engine.status.isReachable);
    expect(engine.status.problem).toBeNull();
  }, 20_000);

  it('measures how far the clock is off, and remembers it', async () => {
    const answer = network.answer;
    const late = { ...baseState, serverTime: '2026-11-24T10:30:00.000Z' };
    network.answer = (request) =>
      request.body.includes('baseState') ? Response.json({ data: { baseState: late } }) : answer(request);
    await start();
    await until(() => engine.status.refreshedAt !== null);
    const offset = engine.status.clockOffset;
    expect(offset / 60_000).toBeCloseTo(-90, 1);
    expect(engine.status.problem).toBeNull();
    expect((await readSyncState(keyValueStore, base.name)).clockOffset).toBe(offset);
  });

  it('says that it is too old for the hub, keeps what is unsent, and asks no more', async () => {
    const answer = network.answer;
    network.answer = (request) => {
      if (request.body.includes('baseState')) return answer(request);
      const isBell = request.accept === 'text/event-stream';
      return isBell ? streamError('CLIENT_TOO_OLD') : graphqlError('CLIENT_TOO_OLD');
    };
    await base.addOperation(anOperation());
    await start();
    await until(() => engine.status.isTooOld);
    expect(engine.status).toMatchObject({ isReachable: true, problem: SHARED_MESSAGES.tooOld });
    await new Promise((resolve) => setTimeout(resolve, 30));
    const asked = network.asked.length;
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(network.asked).toHaveLength(asked);
    await engine.refresh();
    expect(await firstValueFrom(base.pending$)).toHaveLength(1);

    network.answer = answer;
    engine.restart();
    await until(() => engine.status.refreshedAt !== null && !engine.status.isTooOld);
    expect(engine.status.problem).toBeNull();
    expect(await firstValueFrom(base.pending$)).toEqual([]);
  });

  it('reports the device once a minute, with what it holds', async () => {
    await start();
    await until(() => reports().length === 1);
    expect(reports()).toEqual([{ version: '0.1.0', documents: 4, unsent: 0, oldestUnsentAt: null }]);
    await engine.refresh();
    expect(reports()).toHaveLength(1);
  });

  it('refreshes on demand, and answers too when it cannot', async () => {
    await start();
    await until(() => engine.status.refreshedAt !== null);
    hub.put('client', aClient({ id: 'C3' }));
    await engine.refresh();
    expect(await firstValueFrom(base.documents$('client'))).toHaveLength(3);
    network.answer = noNetwork;
    await engine.refresh();
    expect(engine.status.isReachable).toBe(false);
  });
});
