import { jest } from '@jest/globals';
import { FakeNetwork, graphqlError, noNetwork } from '../testing/fake-network.ts';
import { HubClient } from './hub-client.ts';
import type { HubError } from './hub-error.ts';
import { HubGate } from './hub-gate.ts';
import { replicationFetch } from './replication-fetch.ts';

const session = {
  hubOrigin: 'http://hub.test',
  accessToken: () => 'a1',
  renew: () => Promise.resolve(null),
  refused: () => undefined,
};

let network: FakeNetwork;
let gate: HubGate;
let failures: string[];
let send: (query: string) => Promise<unknown>;

beforeEach(() => {
  network = new FakeNetwork();
  gate = new HubGate();
  failures = [];
  const report = { succeeded: () => undefined, failed: (error: HubError) => failures.push(error.code) };
  const rxdbFetch = replicationFetch(new HubClient(session), gate, report);
  send = async (query) => {
    const body = JSON.stringify({ query, variables: {} });
    return (
      await rxdbFetch(new Request('http://hub.test/graphql', { method: 'POST', body }))
    ).json() as Promise<unknown>;
  };
});
afterEach(() => {
  network.restore();
});

describe('replicationFetch', () => {
  it('waits while the hub cannot be reached, without asking', async () => {
    const answer = send('query A { a }');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(network.asked).toHaveLength(0);
    gate.open();
    expect(await answer).toEqual({ data: {} });
  });

  it('cuts what is under way when the hub goes', async () => {
    gate.open();
    network.answer = () => new Promise(() => undefined);
    const answer = send('query A { a }');
    await new Promise((resolve) => setTimeout(resolve, 20));
    gate.shut();
    await expect(answer).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('rejects a result with errors: RxDB must try again, and not take it for data', async () => {
    gate.open();
    network.answer = () => graphqlError('INTERNAL');
    await expect(send('query A { a }')).rejects.toMatchObject({ kind: 'fault', code: 'INTERNAL' });
    expect(failures).toEqual(['INTERNAL']);
  });

  it('reports a lost connection', async () => {
    gate.open();
    network.answer = noNetwork;
    await expect(send('query A { a }')).rejects.toMatchObject({ kind: 'unreachable' });
    expect(failures).toEqual(['NO_ANSWER']);
  });

  it('gives the line growing pauses, each a little different, until an answer arrives', async () => {
    const random = jest.spyOn(Math, 'random').mockReturnValue(0.5);
    const paused: number[] = [];
    const timer = jest.spyOn(globalThis, 'setTimeout').mockImplementation(((go: () => void, time: number) => {
      // Not the limit of an exchange, which is a timer too.
      if (time > 60_000) return;
      paused.push(time);
      go();
    }) as unknown as typeof setTimeout);
    gate.open();
    network.answer = noNetwork;
    for (let count = 0; count < 5; count += 1) await send('query A { a }').catch(() => undefined);
    network.answer = () => Response.json({ data: {} });
    await send('query A { a }');
    network.answer = () => graphqlError('INTERNAL');
    await send('query A { a }').catch(() => undefined);
    timer.mockRestore();
    random.mockRestore();
    expect(paused).toEqual([400, 800, 1600, 3200, 3200, 400]);
  });

  it('sends one push after the other, also after a failure', async () => {
    gate.open();
    const open: (() => void)[] = [];
    network.answer = () =>
      new Promise((resolve) => {
        open.push(() => {
          resolve(open.length === 1 ? graphqlError('INTERNAL') : Response.json({ data: {} }));
        });
      });
    const first = send('mutation PushOperations { a }');
    const second = send('mutation PushOperations { b }');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(open).toHaveLength(1);
    open[0]?.();
    await expect(first).rejects.toMatchObject({ code: 'INTERNAL' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(open).toHaveLength(2);
    open[1]?.();
    await second;
  });
});
