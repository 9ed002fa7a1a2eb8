import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { buildShell } from './build.ts';
import type { ShellBridge, TourneeBridge } from '../ipc/contract.ts';

let folder: string;
let code: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tournee-preload-'));
  await buildShell(folder);
  code = readFileSync(join(folder, 'preload.cjs'), 'utf8');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface World {
  exposed: Record<string, unknown>;
  invoked: unknown[][];
}

/** Runs the built script as a sandboxed renderer does: it may require `electron` and nothing else. */
function run(href: string, reply: unknown = { ok: true, value: 'v' }): World {
  const world: World = { exposed: {}, invoked: [] };
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => (world.exposed[name] = api) },
    ipcRenderer: {
      invoke: (...args: unknown[]) => {
        world.invoked.push(args);
        return Promise.resolve(reply);
      },
    },
  };
  const require = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return electron;
  };
  runInNewContext(code, { require, URL, process: { platform: 'win32' }, window: { location: { href } } });
  return world;
}

describe('preload', () => {
  it('gives the app its bridge and nothing else', () => {
    const { exposed } = run('app://tournee/clients');
    expect(Object.keys(exposed)).toEqual(['tournee']);
    const bridge = exposed['tournee'] as TourneeBridge;
    expect(bridge).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
      platform: 'win32',
    });
    expect(Object.keys(bridge).sort()).toEqual(['hubAddress', 'platform', 'tokens', 'version']);
    expect(Object.keys(bridge.hubAddress).sort()).toEqual(['read', 'write']);
  });

  it('gives the page of the shell its own bridge, without tokens', () => {
    const { exposed } = run('app://shell/hub-address.html');
    expect(Object.keys(exposed)).toEqual(['shell']);
    expect(Object.keys(exposed['shell'] as ShellBridge)).toEqual(['hubAddress']);
  });

  it.each(['https://evil.fr/', 'https://tournee/', 'about:blank', 'app://evil/'])(
    'gives %s nothing',
    (href) => {
      expect(run(href).exposed).toEqual({});
    },
  );

  it('asks the main process on the channels of the contract', async () => {
    const { exposed, invoked } = run('app://tournee/');
    const bridge = exposed['tournee'] as TourneeBridge;
    expect(await bridge.tokens.read()).toBe('v');
    await bridge.tokens.write('t');
    await bridge.tokens.clear();
    expect(await bridge.hubAddress.read()).toBe('v');
    await bridge.hubAddress.write('https://hub.exemple.fr');
    expect(invoked).toEqual([
      ['tokens:read'],
      ['tokens:write', 't'],
      ['tokens:clear'],
      ['hub-address:read'],
      ['hub-address:write', 'https://hub.exemple.fr'],
    ]);
  });

  it('probes a hub for the page of the shell', async () => {
    const { exposed, invoked } = run('app://shell/hub-address.html', { ok: true, value: false });
    expect(await (exposed['shell'] as ShellBridge).hubAddress.probe('a.fr')).toBe(false);
    expect(invoked).toEqual([['hub-address:probe', 'a.fr']]);
  });

  it('turns a refusal into an error with the sentence for the user', async () => {
    const { exposed } = run('app://tournee/', { ok: false, code: 'NO', message: 'Non.' });
    await expect((exposed['tournee'] as TourneeBridge).tokens.read()).rejects.toMatchObject({
      message: 'Non.',
    });
  });
});

describe('buildShell', () => {
  it('makes an application that Electron can start, and nothing that is not part of it', () => {
    expect(readdirSync(folder).sort()).toEqual(['main.cjs', 'package.json', 'pages', 'preload.cjs']);
    expect(readdirSync(join(folder, 'pages')).sort()).toEqual([
      'hub-address.css',
      'hub-address.html',
      'hub-address.js',
    ]);
    expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toMatchObject({
      name: 'tournee',
      main: 'main.cjs',
    });
  });
});
