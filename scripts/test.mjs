/**
 * `npm test`: every suite of every workspace, browser tests included. Ends with one line that counts them all.
 * `npm test -- db hub` runs only the named suites.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment, ensureInstalled, ensureWebApp, fail, root, runNode } from './toolchain.mjs';

/** In the order in which a fault is cheapest to find. */
const SUITES = {
  graphql: { folder: 'graphql', config: 'jest.config.js' },
  fences: { folder: 'eslint', config: 'jest.config.js' },
  scripts: { folder: 'scripts', config: 'jest.config.js' },
  db: { folder: 'db', config: 'jest.config.js' },
  hub: { folder: 'hub', config: 'jest.config.js' },
  client: { folder: 'client', config: 'jest.config.js' },
  electron: { folder: 'client', config: 'jest.electron.config.js' },
  e2e: { folder: 'e2e', config: 'jest.config.js' },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in SUITES));
if (unknown.length > 0)
  fail(`No such suite: ${unknown.join(', ')}. There are: ${Object.keys(SUITES).join(', ')}.`);

ensureInstalled();
ensureWebApp();

const reports = mkdtempSync(join(tmpdir(), 'tournee-test-'));
const totals = { passed: 0, failed: 0, skipped: 0 };

for (const name of asked.length > 0 ? asked : Object.keys(SUITES)) {
  const { folder, config } = SUITES[name];
  console.log(`\n── ${name}`);
  const report = join(reports, `${name}.json`);
  const code = await runNode(
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
      '--config',
      config,
      '--json',
      `--outputFile=${report}`,
    ],
    { cwd: join(root, folder), env: childEnvironment(), stdio: ['ignore', 'ignore', 'inherit'] },
  );
  count(name, report, code);
}

rmSync(reports, { recursive: true, force: true });
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;

/** Adds a suite's report to the totals. A suite that died, or a file that could not be loaded, counts as a failure. */
function count(name, file, code) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.log(`${name} wrote no report (exit code ${code})`);
    totals.failed += 1;
    return;
  }
  const broken = report.numRuntimeErrorTestSuites;
  const failed = report.numFailedTests + broken;
  totals.passed += report.numPassedTests;
  totals.failed += failed > 0 || code === 0 ? failed : 1;
  totals.skipped += report.numPendingTests + report.numTodoTests;
}
