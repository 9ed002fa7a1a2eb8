import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** A text to lint as if it stood in `file`. */
export interface Plant {
  file: string;
  code: string;
}

export interface Finding {
  ruleId: string | null;
  message: string;
  severity: number;
}

/**
 * `fences`: the fences alone, around whatever tree `root` names. `open` and `closed` are the same with a known fault,
 * to see that the specs notice: the plugin's blind default, and a fence that lets nothing through.
 * `project`: the project's own configuration without the rules that need types. `typed`: all of it; files must exist.
 */
export type Mode = 'fences' | 'open' | 'closed' | 'project' | 'typed';

export interface Request {
  root: string;
  mode: Mode;
  plants: readonly Plant[];
}

const LINTER = fileURLToPath(new URL('lint-planted.js', import.meta.url));
const EMPTY = 'export {};\n';
const WORKSPACES = ['graphql', 'db', 'hub', 'client', 'e2e'];

interface Manifest {
  name: string;
  exports?: Record<string, string>;
}

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

/** For each request, what the linter says of each of its plants, in their order. One process for all: it loads slowly. */
export async function lintPlants(requests: readonly Request[]): Promise<Finding[][][]> {
  const child = spawn(process.execPath, [LINTER], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(requests));
  return (await json(child.stdout)) as Finding[][][];
}

/**
 * A tree with the project's workspaces (their real package.json files, so their real entries) and nothing but empty
 * files in them. The fences are tried in it, so that no file of the project can be renamed from under a spec.
 */
export async function plantTree(files: readonly string[]): Promise<string> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'tournee-fences-')));
  await writeAt(root, 'tsconfig.base.json', '{}');
  for (const workspace of WORKSPACES) {
    const manifest = await readFile(path.join(projectRoot, workspace, 'package.json'), 'utf8');
    const { name, exports = {} } = JSON.parse(manifest) as Manifest;
    await writeAt(root, `${workspace}/package.json`, manifest);
    for (const entry of Object.values(exports)) await writeAt(root, path.join(workspace, entry), EMPTY);
    await mkdir(path.join(root, 'node_modules', path.dirname(name)), { recursive: true });
    await symlink(path.join(root, workspace), path.join(root, 'node_modules', name), 'junction');
  }
  for (const file of files) await writeAt(root, file, EMPTY);
  return root;
}

async function writeAt(root: string, file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
}
