import { isHashed, staticPath } from './static-path.ts';

describe('staticPath', () => {
  it.each([
    ['/main-ABCDEFGH.js', 'main-ABCDEFGH.js'],
    ['/media/inter-latin-wght-normal-7QIJBZFL.woff2', 'media/inter-latin-wght-normal-7QIJBZFL.woff2'],
    ['/ngsw.json', 'ngsw.json'],
    ['/icons/icon-512@2x.png', 'icons/icon-512@2x.png'],
  ])('serves %s', (path, file) => {
    expect(staticPath(path)).toBe(file);
  });

  it.each([
    '/..',
    '/../secret.key',
    '/media/../../hub.sqlite',
    '/%2e%2e/secret.key',
    '/..%2fsecret.key',
    '/..%5csecret.key',
    '/..\\secret.key',
    '\\..\\secret.key',
    '//etc/passwd',
    '/media//a.js',
    '/./a.js',
    '/.env',
    '/media/.git/config',
    '/C:/windows/win.ini',
    '/index.html::$DATA',
    '/a.js\0.png',
    '/a.js%00.png',
    '/a b.js',
    '/',
    '',
    'main.js',
    '/media/',
    '/…/a.js',
  ])('does not serve %j', (path) => {
    expect(staticPath(path)).toBeNull();
  });
});

describe('isHashed', () => {
  it.each(['main-ABCDEFGH.js', 'media/inter-7QIJBZFL.woff2', 'chunk-A1B2C3D4.js', 'styles-5INURTSO.css'])(
    'is true for %s',
    (file) => {
      expect(isHashed(file)).toBe(true);
    },
  );

  it.each([
    'index.html',
    'ngsw.json',
    'ngsw-worker.js',
    'safety-worker.js',
    'favicon.ico',
    'icon-maskable.png',
  ])('is false for %s', (file) => {
    expect(isHashed(file)).toBe(false);
  });
});
