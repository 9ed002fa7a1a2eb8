/** `npm run desktop`: builds the shell and starts it in Electron, on the app that `client/dist/browser` holds. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildShell, SHELL_FOLDER } from './build.ts';
import { type ElectronPlace, fetchElectron, findElectron, howToGetElectron } from './electron-binary.ts';
import { electronEnvironment, electronFolder } from './environment.ts';

/** Ends the process with one sentence. */
function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function obtainElectron(): string {
  const place: ElectronPlace = {
    packageFolder: dirname(createRequire(import.meta.url).resolve('electron/package.json')),
    override: electronFolder,
    platform: process.platform,
  };
  const found = findElectron(place);
  if (found !== null) return found;
  if (place.override !== undefined) fail(howToGetElectron(place, ''));
  console.log('Fetching Electron (first run, about 120 MB)…');
  const reason = fetchElectron(place);
  return (
    findElectron(place) ?? fail(howToGetElectron(place, reason ?? 'it was fetched, but holds no program'))
  );
}

if (!existsSync(join(SHELL_FOLDER, '..', 'browser', 'index.html'))) {
  fail('The web app is not built: run "npm run desktop", which builds it first.');
}
await buildShell();
const child = spawn(obtainElectron(), [SHELL_FOLDER, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: electronEnvironment(),
});
// A terminal sends Ctrl-C to the whole group; Electron then quits by itself and this process with it.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('error', (error) => {
  fail(`Electron could not be started: ${error.message}.`);
});
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
});
