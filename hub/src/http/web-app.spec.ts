import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { createWebApp } from './web-app.ts';

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

const script = 'console.log("x");'.repeat(200);
let folder: string;
let server: Server;

/** Node's own client: `fetch` would tidy up the paths that matter here. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as { port: number };
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on('error', reject).end();
  });
}

beforeAll(async () => {
  const root = await mkdtemp(join(tmpdir(), 'tournee-web-'));
  folder = join(root, 'browser');
  await mkdir(join(folder, 'media'), { recursive: true });
  await writeFile(join(root, 'secret.key'), 'secret');
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Tournée</title>');
  await writeFile(join(folder, 'main-ABCDEFGH.js'), script);
  await writeFile(join(folder, 'ngsw.json'), '{}');
  await writeFile(join(folder, '.env'), 'secret');
  const app = createWebApp(folder);
  server = createServer((req, res) => void app.serve(req, res, (req.url ?? '').split('?')[0] ?? ''));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(join(folder, '..'), { recursive: true });
});

describe('createWebApp', () => {
  const page = { accept: 'text/html,*/*' };

  it('serves the index at the root, not to be cached, with a strict policy', async () => {
    const { status, headers, body } = await get('/');
    expect([status, body.toString()]).toEqual([200, '<!doctype html><title>Tournée</title>']);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('serves hashed files for ever, compressed', async () => {
    const { headers, body } = await get('/main-ABCDEFGH.js', { 'accept-encoding': 'gzip, br' });
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      vary: 'accept-encoding',
    });
    expect(brotliDecompressSync(body).toString()).toBe(script);
  });

  it('serves the index for a page of the router, and 404 for a missing file', async () => {
    expect((await get('/clients/C0001', page)).body.toString()).toContain('Tournée');
    expect((await get('/clients/C%20001', page)).status).toBe(200);
    expect((await get('/chunk-00000000.js', page)).status).toBe(404);
    expect((await get('/clients/C0001')).status).toBe(404);
  });

  it('answers 304 to who has it already', async () => {
    const { headers } = await get('/ngsw.json');
    expect(headers['cache-control']).toBe('no-cache');
    const again = await get('/ngsw.json', { 'if-none-match': String(headers['etag']) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('answers HEAD without a body, and refuses to be written to', async () => {
    const head = await get('/', {}, 'HEAD');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, '38']);
    expect((await get('/', {}, 'POST')).status).toBe(405);
  });

  it.each([
    '/../secret.key',
    '/%2e%2e/secret.key',
    '/..%2fsecret.key',
    '/.env',
    '/media/../../secret.key',
    '/media',
  ])('gives nothing away for %s', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain('secret');
  });

  it('notices a new build', async () => {
    await writeFile(join(folder, 'ngsw.json'), '{"timestamp":1}');
    expect((await get('/ngsw.json')).body.toString()).toBe('{"timestamp":1}');
  });
});
