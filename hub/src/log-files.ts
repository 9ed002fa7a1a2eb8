import { readdir, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import roll from 'pino-roll';
import { errorCode } from './error-code.ts';

/** `tournee-<host>-<process>.<day>.<number>.log`: hub processes that share a folder never write into one file. */
const LOG_FILE = /^tournee-.+\.log$/;
const FILE_SIZE = '20m';
/** Lines that wait for a disk that is full; more than that are dropped. */
const UNWRITTEN_BYTES = 1_000_000;

/**
 * Opens the rolling log file of this process: a new one each day, and when it grows too large. A file that cannot be
 * written to, because the disk is full, must not take the hub down: the lines still go to standard output.
 */
export async function openLogFile(folder: string): ReturnType<typeof roll> {
  const file = await roll({
    file: join(folder, `tournee-${hostname()}-${String(process.pid)}`),
    frequency: 'daily',
    size: FILE_SIZE,
    dateFormat: 'yyyy-MM-dd',
    extension: '.log',
    mkdir: true,
    mode: 0o600,
    maxLength: UNWRITTEN_BYTES,
  });
  file.on('error', () => undefined);
  return file;
}

/** Deletes log files that were last written before an instant; nothing else that may lie in the folder. Answers how many. */
export async function pruneLogFiles(folder: string, before: Date): Promise<number> {
  let deleted = 0;
  for (const name of await namesIn(folder)) {
    if (!LOG_FILE.test(name)) continue;
    const path = join(folder, name);
    try {
      if ((await stat(path)).mtime >= before) continue;
      await unlink(path);
      deleted += 1;
    } catch (error) {
      // Another hub was quicker.
      if (errorCode(error) !== 'ENOENT') throw error;
    }
  }
  return deleted;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
