import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { type AppFiles, answerAppRequest, fileOf } from './app-protocol.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const inFolder = temporaryFolder();

function files(hub: string | null = null): AppFiles {
  return { folders: { tournee: inFolder('browser'), shell: inFolder('pages') }, hub: () => hub };
}

function get(url: string, method = 'GET', hub: string | null = null): Promise<Response> {
  return answerAppRequest({ url, method }, files(hub));
}

beforeEach(() => {
  mkdirSync(inFolder('browser', 'media'), { recursive: true });
  mkdirSync(inFolder('pages'));
  writeFileSync(inFolder('browser', 'index.html'), '<app-root></app-root>');
  writeFileSync(inFolder('browser', 'main-ABC.js'), 'start();');
  writeFileSync(inFolder('browser', 'media', 'été 1.svg'), '<svg/>');
  writeFileSync(inFolder('pages', 'hub-address.html'), '<form></form>');
  writeFileSync(inFolder('secret.txt'), 'secret');
});

describe('answerAppRequest', () => {
  it('serves index.html at the root', async () => {
    const response = await get('app://tournee/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe('<app-root></app-root>');
  });

  it('serves a script with its type, whatever its query', async () => {
    const response = await get('app://tournee/main-ABC.js?v=1');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe('start();');
  });

  it('decodes names with blanks and accents', async () => {
    const response = await get(`app://tournee/media/${encodeURIComponent('été 1.svg')}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
  });

  it.each(['app://tournee/clients', 'app://tournee/clients/GA00123/historique', 'app://tournee/media'])(
    'serves index.html for the route %s',
    async (url) => {
      const response = await get(url);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await response.text()).toBe('<app-root></app-root>');
    },
  );

  it('answers 404 for a missing script, so that the router page is never run as one', async () => {
    expect((await get('app://tournee/chunk-GONE.js')).status).toBe(404);
  });

  it('answers 404 for anything missing among the pages of the shell', async () => {
    expect((await get('app://shell/clients')).status).toBe(404);
  });

  it('answers 404 for a foreign host', async () => {
    expect((await get('app://evil/index.html')).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE'])('refuses %s', async (method) => {
    expect((await get('app://tournee/', method)).status).toBe(405);
  });

  it('answers HEAD without a body', async () => {
    const response = await get('app://tournee/', 'HEAD');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  it('names the hub of the moment in the policy of the app', async () => {
    const response = await get('app://tournee/', 'GET', 'https://hub.exemple.fr');
    expect(response.headers.get('content-security-policy')).toContain(
      "connect-src 'self' https://hub.exemple.fr",
    );
  });

  it('gives the pages of the shell a policy without network', async () => {
    const response = await get('app://shell/hub-address.html', 'GET', 'https://hub.exemple.fr');
    expect(response.headers.get('content-security-policy')).not.toContain('hub.exemple.fr');
  });

  it.each([
    'app://tournee/../secret.txt',
    'app://tournee/%2e%2e/secret.txt',
    'app://tournee/%2e%2e%2fsecret.txt',
    'app://tournee/..%2fsecret.txt',
    'app://tournee/..%5csecret.txt',
    'app://tournee/media/..%2f..%2fsecret.txt',
    'app://tournee/%00',
    'app://tournee/index.html::$DATA',
    'app://tournee/C:%5csecret.txt',
    'app://tournee/%E0%A4%A',
  ])('never leaves the folder for %s', async (url) => {
    const response = await get(url);
    expect(await response.text()).not.toContain('secret');
    expect([400, 404]).toContain(response.status);
  });
});

describe('fileOf', () => {
  it.each(['/..%5csecret', '/a%5cb', '/C:/secret', '/index.html::$DATA', '/a%00b', '/%E0%A4%A'])(
    'names nothing for %s, which means more on Windows or to the system than here',
    (path) => {
      expect(fileOf(resolve('/srv/app'), path)).toBeNull();
    },
  );

  it('names a file of the folder, or nothing, for any path', () => {
    const root = resolve('/srv/app');
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '/', '\\', '//', 'C:', '%00', '%25'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const file = fileOf(root, `/${pieces.join('/')}`);
        return file === null || file.startsWith(join(root, '/'));
      }),
      { numRuns: 2000 },
    );
  });
});
