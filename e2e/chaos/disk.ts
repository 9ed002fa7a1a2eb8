import { execFile } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Room for the base, its log and some more. */
const SIZE_MB = 192;
const BLOCK = 64 * 1024;

/** The disk that the data folder is on, which can be full. */
export interface ChaosDisk {
  /** How its being full comes about, in words. */
  readonly how: string;
  /** Where the data folder may be made. */
  readonly folder: string;
  /** @param pids the processes that write there */
  fill(pids: readonly number[]): Promise<void>;
  free(pids: readonly number[]): Promise<void>;
  remove(): Promise<void>;
}

/**
 * What is real and what is simulated, best first. Never the machine's own disk.
 * - As root on Linux: a small disk of its own, in memory, with the base, its journal, the mails and the logs. It is really
 *   filled up, and writes fail with ENOSPC as they do on any full disk.
 * - Else, where there is `prlimit`: no process of the hub may make a file longer than 4 kB while the disk "is full". The
 *   same writes fail at the same places, only with EFBIG, which SQLite calls an I/O error instead of a full disk; and a
 *   hub that starts meanwhile is not bound by it.
 * - Else nothing is done, and `how` says so.
 */
export async function chaosDisk(): Promise<ChaosDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'tournee-chaos-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${String(SIZE_MB)}m`, 'tournee-chaos', folder]);
    return smallDisk(folder);
  } catch {
    return await limitedFiles(folder);
  }
}

function smallDisk(folder: string): ChaosDisk {
  const ballast = join(folder, 'ballast');
  return {
    how: 'a small disk of its own, filled up (ENOSPC)',
    folder,
    fill: () => writeUntilFull(ballast),
    free: () => rm(ballast, { force: true }),
    remove: async () => {
      await run('umount', ['--lazy', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function writeUntilFull(path: string): Promise<void> {
  const file = await open(path, 'a');
  try {
    // Fails with ENOSPC at last; the smaller pieces take what the large ones left.
    for (const size of [BLOCK, 4096, 1]) {
      const piece = Buffer.alloc(size);
      while (await file.appendFile(piece).then(isDone, isFull));
    }
  } finally {
    await file.close();
  }
}

const isDone = (): boolean => true;
const isFull = (): boolean => false;

async function limitedFiles(folder: string): Promise<ChaosDisk> {
  const limit = async (pids: readonly number[], bytes: string): Promise<void> => {
    for (const pid of pids) {
      // The process may just have been killed.
      await run('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]).catch(() => undefined);
    }
  };
  const isThere = await run('prlimit', ['--version']).then(isDone, isFull);
  return {
    how: isThere ? 'no file may grow (EFBIG)' : 'not tried: neither a disk of our own nor prlimit here',
    folder,
    fill: (pids) => limit(pids, '4096'),
    free: (pids) => limit(pids, 'unlimited'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
