import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ElectronPlace {
  /** Folder of npm's `electron` package. It holds no binary: that is fetched at first run. */
  packageFolder: string;
  /** Folder of an Electron unpacked by hand, which wins. */
  override?: string | undefined;
  platform: NodeJS.Platform;
}

/** Path of the Electron program, or null when it is not on this machine (or, beside the package, cut short). */
export function findElectron({ packageFolder, override, platform }: ElectronPlace): string | null {
  const folder = override ?? join(packageFolder, 'dist');
  const program = join(folder, programName(platform));
  return existsSync(program) ? program : null;
}

/**
 * Fetches the binary by the package's own script, which checks it against the checksums that came with the package.
 * @returns null when it worked, else the reason in the script's words
 */
export function fetchElectron({ packageFolder }: ElectronPlace): string | null {
  const { status, stderr } = spawnSync(process.execPath, [join(packageFolder, 'install.js')], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return status === 0
    ? null
    : (stderr
        .split('\n')
        .find((line) => line.trim() !== '')
        ?.trim() ?? 'no reason given');
}

/** One sentence: what is missing, why, and the ways to get it. */
export function howToGetElectron(
  { packageFolder, override, platform }: ElectronPlace,
  reason: string,
): string {
  if (override !== undefined) {
    return `There is no ${programName(platform)} in ${override}: ELECTRON_OVERRIDE_DIST_PATH must name the folder of an unpacked Electron.`;
  }
  const version = versionOf(packageFolder);
  return (
    `Electron ${version} could not be fetched (${reason}): run "npm run desktop" again with access to github.com, ` +
    `name a mirror in ELECTRON_MIRROR, or unpack electron-v${version}-${platform}-${process.arch}.zip by hand and name ` +
    'its folder in ELECTRON_OVERRIDE_DIST_PATH.'
  );
}

function versionOf(packageFolder: string): string {
  const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

function programName(platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'electron.exe';
  if (platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return 'electron';
}
