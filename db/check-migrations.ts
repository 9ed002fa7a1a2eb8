import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Fails when the tables of `src/schema` say something that no migration does: what `db:generate` would write now must
 * be nothing. drizzle-kit is asked to explain its plan, not to write it.
 */
const drizzleKit = join(dirname(createRequire(import.meta.url).resolve('drizzle-kit')), 'bin.cjs');
const generate = ['generate', '--config', 'drizzle.config.ts', '--explain', '--output', 'json'];

interface Answer {
  readonly status: string;
  readonly statements?: readonly { readonly type: string }[];
}

async function pendingChanges(): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [drizzleKit, ...generate], {
      cwd: import.meta.dirname,
    });
    const answer = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Answer;
    const statements = answer.statements ?? [];
    return statements.length === 0 ? undefined : statements.map(({ type }) => type).join(', ');
  } catch (error) {
    // drizzle-kit asks whether something was renamed or made anew, and stops: that is a change, too.
    const output =
      typeof error === 'object' && error !== null && 'stdout' in error ? String(error.stdout) : '';
    if (output.includes('missing_hints')) return output.trim();
    throw error;
  }
}

const changes = await pendingChanges();
if (changes !== undefined) {
  process.stderr.write(
    `The tables changed since the last migration (${changes}): run « npm run db:generate -w db ».\n`,
  );
  process.exitCode = 1;
}
