import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from './error-code.ts';
import { StartupProblem } from './startup-problem.ts';

const FILE_NAME = 'secret.key';
const MIN_LENGTH = 32;

/**
 * Key of the access tokens, kept in the data folder and made on first run; only its owner may read it.
 * Several hubs may start at once on one folder: the first one to create the file makes the key for all.
 */
export async function loadSecret(dataFolder: string): Promise<string> {
  const file = join(dataFolder, FILE_NAME);
  const fresh = randomBytes(48).toString('base64url');
  try {
    await writeFile(file, fresh, { flag: 'wx', mode: 0o600 });
    return fresh;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return readSecret(file);
    // Half a key, on a full disk, must not stay: the next start would find it and ask for it to be deleted.
    await rm(file, { force: true });
    throw new StartupProblem(
      `The key of the tokens cannot be written to ${file} (${errorCode(error) ?? 'unknown error'}): make room on this disk, or set TOURNEE_SECRET.`,
      { cause: error },
    );
  }
}

async function readSecret(file: string): Promise<string> {
  // A hub that has just created the file may not have filled it yet.
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const secret = (await readFile(file, 'utf8')).trim();
    if (secret.length >= MIN_LENGTH) return secret;
    await delay(50);
  }
  throw new StartupProblem(
    `${file} holds no usable key: delete it to make a new one (everybody signs in again), or set TOURNEE_SECRET.`,
  );
}
