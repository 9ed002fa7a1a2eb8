import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { buildShell } from './build.ts';
import { FakeElectron } from './testing/fake-electron.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

/** The built main process, run on a fake Electron: what is checked here is that the parts are put together rightly. */
const inFolder = temporaryFolder();
const required = createRequire(import.meta.url);
const SHELL = 'app://shell/hub-address.html';
const APP = 'app://tournee/';
let dist: string;
let code: string;

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'tournee-dist-'));
  await buildShell(join(dist, 'electron'));
  mkdirSync(join(dist, 'browser'));
  writeFileSync(join(dist, 'browser', 'index.html'), '<app-root></app-root>');
  code = readFileSync(join(dist, 'electron', 'main.cjs'), 'utf8');
});
afterAll(() => {
  rmSync(dist, { recursive: true, force: true });
});

async function started(prepare: (electron: FakeElectron) => void = () => undefined): Promise<FakeElectron> {
  const electron = new FakeElectron(inFolder('user'));
  prepare(electron);
  const requireModule = (name: string): unknown => (name === 'electron' ? electron.module() : required(name));
  const silent = { platform: process.platform, stderr: { write: () => true } };
  const run = compileFunction(code, ['require', 'process', '__dirname']) as (...args: unknown[]) => void;
  run(requireModule, silent, join(dist, 'electron'));
  await new Promise((later) => setImmediate(later));
  return electron;
}

function keepHub(address: string): void {
  mkdirSync(inFolder('user'));
  writeFileSync(inFolder('user', 'hub.json'), JSON.stringify({ hub: address }));
}

describe('main', () => {
  it('gives the pages an origin of their own that is secure and cannot bypass its policy', async () => {
    const { schemes } = await started();
    expect(schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });

  it('asks for the hub the first time, then opens the app on it', async () => {
    const electron = await started();
    const [window] = electron.windows;
    expect(window?.loaded).toEqual([SHELL]);
    expect(await electron.invoke(SHELL, 'hub-address:write', 'hub.exemple.fr')).toEqual({
      ok: true,
      value: null,
    });
    expect(window?.loaded).toEqual([SHELL, APP]);
    const page = await electron.answer({ url: APP, method: 'GET' });
    expect(await page.text()).toBe('<app-root></app-root>');
    expect(page.headers.get('content-security-policy')).toContain(
      "connect-src 'self' https://hub.exemple.fr",
    );
  });

  it('opens the app at once when the hub is known', async () => {
    keepHub('https://hub.exemple.fr');
    expect((await started()).windows[0]?.loaded).toEqual([APP]);
  });

  it('serves its own page with its script', async () => {
    const electron = await started();
    const page = await electron.answer({ url: SHELL, method: 'GET' });
    expect(await page.text()).toContain('hub-address.js');
    expect((await electron.answer({ url: 'app://shell/hub-address.js', method: 'GET' })).status).toBe(200);
  });

  it('locks the window and denies permissions', async () => {
    const electron = await started();
    expect(electron.windows[0]?.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      preload: join(dist, 'electron', 'preload.cjs'),
    });
    expect(existsSync(join(dist, 'electron', 'preload.cjs'))).toBe(true);
    expect(electron.handlers).toEqual([
      'sandbox',
      'permission request',
      'permission check',
      'device',
      'display media',
    ]);
  });

  it('guards every web contents that comes to be', async () => {
    const electron = await started();
    const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: () => undefined });
    electron.app.emit('web-contents-created', {}, contents);
    let isPrevented = false;
    contents.emit('will-frame-navigate', {
      url: 'https://exemple.fr/',
      isMainFrame: true,
      preventDefault: () => (isPrevented = true),
    });
    expect(isPrevented).toBe(true);
    expect(electron.external).toEqual(['https://exemple.fr/']);
  });

  it('answers the app, and no one else, about tokens; says once that they cannot be kept', async () => {
    const electron = await started();
    expect(await electron.invoke(APP, 'tokens:write', 'secret')).toEqual({ ok: true, value: null });
    expect(await electron.invoke(APP, 'tokens:write', 'secret')).toEqual({ ok: true, value: null });
    expect(await electron.invoke(APP, 'tokens:read')).toEqual({ ok: true, value: 'secret' });
    expect(await electron.invoke(SHELL, 'tokens:read')).toMatchObject({ ok: false, code: 'SENDER_REFUSED' });
    expect(electron.shown).toHaveLength(1);
  });

  it('finds no hub while offline', async () => {
    const electron = await started();
    expect(await electron.invoke(SHELL, 'hub-address:probe', 'hub.exemple.fr')).toEqual({
      ok: true,
      value: false,
    });
  });

  it('shows the window when it is painted, and remembers where it stood', async () => {
    const electron = await started();
    const [window] = electron.windows;
    expect(window?.done).toEqual([]);
    window?.emit('ready-to-show');
    expect(window?.done).toEqual(['show']);
    window?.emit('close');
    expect((await started()).windows[0]?.options).toMatchObject({ x: 5, y: 6, width: 1000, height: 700 });
  });

  it('comes forward when it is started again', async () => {
    const electron = await started();
    electron.app.emit('second-instance');
    expect(electron.windows[0]?.done).toEqual(['restore', 'focus']);
  });

  it('does nothing when another instance runs', async () => {
    const electron = await started((given) => {
      given.isLockFree = false;
    });
    expect(electron.hasQuit).toBe(true);
    expect(electron.windows).toEqual([]);
    expect(electron.listeners.size).toBe(0);
  });

  it('offers to reload when the page died', async () => {
    const electron = await started();
    const [window] = electron.windows;
    window?.webContents.emit('render-process-gone', {}, { reason: 'oom' });
    await new Promise((later) => setImmediate(later));
    expect(electron.shown).toHaveLength(1);
    expect(window?.done).toEqual(['reload']);
  });

  it('says why it cannot start, and leaves with an exit code', async () => {
    const electron = await started((given) => {
      given.app.getVersion = () => {
        throw new Error('broken');
      };
    });
    expect(electron.shown).toEqual([['Tournée n’a pas pu démarrer', expect.stringContaining('broken')]]);
    expect(electron.exitCode).toBe(1);
  });
});
