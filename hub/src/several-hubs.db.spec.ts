import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { clientRelation, operation, visit } from '@tournee/db';
import { type Operation, type OperationInput, operationName, parisDay, parisHour } from '@tournee/graphql';
import { listenToBell } from './testing/event-stream.ts';
import { eventually } from './testing/test-admin.ts';
import { TEST_PASSWORD } from './testing/test-base.ts';
import { startTestCluster, type TestCluster } from './testing/test-cluster.ts';
import { TestDevice } from './testing/test-device.ts';
import { codeOf, type GraphqlAnswer, postQuery, SIGN_IN, type TestSession } from './testing/test-hub.ts';
import { push, PUSH, toRows, visitOperation, visitPayload } from './testing/test-operations.ts';

const REFRESH = `mutation ($token: String!) { refreshSession(refreshToken: $token) { accessToken refreshToken deviceId user { id } } }`;

let cluster: TestCluster;
/** Two hubs that answer now, spoken to without the balancer. */
let one: string;
let other: string;

beforeAll(async () => {
  cluster = await startTestCluster(2);
  // The cluster answers as soon as its first hub does.
  while (cluster.hubs().length < 2) await new Promise((resolve) => setTimeout(resolve, 50));
}, 60_000);
afterAll(() => cluster.remove());
beforeEach(() => {
  [one = '', other = ''] = cluster
    .hubs()
    .slice(-2)
    .map(({ url }) => url);
});

const at = (url: string) => ({
  query: (text: string, variables?: Record<string, unknown>, token?: string): Promise<GraphqlAnswer> =>
    postQuery(url, text, variables, token),
});

async function signIn(url: string, password = TEST_PASSWORD, userName = 'igarnier'): Promise<GraphqlAnswer> {
  return postQuery(url, SIGN_IN, { userName, password });
}

async function session(url: string): Promise<TestSession> {
  const { data } = await signIn(url);
  return data?.['signIn'] as unknown as TestSession;
}

const refresh = (url: string, token: string): Promise<GraphqlAnswer> => postQuery(url, REFRESH, { token });
const sessionOf = (answer: GraphqlAnswer): TestSession =>
  answer.data?.['refreshSession'] as unknown as TestSession;

function newVisit(commentaire: string): OperationInput {
  const now = new Date();
  return visitOperation({
    id: operationName('VC', 'GA00', now, randomBytes(8)),
    createdAt: now.toISOString(),
    payload: visitPayload({ date: parisDay(now), heure: parisHour(now), commentaire }),
  });
}

describe('several hubs on one database', () => {
  it('renew at one hub a session that another one opened, and both take its tokens', async () => {
    const opened = await session(one);
    const renewed = sessionOf(await refresh(other, opened.refreshToken));
    for (const url of [one, other, cluster.url]) {
      expect(await new TestDevice(at(url), renewed.accessToken).pull('client')).toHaveLength(3);
    }
  });

  it('answer the same to a token that was used at another one, and leave the device in', async () => {
    const opened = await session(one);
    const renewed = sessionOf(await refresh(other, opened.refreshToken));
    const again = sessionOf(await refresh(one, renewed.refreshToken));
    expect(sessionOf(await refresh(other, opened.refreshToken)).refreshToken).toBe(renewed.refreshToken);
    expect(again.refreshToken).not.toBe(renewed.refreshToken);
    for (const url of [one, other]) {
      expect(codeOf(await postQuery(url, 'query { me { id } }', {}, again.accessToken))).toBeNull();
    }
  });

  it('count failed sign-ins together', async () => {
    const codes: (string | null)[] = [];
    for (const url of [one, other, one, other, one, other, one])
      codes.push(codeOf(await signIn(url, 'wrong', 'pmartin')));
    expect(codes).toEqual([
      ...Array.from({ length: 5 }, () => 'BAD_CREDENTIALS'),
      'TOO_MANY_ATTEMPTS',
      'TOO_MANY_ATTEMPTS',
    ]);
  });

  it('ring at one hub for what another one integrated', async () => {
    const [here, there] = [await session(one), await session(other)];
    const bell = await listenToBell(one, here.accessToken);
    expect(await bell.next()).toMatchObject({ collection: '*' });
    const sent = newVisit('rung at the other hub');
    await push(at(other), there.accessToken, sent);
    const rung = new Set<string | undefined>();
    while (!rung.has('visit')) rung.add((await bell.next())?.collection);
    bell.close();
    expect(await new TestDevice(at(one), here.accessToken).pull('operation')).toContain(sent.id);
  });

  it('lose nothing and double nothing when one is killed in the middle of a push', async () => {
    const { accessToken } = await session(cluster.url);
    const rows = Array.from({ length: 100 }, (_, index) => newVisit(`killed ${String(index)}.`));
    const started = cluster.hubs().length;
    const inLedger = async (): Promise<string[]> => {
      const names = new Set(rows.map(({ id }) => id));
      const all = await cluster.database.db.select({ name: operation.name }).from(operation);
      return all.map(({ name }) => name).filter((name) => names.has(name));
    };
    const pushing = postQuery(other, PUSH, { rows: toRows(rows) }, accessToken).then(
      () => 'answered',
      () => 'cut',
    );
    await eventually(async () => (await inLedger()).length > 0);
    process.kill(cluster.hubs().at(-1)?.pid ?? 0, 'SIGKILL');
    expect(await pushing).toBe('cut');
    expect((await inLedger()).length).toBeLessThan(100);

    // The balancer knows who is left; the device sends the same again, and once more.
    const first = await push(at(cluster.url), accessToken, ...rows);
    expect(new Set(first.map(({ status }) => status))).toEqual(new Set(['integrated']));
    expect(await push(at(cluster.url), accessToken, ...rows)).toEqual<Operation[]>(first);
    const { db } = cluster.database;
    const relations = (await db.select().from(clientRelation)).filter((row) =>
      row.commentaire?.startsWith('killed '),
    );
    expect(new Set(relations.map(({ commentaire }) => commentaire)).size).toBe(100);
    expect(relations).toHaveLength(100);
    const visits = await db.select().from(visit);
    expect(visits.filter((row) => rows.some(({ id }) => id === row.operation))).toHaveLength(100);

    await cluster.started(started + 1);
    expect((await fetch(`${cluster.hubs().at(-1)?.url ?? ''}/health`)).status).toBe(200);
  });

  it('end when the process that keeps them is gone', async () => {
    cluster.process.kill('SIGKILL');
    await once(cluster.process, 'exit');
    await eventually(async () => {
      const answers = await Promise.allSettled([one, other].map((url) => fetch(`${url}/health`)));
      return answers.every(({ status }) => status === 'rejected');
    });
  });
});
