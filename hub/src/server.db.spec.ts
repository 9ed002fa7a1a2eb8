import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { COLLECTIONS } from '@tournee/graphql';
import { getIntrospectionQuery } from 'graphql';
import { errorMessages } from './errors.messages.ts';
import type { Log } from './logger.ts';
import { codeOf, type GraphqlAnswer, startTestHub, type TestHub } from './testing/test-hub.ts';

let test: TestHub;
const lines: string[] = [];
const record = (...parts: unknown[]): void => void lines.push(JSON.stringify(parts));
const log: Log = { info: record, warn: record, error: record, debug: record };

beforeAll(async () => {
  test = await startTestHub({ log, timeouts: { headersMs: 300, requestMs: 600, checkMs: 100 } });
});
afterAll(() => test.remove());
beforeEach(() => void lines.splice(0));

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

function post(
  body: string | Buffer,
  headers: Record<string, string> = {},
  path = '/graphql',
  method = 'POST',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = {
      port: test.hub.port,
      path,
      method,
      headers: { 'content-type': 'application/json', ...headers },
    };
    const request = httpRequest(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on('error', reject).end(body);
  });
}

const ask = (query: string, headers?: Record<string, string>): Promise<Answer> =>
  post(JSON.stringify({ query }), headers);
const json = ({ body }: Answer): GraphqlAnswer => JSON.parse(body.toString()) as GraphqlAnswer;

describe('errors', () => {
  it('masks a fault, logs it once under the request’s id, and says that id', async () => {
    const { accessToken } = await test.signIn();
    await test.database.db.execute(
      `update [crm].[sync_doc] set [body] = 'DUPONT' where [collection] = 'setting' and [id] = 'visit.form'`,
    );
    lines.splice(0);
    const answer = await ask('{ pullSettings(limit: 10) { documents { id } } }', {
      authorization: `Bearer ${accessToken}`,
    });
    const requestId = answer.headers['x-request-id'];
    expect(json(answer)).toEqual({
      data: null,
      errors: [
        {
          message: errorMessages.internal,
          path: ['pullSettings'],
          locations: [{ line: 1, column: 3 }],
          extensions: { code: 'INTERNAL', requestId },
        },
      ],
    });
    const faults = lines.filter((line) => line.includes('a request failed'));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(requestId);
  });

  it('lets a refusal pass with its code, and does not log it as a fault', async () => {
    const answer = await ask('{ me { id } }');
    expect(json(answer).errors?.[0]).toMatchObject({ message: errorMessages.unauthenticated, path: ['me'] });
    expect(lines.join()).not.toContain('a request failed');
  });

  it('never logs a password or a token', async () => {
    const { accessToken, refreshToken } = await test.signIn();
    await ask('{ me { id } }', { authorization: `Bearer ${accessToken}` });
    await test.query('mutation { refreshSession(refreshToken: "hunter22hunter22") { accessToken } }');
    const all = lines.join();
    for (const secret of [accessToken, refreshToken, 'hunter22', 'pneus d’hiver'])
      expect(all).not.toContain(secret);
  });
});

describe('limits', () => {
  it('refuses a body over two megabytes, and one that does not say how long it is', async () => {
    const body = JSON.stringify({ query: '{ me { id } }', variables: { x: 'x'.repeat(2_100_000) } });
    expect((await post(body)).status).toBe(413);
    expect((await post('{}', { 'transfer-encoding': 'chunked' })).status).toBe(411);
    expect((await post(body.replace('x'.repeat(200_000), ''))).status).toBe(200);
  });

  it('refuses queries that are too long, too deep, too wide or have too many tokens', async () => {
    const depth = `{ __typename ${'... on Query { '.repeat(3)} me { id } ${'}'.repeat(3)} }`;
    expect((await ask(depth)).status).toBe(200);
    const refused = await Promise.all(
      [
        `{ me { id } } # ${'x'.repeat(20_001)}`,
        `{ ${Array.from({ length: 11 }, (_, index) => `m${String(index)}: me { id }`).join(' ')} }`,
        `{ me { ${'id '.repeat(1100)} } }`,
      ].map((query) => ask(query, { accept: 'application/graphql-response+json' })),
    );
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 400]);
    expect(json(refused[0] as Answer).errors?.[0]?.extensions.code).toBe('QUERY_TOO_LARGE');
  });

  it('takes no batches', async () => {
    const answer = await post(JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]));
    expect([answer.status, json(answer).errors?.[0]?.message]).toEqual([400, 'Batching is not supported.']);
  });

  it('lets go of clients that send a byte now and then', async () => {
    const hang = (text: string): Promise<number> =>
      new Promise((resolve) => {
        const startedAt = Date.now();
        const socket = connect({ port: test.hub.port }, () => socket.write(text));
        const drip = setInterval(() => socket.write('x'), 50);
        socket.on('error', () => undefined).on('data', () => undefined);
        socket.on('close', () => {
          clearInterval(drip);
          resolve(Date.now() - startedAt);
        });
      });
    const head =
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n';
    expect(await hang('GET / HTTP/1.1\r\nX-Slow: ')).toBeLessThan(4000);
    expect(await hang(`${head}\r\n{`)).toBeLessThan(4000);
  });
});

describe('answers', () => {
  it('are compressed when it is worth it and wanted', async () => {
    const query = getIntrospectionQuery();
    const plain = await ask(query);
    expect(plain.headers['content-encoding']).toBeUndefined();
    const packed = await ask(query, { 'accept-encoding': 'gzip' });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Origin, Accept-Encoding' });
    expect(gunzipSync(packed.body)).toEqual(plain.body);
    expect(packed.body.length).toBeLessThan(plain.body.length / 3);
    expect(
      (await ask('{ __typename }', { 'accept-encoding': 'gzip' })).headers['content-encoding'],
    ).toBeUndefined();
  });

  it('bear an id of their own, and keep caches and sniffers away', async () => {
    const [first, second] = [await ask('{ __typename }'), await ask('{ __typename }')];
    expect(first.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(first.headers['x-request-id']).not.toBe(second.headers['x-request-id']);
    expect(first.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
  });

  it('may be read by the desktop application, and by no page from elsewhere', async () => {
    const desktop = await post('', { origin: 'app://tournee' }, '/graphql', 'OPTIONS');
    expect([desktop.status, desktop.headers['access-control-allow-origin']]).toEqual([204, 'app://tournee']);
    expect(desktop.headers['access-control-allow-headers']).toContain('authorization');
    const answer = await ask('{ __typename }', { origin: 'app://tournee' });
    expect(answer.headers['access-control-allow-origin']).toBe('app://tournee');
    for (const origin of ['https://evil.example', 'null', 'app://tournee.evil', 'http://localhost:4000']) {
      const { headers } = await post('', { origin }, '/graphql', 'OPTIONS');
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(
        (await ask('{ __typename }', { origin })).headers['access-control-allow-origin'],
      ).toBeUndefined();
    }
  });
});

describe('introspection', () => {
  const DEVICE_QUERY = COLLECTIONS.client.query.replace('nomClient', 'nomClien');

  it('is there for developers, as are GraphiQL and hints', async () => {
    const developer = await startTestHub({ isProduction: false });
    try {
      expect(codeOf(await developer.query(getIntrospectionQuery()))).toBeNull();
      const hint = await developer.query(DEVICE_QUERY);
      expect(hint.errors?.[0]?.message).toContain('Did you mean');
      const page = await fetch(`${developer.hub.url}/graphql`, { headers: { accept: 'text/html' } });
      expect(await page.text()).toContain('GraphiQL');
    } finally {
      await developer.remove();
    }
  });

  it('is not there by default, nor is GraphiQL, nor a hint', async () => {
    const introspection = json(await ask(getIntrospectionQuery()));
    expect(introspection.errors?.[0]?.message).toContain('introspection has been disabled');
    expect(json(await ask(DEVICE_QUERY)).errors?.[0]?.message).not.toContain('Did you mean');
    const page = await post('', { accept: 'text/html' }, '/graphql', 'GET');
    expect(page.body.toString()).not.toContain('GraphiQL');
    expect(codeOf(json(await ask('{ me { id } }')))).toBe('UNAUTHENTICATED');
  });
});

describe('/health', () => {
  it('says that all is well', async () => {
    const { status, body, headers } = await post('', {}, '/health', 'GET');
    expect([status, JSON.parse(body.toString())]).toEqual([
      200,
      { status: 'ok', database: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
    ]);
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('other paths', () => {
  it('are the web app’s', async () => {
    expect((await post('', {}, '/../../etc/passwd', 'GET')).status).toBe(404);
    expect((await post('{}', {}, '/graphql/', 'POST')).status).toBe(405);
  });
});
