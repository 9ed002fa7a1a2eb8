import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { silentLog } from '../logger.ts';
import { createBalancer } from './balancer.ts';
import { HubPool } from './hub-pool.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function refusedPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  server.close();
  return port;
}

async function balance(...ports: number[]): Promise<string> {
  const pool = new HubPool();
  for (const port of ports) pool.add(port);
  return `http://127.0.0.1:${String(await listen(createBalancer(pool, silentLog())))}`;
}

const hub = (answer: RequestListener): Promise<number> => listen(createServer(answer));
const post = (url: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/graphql?a=1`, { method: 'POST', body, headers });

describe('createBalancer', () => {
  it('passes method, path, headers and body on, and the answer back', async () => {
    const port = await hub((req, res) => {
      const { 'x-asked': asked, 'content-length': length, 'x-forwarded-for': from } = req.headers;
      res.writeHead(418, { 'x-answer': 'yes' });
      void text(req).then((body) =>
        res.end(JSON.stringify([req.method, req.url, asked, length, from, body])),
      );
    });
    const response = await post(await balance(port), 'é'.repeat(100_000), { 'x-asked': 'this' });
    expect([response.status, response.headers.get('x-answer')]).toEqual([418, 'yes']);
    expect(await response.json()).toEqual([
      'POST',
      '/graphql?a=1',
      'this',
      '200000',
      '127.0.0.1',
      'é'.repeat(100_000),
    ]);
  });

  it('passes an event stream on as it comes, and hangs up when the listener does', async () => {
    let hungUp = (): void => undefined;
    const isHungUp = new Promise<void>((resolve) => (hungUp = resolve));
    const port = await hub((_req, res) => {
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.flushHeaders();
      setTimeout(() => res.write(':\n\n'), 50);
      res.on('close', hungUp);
    });
    const stop = new AbortController();
    const response = await fetch(await balance(port), { signal: stop.signal });
    const { value } = (await response.body?.getReader().read()) ?? {};
    expect(new TextDecoder().decode(value)).toBe(':\n\n');
    stop.abort();
    await isHungUp;
  });

  it('goes to the next hub when one refuses the connection', async () => {
    let asked = 0;
    const port = await hub((_req, res) => {
      asked += 1;
      res.end('here');
    });
    const url = await balance(await refusedPort(), await refusedPort(), port);
    expect(await (await post(url, 'a push')).text()).toBe('here');
    expect(await (await post(url, 'a push')).text()).toBe('here');
    expect(asked).toBe(2);
  });

  it('does not send again what a hub may have done: it says that the hub is away', async () => {
    let asked = 0;
    const dying = (): Promise<number> =>
      hub((req) => {
        asked += 1;
        req.socket.destroy();
      });
    const response = await post(await balance(await dying(), await dying()), 'a push');
    expect(response.status).toBe(502);
    expect(asked).toBe(1);
  });

  it('cuts an answer that the hub did not finish, so that nobody takes it for the whole', async () => {
    const port = await hub((req, res) => {
      res.writeHead(200, { 'content-type': 'application/json' });
      res.write('{"data":');
      setTimeout(() => req.socket.destroy(), 50);
    });
    const response = await post(await balance(port), 'a push');
    await expect(response.text()).rejects.toThrow();
  });

  it('says that the hub is away when there is none', async () => {
    expect((await post(await balance(), 'a push')).status).toBe(503);
    expect((await post(await balance(await refusedPort()), 'a push')).status).toBe(503);
  });
});
