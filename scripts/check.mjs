/** `npm run check`: the same on a desk and in CI. Runs every check, even when one fails, so that one run tells all. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { childEnvironment, ensureInstalled, node24, root } from './toolchain.mjs';

const bin = (path) => join(root, 'node_modules', path);

const CHECKS = [
  ['format', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']],
  ['types: graphql', [bin('typescript/bin/tsc'), '-p', 'graphql']],
  ['types: db', [bin('typescript/bin/tsc'), '-p', 'db']],
  ['types: hub', [bin('typescript/bin/tsc'), '-p', 'hub']],
  ['types: client', [bin('@angular/compiler-cli/bundles/src/bin/ngc.js'), '-p', 'client', '--noEmit']],
  ['types: client specs', [bin('typescript/bin/tsc'), '-p', 'client/tsconfig.spec.json', '--noEmit']],
  ['types: electron', [bin('typescript/bin/tsc'), '-p', 'client/tsconfig.electron.json']],
  ['types: fences', [bin('typescript/bin/tsc'), '-p', 'eslint']],
  ['types: e2e', [bin('typescript/bin/tsc'), '-p', 'e2e']],
  ['lint', [bin('eslint/bin/eslint.js'), '--max-warnings=0', '.']],
  ['dead code', [bin('knip/bin/knip.js'), '--no-progress']],
  ['generated code', ['graphql/check-generated.ts']],
  ['migrations', ['db/check-migrations.ts']],
];

ensureInstalled();
const failed = CHECKS.filter(([name, args]) => {
  const started = Date.now();
  const { status } = spawnSync(node24, args, { cwd: root, stdio: 'inherit', env: childEnvironment() });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  return status !== 0;
});
if (failed.length > 0) console.error(`\nFailed: ${failed.map(([name]) => name).join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
