import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const scripts = dirname(fileURLToPath(import.meta.url));

/** Runs a script in a process of its own, as npm does. */
function run(script, args = [], nodeOptions = []) {
  const { status, stderr } = spawnSync(process.execPath, [...nodeOptions, join(scripts, script), ...args], {
    encoding: 'utf8',
  });
  return { status, sentence: stderr.trim() };
}

/** A module that makes the process believe it runs under another Node. */
const pretend = (version) => [
  '--import',
  `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '${version}' })`,
];

describe('npm start', () => {
  it('says in one sentence that this Node is too old', () => {
    const { status, sentence } = run('start.mjs', [], pretend('18.19.0'));
    expect(status).toBe(1);
    expect(sentence).toMatch(/^Tournée needs Node 20 or newer to start \(this is 18\.19\.0\): .*\.$/);
  });
});

describe('npm test', () => {
  it('says which suites there are when asked for one that is not', () => {
    const { status, sentence } = run('test.mjs', ['clinet']);
    expect(status).toBe(1);
    expect(sentence).toMatch(/^No such suite: clinet\. There are: graphql, .*\.$/);
  });
});

describe('npm run test:sql-server', () => {
  it('says what to set when no SQL Server is named', () => {
    const { status, sentence } = run('test-sql-server.mjs');
    expect(status).toBe(1);
    expect(sentence).toMatch(/^Set DATABASE_URL=mssql:/);
  });
});
