import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { startTestHub, type TestHub } from '../testing/test-hub.ts';
import { DEVICE_TURNS } from './use-turns.ts';

const ME = '{ me { cUser } }';

let test: TestHub;
const sockets: Socket[] = [];

beforeEach(async () => {
  test = await startTestHub();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await test.remove();
});

/** A request whose body never comes: it holds its turn as long as its connection. */
async function hold(token: string): Promise<Socket> {
  const { hostname, port } = new URL(test.hub.url);
  const socket = connect(Number(port), hostname);
  sockets.push(socket);
  await once(socket, 'connect');
  const head = [
    'POST /graphql HTTP/1.1',
    'host: hub',
    'content-type: application/json',
    'content-length: 99',
  ];
  socket.write([...head, `authorization: Bearer ${token}`, '', ''].join('\r\n'));
  return socket;
}

const holdMany = (count: number, token: string) =>
  Promise.all(Array.from({ length: count }, () => hold(token)));

const ask = (token: string): Promise<Response> =>
  fetch(`${test.hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: ME }),
  });

describe('the turns of a device', () => {
  it('make others of its requests wait until a connection closes, and no other device', async () => {
    const mine = (await test.signIn()).accessToken;
    const other = (await test.signIn()).accessToken;
    const [first] = await holdMany(DEVICE_TURNS.atOnce, mine);
    await delay(100);
    const waiting = ask(mine);
    expect((await ask(other)).status).toBe(200);
    expect(await Promise.race([waiting, delay(100, 'waiting')])).toBe('waiting');
    first?.destroy();
    expect((await waiting).status).toBe(200);
  });

  it('end in a clear refusal when too many wait; devices keep what they have to send, and come again', async () => {
    const { accessToken } = await test.signIn();
    const held = await holdMany(DEVICE_TURNS.atOnce + DEVICE_TURNS.waiting, accessToken);
    await delay(300);
    const refused = await ask(accessToken);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
    const { errors } = (await refused.json()) as { errors: { message: string; extensions: object }[] };
    expect(errors[0]?.message).toMatch(/Rien n’est perdu/);
    expect(errors[0]?.extensions).toEqual({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 2 });
    for (const socket of held) socket.destroy();
    expect((await ask(accessToken)).status).toBe(200);
  });

  it('are not held by the bell', async () => {
    const { accessToken } = await test.signIn();
    for (let stream = 0; stream < DEVICE_TURNS.atOnce; stream += 1) {
      const response = await fetch(`${test.hub.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'text/event-stream',
          authorization: `Bearer ${accessToken}`,
        },
        body: JSON.stringify({ query: 'subscription { changed { collections } }' }),
      });
      expect(response.headers.get('content-type')).toContain('event-stream');
    }
    expect((await ask(accessToken)).status).toBe(200);
  });
});
