import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type ElectronPlace, fetchElectron, findElectron, howToGetElectron } from './electron-binary.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const inFolder = temporaryFolder();

function place(more: Partial<ElectronPlace> = {}): ElectronPlace {
  return { packageFolder: inFolder('electron'), platform: 'linux', ...more };
}

function put(...names: string[]): string {
  const file = inFolder(...names);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  return file;
}

describe('findElectron', () => {
  it.each([
    ['linux', ['electron']],
    ['win32', ['electron.exe']],
    ['darwin', ['Electron.app', 'Contents', 'MacOS', 'Electron']],
  ] as const)('finds it beside its package on %s', (platform, names) => {
    expect(findElectron(place({ platform }))).toBeNull();
    const program = put('electron', 'dist', ...names);
    expect(findElectron(place({ platform }))).toBe(program);
  });

  it('takes the one that was unpacked by hand, and no other', () => {
    put('electron', 'dist', 'electron');
    const override = inFolder('mine');
    expect(findElectron(place({ override }))).toBeNull();
    const program = put('mine', 'electron');
    expect(findElectron(place({ override }))).toBe(program);
  });
});

describe('fetchElectron', () => {
  function script(text: string): void {
    put('electron', 'install.js');
    writeFileSync(inFolder('electron', 'install.js'), text);
  }

  it('gives null when the script of the package worked', () => {
    script('process.exit(0)');
    expect(fetchElectron(place())).toBeNull();
  });

  it('gives the first line of what the script complains of', () => {
    script('console.error("\\nTypeError: fetch failed\\n    at x (y.js:1:2)"); process.exit(1)');
    expect(fetchElectron(place())).toBe('TypeError: fetch failed');
  });

  it('says so when there is no reason', () => {
    script('process.exit(1)');
    expect(fetchElectron(place())).toBe('no reason given');
  });
});

describe('howToGetElectron', () => {
  it('is one line with the reason, the version and the ways', () => {
    put('electron', 'package.json');
    writeFileSync(inFolder('electron', 'package.json'), '{"version":"45.4.1"}');
    const sentence = howToGetElectron(place(), 'fetch failed');
    expect(sentence).not.toContain('\n');
    for (const word of ['45.4.1', 'fetch failed', 'ELECTRON_MIRROR', 'ELECTRON_OVERRIDE_DIST_PATH']) {
      expect(sentence).toContain(word);
    }
  });

  it('names the folder that was given and holds no Electron', () => {
    expect(howToGetElectron(place({ override: '/mine' }), '')).toContain('/mine');
  });
});
