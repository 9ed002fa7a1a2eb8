import { setTimeout as delay } from 'node:timers/promises';
import { appUserRep, deviceRepository, publishing, syncDocRepository } from '@tournee/db';
import { listenToBell, type Subscription } from '../testing/event-stream.ts';
import { startTestHub, type TestHub, type TestSession } from '../testing/test-hub.ts';
import { push, visitOperation } from '../testing/test-operations.ts';

let test: TestHub;
let session: TestSession;
const open: Subscription[] = [];

beforeEach(async () => {
  test = await startTestHub();
  session = await test.signIn();
});
afterEach(async () => {
  for (const subscription of open.splice(0)) subscription.close();
  await test.remove();
});

/** Listens, and takes the first notice, which is always for all collections. */
async function listen(token = session.accessToken, url = test.hub.url): Promise<Subscription> {
  const subscription = await listenToBell(url, token);
  open.push(subscription);
  expect(await subscription.next()).toMatchObject({ collection: '*' });
  return subscription;
}

async function collections(subscription: Subscription, count: number): Promise<string[]> {
  const names: string[] = [];
  for (let index = 0; index < count; index += 1) names.push((await subscription.next())?.collection ?? 'end');
  return names.sort();
}

describe('the bell', () => {
  it('rings at once for what was committed here, once for each collection', async () => {
    const bell = await listen();
    await push(test, session.accessToken, visitOperation());
    expect(await collections(bell, 4)).toEqual(['client', 'clientHistory', 'operation', 'visit']);
  });

  it('says a number that a pull will reach', async () => {
    const bell = await listen();
    await push(test, session.accessToken, visitOperation());
    const notices = [await bell.next(), await bell.next(), await bell.next(), await bell.next()];
    const clock = await syncDocRepository(test.database.db).clock();
    for (const notice of notices) expect(Number(notice?.seq)).toBeLessThanOrEqual(clock);
  });

  it('rings for what another hub on the same base committed', async () => {
    const bell = await listen();
    await publishing(test.database, (_tx, feed) =>
      feed.publish(
        [{ collection: 'reference', id: 'x:y', scope: 'all', body: '{"id":"x:y"}' }],
        test.clock.now(),
      ),
    );
    expect(await bell.next()).toMatchObject({ collection: 'reference' });
  });

  it('does not ring for what is not the listener’s', async () => {
    const other = await listen((await test.signIn('pmartin')).accessToken);
    const mine = await listen();
    await push(test, session.accessToken, visitOperation());
    await collections(mine, 4);
    await push(
      test,
      (await test.signIn('pmartin')).accessToken,
      visitOperation({ cUser: 'PM00', entityId: 'C0101' }),
    );
    expect(await collections(other, 4)).toEqual(['client', 'clientHistory', 'operation', 'visit']);
    await delay(200);
    expect(mine.raw().match(/"collection"/g)).toHaveLength(5);
  });

  it('tells a device to pull everything when its user’s scopes changed', async () => {
    const bell = await listen();
    await test.database.db.insert(appUserRep).values({ userId: Number(session.user.id), cRep: 'PM00' });
    expect(await bell.next()).toMatchObject({ collection: '*' });
  });

  it('ends when the session is revoked', async () => {
    const bell = await listen();
    await deviceRepository(test.database.db).revoke(session.deviceId, 'signed-out', test.clock.now());
    expect(await bell.next()).toBeNull();
    expect(bell.raw()).toContain('event: complete');
  });

  it('ends with the access token', async () => {
    const bell = await listen();
    test.clock.advance({ minutes: 16 });
    expect(await bell.next()).toBeNull();
  });

  it('beats when nothing happens', async () => {
    const bell = await listen();
    await Promise.race([bell.next().catch(() => undefined), delay(1000)]);
    expect(bell.raw().match(/^:$/gm)?.length).toBeGreaterThan(1);
  });

  it('keeps a few streams for a device, and lets the oldest go', async () => {
    const streams = [await listen(), await listen(), await listen(), await listen(), await listen()];
    expect(await streams[0]?.next()).toBeNull();
    await push(test, session.accessToken, visitOperation());
    expect(await collections(streams[1] as Subscription, 4)).toContain('visit');
  });

  it('asks who listens', async () => {
    await expect((await listenToBell(test.hub.url, 'rubbish')).next()).rejects.toThrow('UNAUTHENTICATED');
  });
});
