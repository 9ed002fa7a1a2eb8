import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { appPolicy } from './content-security-policy.ts';
import { keepHubAddress, parseHubAddress, probeHub } from './hub-address.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const inFolder = temporaryFolder();

describe('parseHubAddress', () => {
  it.each([
    ['https://hub.exemple.fr', 'https://hub.exemple.fr'],
    ['  https://hub.exemple.fr/  ', 'https://hub.exemple.fr'],
    ['hub.exemple.fr', 'https://hub.exemple.fr'],
    ['hub.exemple.fr:8443', 'https://hub.exemple.fr:8443'],
    ['HTTPS://Hub.Exemple.FR:443', 'https://hub.exemple.fr'],
    ['https://192.168.1.10:4000', 'https://192.168.1.10:4000'],
    ['http://localhost:4000', 'http://localhost:4000'],
    ['http://127.0.0.1:4000/', 'http://127.0.0.1:4000'],
    ['http://[::1]:4000', 'http://[::1]:4000'],
    ['https://été.fr', 'https://xn--t-9fab.fr'],
  ])('reads %p as %s', (typed, origin) => {
    expect(parseHubAddress(typed)).toEqual({ ok: true, value: origin });
  });

  it.each([
    ['', 'HUB_ADDRESS_EMPTY'],
    ['   ', 'HUB_ADDRESS_EMPTY'],
    ['https://', 'HUB_ADDRESS_INVALID'],
    ['le serveur', 'HUB_ADDRESS_INVALID'],
    ['https://hub.exemple.fr:99999', 'HUB_ADDRESS_INVALID'],
    ['https://;', 'HUB_ADDRESS_INVALID'],
    ['https://*', 'HUB_ADDRESS_INVALID'],
    ['https://*.exemple.fr', 'HUB_ADDRESS_INVALID'],
    ["https://'self'", 'HUB_ADDRESS_INVALID'],
    ['https://a,b.fr', 'HUB_ADDRESS_INVALID'],
    ['http://hub.exemple.fr', 'HUB_ADDRESS_INSECURE'],
    ['http://localhost.evil.fr', 'HUB_ADDRESS_INSECURE'],
    ['http://127.0.0.1.evil.fr', 'HUB_ADDRESS_INSECURE'],
    ['ftp://hub.exemple.fr', 'HUB_ADDRESS_INSECURE'],
    ['app://tournee', 'HUB_ADDRESS_INSECURE'],
    ['file:///etc/passwd', 'HUB_ADDRESS_INVALID'],
    ['https://user:secret@hub.exemple.fr', 'HUB_ADDRESS_TOO_MUCH'],
    ['http://localhost@evil.fr', 'HUB_ADDRESS_INSECURE'],
    ['https://hub.exemple.fr/graphql', 'HUB_ADDRESS_TOO_MUCH'],
    ['https://hub.exemple.fr/?a=1', 'HUB_ADDRESS_TOO_MUCH'],
    ['https://hub.exemple.fr/#a', 'HUB_ADDRESS_TOO_MUCH'],
  ])('refuses %p with %s', (typed, code) => {
    expect(parseHubAddress(typed)).toMatchObject({
      ok: false,
      code,
      message: expect.stringMatching(/\S/) as string,
    });
  });

  it('never throws, and what it accepts is an origin that it accepts again', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((host) => `https://${host}`),
        ),
        (typed) => {
          const first = parseHubAddress(typed);
          if (!first.ok) return;
          expect(parseHubAddress(first.value)).toEqual(first);
          expect(appPolicy(first.value)).toContain(` ${first.value}`);
        },
      ),
    );
  });
});

describe('keepHubAddress', () => {
  it('knows none at first', () => {
    expect(keepHubAddress(inFolder('hub.json')).read()).toBeNull();
  });

  it('keeps the address for the next start', () => {
    keepHubAddress(inFolder('hub.json')).write('https://hub.exemple.fr');
    expect(keepHubAddress(inFolder('hub.json')).read()).toBe('https://hub.exemple.fr');
    expect(readFileSync(inFolder('hub.json'), 'utf8')).toContain('https://hub.exemple.fr');
  });

  it.each(['{"hub":"http://evil.fr"}', '{"hub":3}', 'hub'])('counts the kept %s as none', (text) => {
    writeFileSync(inFolder('hub.json'), text);
    expect(keepHubAddress(inFolder('hub.json')).read()).toBeNull();
  });
});

describe('probeHub', () => {
  let server: Server;
  let origin: string;
  let answer: { status: number; type?: string };

  beforeEach(async () => {
    server = createServer((request, response) => {
      if (answer.status === 0) return;
      const path = request.url === '/health' ? answer.status : 404;
      response.writeHead(
        path,
        answer.type === undefined ? {} : { 'content-type': answer.type, location: '/x' },
      );
      response.end('{}');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  it.each([200, 503])('sees a hub that answers %s in JSON', async (status) => {
    answer = { status, type: 'application/json; charset=utf-8' };
    expect(await probeHub(origin, fetch)).toBe(true);
  });

  it.each([
    { status: 200, type: 'text/html' },
    { status: 200 },
    { status: 404, type: 'application/json' },
    { status: 302, type: 'application/json' },
  ])('sees no hub in %j', async (given) => {
    answer = given;
    expect(await probeHub(origin, fetch)).toBe(false);
  });

  it('does not wait for ever', async () => {
    answer = { status: 0 };
    expect(await probeHub(origin, fetch, 50)).toBe(false);
  });

  it('sees no hub where nobody listens', async () => {
    await new Promise((closed) => server.close(closed));
    expect(await probeHub(origin, fetch)).toBe(false);
  });
});
