/**
 * What `npm start` and `npm test` need before anything of ours can run: the packages, and Node 24.
 * Plain JavaScript that Node 20 can read: on a fresh clone it is the machine's own Node that runs it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = 20;
const isWindows = process.platform === 'win32';
const installStamp = join(root, 'node_modules', '.tournee-lock');
const webStamp = join(root, 'client', 'dist', '.tournee-sources');

/** Node 24, as the `node` package of npm brings it. */
export const node24 = join(root, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node');

/**
 * How Node is told to run a hub. Left alone, V8 gives 128 MB to what lives for one request, and lets what is dead pile up
 * to several times what is alive before it looks: 420 MB after some thousand operations. So it stays below 300 MB, as fast.
 */
export const hubNodeFlags = JSON.parse(readFileSync(join(root, 'hub', 'node-flags.json'), 'utf8'));

/** Ends the process with one sentence. */
export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Installs the packages when the lock file has changed since they were installed last. */
export function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    fail(
      `Tournée needs Node ${OLDEST_NODE} or newer to start (this is ${process.versions.node}): install it from your system's packages, then run the command again.`,
    );
  }
  const lock = digest([join(root, 'package-lock.json')]);
  if (readStamp(installStamp) !== lock || !existsSync(node24)) {
    console.log('Installing packages (first run, or the lock file changed)…');
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: isWindows,
    });
    if (status !== 0)
      fail('The packages could not be installed: see what npm said above, then run the command again.');
    writeFileSync(installStamp, lock);
  }
  const { stdout } = spawnSync(node24, ['--version'], { encoding: 'utf8' });
  if (!stdout?.startsWith('v24.')) {
    fail('Node 24 did not come with the packages: delete node_modules and run the command again.');
  }
}

/** Builds the web app when one of its sources has changed since it was built last. */
export function ensureWebApp() {
  const sources = digest([
    ...filesBelow(join(root, 'client', 'src')),
    ...filesBelow(join(root, 'client', 'public')),
    ...filesBelow(join(root, 'client', 'ipc')),
    ...filesBelow(join(root, 'graphql', 'src')),
    join(root, 'angular.json'),
    join(root, 'client', 'tsconfig.json'),
    join(root, 'package-lock.json'),
  ]);
  if (readStamp(webStamp) === sources) return;
  console.log('Building the web app…');
  const ng = join(root, 'node_modules', '@angular', 'cli', 'bin', 'ng.js');
  const { status } = spawnSync(node24, [ng, 'build', 'desktop', '--progress=false'], {
    cwd: root,
    env: childEnvironment(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) fail('The web app could not be built: see the messages above.');
  mkdirSync(dirname(webStamp), { recursive: true });
  writeFileSync(webStamp, sources);
}

/** Environment for children: Node 24 first on the PATH, and what it compiled last time kept for a quick start. */
export function childEnvironment() {
  return {
    ...process.env,
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node-compile'),
    PATH: [dirname(node24), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  };
}

/** Runs a program under Node 24 and answers its exit code; Ctrl-C is the child's to handle, this process waits for it. */
export function runNode(args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(node24, args, { cwd: root, stdio: 'inherit', env: childEnvironment(), ...options });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      // A terminal sends Ctrl-C to the whole group, a supervisor to this process only: the child takes either once.
      process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
    }
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => statSync(file).isFile() && !/\.spec\.ts$/.test(file))
    .sort();
}

function digest(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}
