import { once } from 'node:events';
import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { clientRelation, openDatabase } from '@tournee/db';
import { listenToBell } from './testing/event-stream.ts';
import { startTestHub, type TestHub } from './testing/test-hub.ts';
import { push, visitOperation } from './testing/test-operations.ts';

const DRAIN_MS = 3000;

let test: TestHub;

beforeEach(async () => {
  test = await startTestHub({ timeouts: { drainMs: DRAIN_MS } });
});
afterEach(() => test.remove());

describe('closing a hub', () => {
  it('finishes what is in flight', async () => {
    const { accessToken } = await test.signIn();
    const pushed = push(test, accessToken, ...Array.from({ length: 10 }, () => visitOperation()));
    const relations = () => test.database.db.select().from(clientRelation);
    while ((await relations()).length === 0) await Promise.race([delay(5), pushed]);
    expect((await relations()).length).toBeLessThan(10);
    await test.hub.close();
    expect((await pushed).every(({ status }) => status === 'integrated')).toBe(true);
    expect(await relations()).toHaveLength(10);
  });

  it('ends the streams, with an end that a device can tell from a loss', async () => {
    const { accessToken } = await test.signIn();
    const bell = await listenToBell(test.hub.url, accessToken);
    await bell.next();
    const startedAt = Date.now();
    await test.hub.close();
    expect(Date.now() - startedAt).toBeLessThan(DRAIN_MS - 500);
    expect(await bell.next()).toBeNull();
    expect(bell.raw()).toContain('event: complete');
  });

  it('accepts nothing more, and drops connections that are kept alive', async () => {
    const agent = new Agent({ keepAlive: true });
    const get = () =>
      new Promise<number>((resolve, reject) => {
        httpRequest({ port: test.hub.port, path: '/health', agent }, (response) => {
          response.resume().on('end', () => resolve(response.statusCode ?? 0));
        })
          .on('error', reject)
          .end();
      });
    expect(await get()).toBe(200);
    await test.hub.close();
    await expect(get()).rejects.toThrow();
    agent.destroy();
  });

  it('does not wait for ever for a request that does not come to its end', async () => {
    const request = httpRequest({
      port: test.hub.port,
      path: '/graphql',
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': '1000', expect: '100-continue' },
    });
    request.on('error', () => undefined).flushHeaders();
    await once(request, 'continue');
    request.write('{');
    const startedAt = Date.now();
    await test.hub.close();
    expect(Date.now() - startedAt).toBeGreaterThan(DRAIN_MS - 500);
    expect(Date.now() - startedAt).toBeLessThan(3 * DRAIN_MS);
  });

  it('may be asked twice, and leaves a base that opens', async () => {
    await Promise.all([test.hub.close(), test.hub.close()]);
    const database = await openDatabase(test.databaseUrl);
    await database.ping();
    await database.close();
  });
});
