/**
 * `npm run test:sql-server`: the contract and integration tests (`*.db.spec.ts`) on the SQL Server of `DATABASE_URL`.
 * The tests make and drop databases of their own on that server; they never touch the one the URL names.
 */
import { join } from 'node:path';
import { childEnvironment, ensureInstalled, fail, root, runNode } from './toolchain.mjs';

if (!process.env.DATABASE_URL?.startsWith('mssql://')) {
  fail(
    'Set DATABASE_URL=mssql://user:password@host:1433/database to the SQL Server to test on, then run the command again.',
  );
}

ensureInstalled();
const codes = [];
for (const folder of ['db', 'hub']) {
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const args = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, '--runInBand'];
  codes.push(
    await runNode([...args, '--testMatch', '**/*.db.spec.ts'], {
      cwd: join(root, folder),
      env: childEnvironment(),
    }),
  );
}
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
