/**
 * `npm run check`: the same on a desk and in CI. Runs every check, even when one fails, so that one run tells all: as
 * many side by side as there are cores, each one's words together when it ends.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { childEnvironment, ensureInstalled, node24, root } from './toolchain.mjs';

const bin = (path) => join(root, 'node_modules', path);

/** The longest first: the others run beside it. */
const CHECKS = [
  ['lint', [bin('eslint/bin/eslint.js'), '--max-warnings=0', '.']],
  ['format', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']],
  ['types: graphql', [bin('typescript/bin/tsc'), '-p', 'graphql']],
  ['types: db', [bin('typescript/bin/tsc'), '-p', 'db']],
  ['types: hub', [bin('typescript/bin/tsc'), '-p', 'hub']],
  ['types: client', [bin('@angular/compiler-cli/bundles/src/bin/ngc.js'), '-p', 'client', '--noEmit']],
  ['types: client specs', [bin('typescript/bin/tsc'), '-p', 'client/tsconfig.spec.json', '--noEmit']],
  ['types: electron', [bin('typescript/bin/tsc'), '-p', 'client/tsconfig.electron.json']],
  ['types: fences', [bin('typescript/bin/tsc'), '-p', 'eslint']],
  ['types: e2e', [bin('typescript/bin/tsc'), '-p', 'e2e']],
  ['dead code', [bin('knip/bin/knip.js'), '--no-progress']],
  ['generated code', ['graphql/check-generated.ts']],
  ['migrations', ['db/check-migrations.ts']],
];

/** Answers whether a check passed. */
function run([name, args]) {
  const started = Date.now();
  return new Promise((resolve) => {
    const said = [];
    const child = spawn(node24, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: childEnvironment(),
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece));
    child.on('error', (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
      resolve(code === 0);
    });
  });
}

ensureInstalled();
const waiting = [...CHECKS];
const failed = [];
async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    if (!(await run(check))) failed.push(check[0]);
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
