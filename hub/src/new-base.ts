import { existsSync } from 'node:fs';
import { link, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createWinpneuTables, type Database, DatabaseUnreachable, migrate, openDatabase } from '@tournee/db';
import { errorCode } from './error-code.ts';

/** `hub.sqlite.<process>.new`, and what SQLite keeps beside it. */
const UNFINISHED = /\.(\d+)\.new(-wal|-shm|-journal)?$/;

/**
 * Makes an embedded base where there is no file yet: beside its place, and put there when it is whole. A start that is
 * cut short, by a full disk or a power cut, so leaves nothing that the next one takes for a base.
 * @param fill writes what the base begins with
 */
export async function makeNewBase(file: string, fill: (database: Database) => Promise<void>): Promise<void> {
  await removeUnfinished(file);
  const unfinished = `${file}.${String(process.pid)}.new`;
  try {
    // Nothing of it counts before the end, where closing it puts all on the disk.
    const database = await openDatabase(`sqlite:${unfinished}?synchronous=normal`);
    try {
      await createWinpneuTables(database);
      await migrate(database);
      await fill(database);
    } finally {
      await database.close();
    }
    await assertWhole(unfinished);
    await putInPlace(unfinished, file);
  } finally {
    await removeFiles([unfinished, `${unfinished}-wal`, `${unfinished}-shm`]);
  }
}

/** SQLite keeps its log, without a word, when the disk had no room for what stands in it. */
async function assertWhole(file: string): Promise<void> {
  const log = await stat(`${file}-wal`).catch(() => null);
  if (log === null || log.size === 0) return;
  throw new DatabaseUnreachable(`The base ${file} could not be written whole.`, {
    cause: Object.assign(new Error('SQLite kept its log'), { code: 'ENOSPC' }),
  });
}

/** Never over a base that another process has made meanwhile. */
async function putInPlace(unfinished: string, file: string): Promise<void> {
  try {
    await link(unfinished, file);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return;
    // A file system without hard links.
    if (!existsSync(file)) await rename(unfinished, file);
  }
}

async function removeUnfinished(file: string): Promise<void> {
  const folder = dirname(file);
  const names = await readdir(folder).catch(() => []);
  const old = names.filter((name) => {
    const [, pid] = UNFINISHED.exec(name) ?? [];
    return pid !== undefined && name.startsWith(`${basename(file)}.`) && !isAtWork(Number(pid));
  });
  await removeFiles(old.map((name) => join(folder, name)));
}

function isAtWork(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    // Signal 0 asks whether the process is there.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

async function removeFiles(files: readonly string[]): Promise<void> {
  for (const file of files) await rm(file, { force: true });
}
