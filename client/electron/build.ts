import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';

const SOURCE = import.meta.dirname;
/** Where the built shell stands: an Electron application of its own, beside the app in `client/dist/browser`. */
export const SHELL_FOLDER = join(SOURCE, '..', 'dist', 'electron');

/**
 * Builds main process, preload script and the shell's pages into a folder that Electron can start.
 * A sandboxed preload script can load no file of its own, and knows CommonJS only: it is one bundled file.
 */
export async function buildShell(folder: string = SHELL_FOLDER): Promise<void> {
  const { version } = JSON.parse(await readFile(join(SOURCE, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'pages'), { recursive: true });
  const node: BuildOptions = { platform: 'node', format: 'cjs', target: 'node24', external: ['electron'] };
  await Promise.all([
    bundle({
      ...node,
      entryPoints: [join(SOURCE, 'main.ts')],
      // CommonJS, which Electron waits for before it is ready, has no `import.meta`.
      define: { 'import.meta.dirname': '__dirname' },
      outfile: join(folder, 'main.cjs'),
    }),
    bundle({
      ...node,
      platform: 'browser',
      target: 'chrome140',
      entryPoints: [join(SOURCE, 'preload.ts')],
      define: { TOURNEE_VERSION: JSON.stringify(version) },
      outfile: join(folder, 'preload.cjs'),
    }),
    bundle({
      platform: 'browser',
      format: 'esm',
      target: 'chrome140',
      entryPoints: [join(SOURCE, 'pages', 'hub-address.ts')],
      outfile: join(folder, 'pages', 'hub-address.js'),
    }),
    ...['hub-address.html', 'hub-address.css'].map((name) =>
      cp(join(SOURCE, 'pages', name), join(folder, 'pages', name)),
    ),
    writeManifest(folder, version),
  ]);
}

async function bundle(options: BuildOptions): Promise<void> {
  await build({ bundle: true, legalComments: 'none', logLevel: 'error', sourcemap: false, ...options });
}

/** Electron takes entry and version from it, and from the name the folder of the user's data, so a plain ASCII one. */
async function writeManifest(folder: string, version: string): Promise<void> {
  const manifest = { name: 'tournee', version, main: 'main.cjs' };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

if (import.meta.main) await buildShell();
