import { jest } from '@jest/globals';
import type { ChangeNotice } from '@tournee/graphql';
import { FakeNetwork, noNetwork, portalPage, streamError } from '../testing/fake-network.ts';
import { HubClient } from './hub-client.ts';
import { HubGate } from './hub-gate.ts';
import { HubLink } from './hub-link.ts';

const session = {
  hubOrigin: 'http://hub.test',
  accessToken: () => 'a1',
  renew: () => Promise.resolve(null),
  refused: () => undefined,
};
const baseState = {
  refreshedAt: '2026-11-24T05:00:00.000Z',
  serverTime: '2026-11-24T09:00:00.000Z',
  documentCount: 9,
};

let network: FakeNetwork;
let gate: HubGate;
let link: HubLink;
let stop: AbortController;
let seen: string[];
let streams: ReadableStreamDefaultController<Uint8Array>[];

function hubAnswers(): void {
  network.answer = ({ accept }) => {
    if (accept !== 'text/event-stream') return Response.json({ data: { baseState } });
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void streams.push(controller) });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
}

function ring(text: string): void {
  streams.at(-1)?.enqueue(new TextEncoder().encode(text));
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}

beforeEach(() => {
  network = new FakeNetwork();
  gate = new HubGate();
  stop = new AbortController();
  seen = [];
  streams = [];
  link = new HubLink(new HubClient(session), gate, {
    reachable: ({ state }) => seen.push(`reachable ${String(state.documentCount)}`),
    tooOld: (isTooOld) => seen.push(isTooOld ? 'too old' : 'understood'),
    unreachable: ({ kind }) => seen.push(kind),
    bellMissing: () => seen.push('no bell'),
    changed: (notice: ChangeNotice) => seen.push(notice.collection),
  });
  hubAnswers();
});
afterEach(() => {
  stop.abort();
  network.restore();
});

describe('HubLink', () => {
  it('opens the gate when the hub answers, and passes on what the bell says', async () => {
    void link.run(stop.signal);
    await until(() => streams.length === 1);
    expect(gate.isOpen).toBe(true);
    ring(':\n\nevent: next\ndata: {"data":{"changed":{"collection":"client","seq":"12"}}}\n\n');
    await until(() => seen.includes('client'));
    expect(seen).toEqual(['reachable 9', 'client']);
  });

  it('searches for the hub until it is there, and tells what is wrong', async () => {
    network.answer = portalPage;
    void link.run(stop.signal);
    await until(() => seen.length === 1);
    network.answer = noNetwork;
    await until(() => seen.length === 2);
    expect(gate.isOpen).toBe(false);
    hubAnswers();
    await until(() => gate.isOpen);
    expect(seen).toEqual(['portal', 'unreachable', 'reachable 9']);
  });

  it('tries at once when the network is back', async () => {
    network.answer = noNetwork;
    void link.run(stop.signal);
    await until(() => network.asked.length === 3);
    hubAnswers();
    const asked = Date.now();
    link.check();
    await until(() => gate.isOpen);
    expect(Date.now() - asked).toBeLessThan(500);
  });

  it('does not trust a stream that was silent while the machine slept', async () => {
    const now = jest.spyOn(Date, 'now');
    void link.run(stop.signal);
    await until(() => streams.length === 1 && gate.isOpen);
    link.check();
    expect(streams).toHaveLength(1);
    const wakesUp = Date.now() + 7 * 86_400_000;
    now.mockImplementation(() => wakesUp);
    link.check();
    await until(() => streams.length === 2);
    now.mockRestore();
  });

  it('shuts the gate when the stream breaks and the hub is gone', async () => {
    void link.run(stop.signal);
    await until(() => streams.length === 1);
    network.answer = noNetwork;
    streams[0]?.error(new TypeError('network error'));
    await until(() => !gate.isOpen);
    expect(seen).toContain('unreachable');
  });

  it('leaves the gate open when only the bell is missing', async () => {
    network.answer = ({ accept }) =>
      accept === 'text/event-stream' ? portalPage() : Response.json({ data: { baseState } });
    void link.run(stop.signal);
    await until(() => seen.includes('no bell'));
    expect(gate.isOpen).toBe(true);
  });

  it('sends nothing more when the hub finds this version too old, until it says otherwise', async () => {
    const answer = network.answer;
    network.answer = (request) =>
      request.accept === 'text/event-stream' ? streamError('CLIENT_TOO_OLD') : answer(request);
    void link.run(stop.signal);
    await until(() => seen.includes('too old'));
    expect(gate.isOpen).toBe(false);
    const asked = network.asked.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(network.asked).toHaveLength(asked);

    hubAnswers();
    link.restart();
    await until(() => streams.length === 1);
    expect(gate.isOpen).toBe(false);
    ring('event: next\ndata: {"data":{"changed":{"collection":"*","seq":"12"}}}\n\n');
    await until(() => gate.isOpen);
    expect(seen.slice(-2)).toEqual(['understood', '*']);
  });

  it('ends when told to, also in the middle of a stream', async () => {
    const ended = link.run(stop.signal);
    await until(() => streams.length === 1);
    stop.abort();
    await ended;
    expect(gate.isOpen).toBe(false);
  });
});
