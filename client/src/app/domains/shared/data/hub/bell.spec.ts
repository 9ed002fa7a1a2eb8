import { jest } from '@jest/globals';
import { FakeNetwork, graphqlError, portalPage, streamError } from '../testing/fake-network.ts';
import { listenToBell } from './bell.ts';
import { HubClient } from './hub-client.ts';

const session = {
  hubOrigin: 'http://hub.test',
  accessToken: () => 'a1',
  renew: () => Promise.resolve(null),
  refused: () => undefined,
};
const BEAT = ':\n\n';

let network: FakeNetwork;
let stream: ReadableStreamDefaultController<Uint8Array> | null;
let heard: string[];

/** The hub opens the stream, and says nothing by itself. */
function hubListens(): void {
  network.answer = () =>
    new Response(new ReadableStream<Uint8Array>({ start: (controller) => void (stream = controller) }), {
      headers: { 'content-type': 'text/event-stream' },
    });
}

function listen(): Promise<void> {
  return listenToBell(
    new HubClient(session),
    {
      opened: () => void heard.push('opened'),
      heard: () => void heard.push('heard'),
      changed: ({ collection }) => void heard.push(collection),
    },
    new AbortController().signal,
  );
}

beforeEach(() => {
  network = new FakeNetwork();
  stream = null;
  heard = [];
});
afterEach(() => {
  network.restore();
  jest.useRealTimers();
});

describe('listenToBell', () => {
  it.each([
    ['an error in the stream', () => streamError('INTERNAL'), 'fault', 'INTERNAL'],
    ['an error as a plain result, with status 200', () => graphqlError('INTERNAL'), 'fault', 'INTERNAL'],
    ['a version that is too old', () => graphqlError('CLIENT_TOO_OLD'), 'too-old', 'CLIENT_TOO_OLD'],
    ['a portal’s page', portalPage, 'portal', 'NOT_THE_HUB'],
    ['JSON of somebody else', () => Response.json({ ok: true }), 'portal', 'NOT_GRAPHQL'],
  ])('rejects %s', async (_what, answer, kind, code) => {
    network.answer = answer;
    await expect(listen()).rejects.toMatchObject({ name: 'HubError', kind, code });
  });

  it('gives up a stream that goes silent, though nobody closed it', async () => {
    jest.useFakeTimers();
    hubListens();
    let hasEnded = false;
    void listen().then(() => (hasEnded = true));
    await jest.advanceTimersByTimeAsync(40_000);
    stream?.enqueue(new TextEncoder().encode(BEAT));
    await jest.advanceTimersByTimeAsync(40_000);
    expect(hasEnded).toBe(false);
    await jest.advanceTimersByTimeAsync(6_000);
    expect(hasEnded).toBe(true);
    expect(heard).toEqual(['heard', 'opened', 'heard']);
  });
});
