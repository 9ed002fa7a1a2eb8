import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { PageCheck } from '../database.ts';
import { BaseDamaged } from '../engine-errors.ts';
import { engineMessages } from '../engine.messages.ts';

const run = promisify(execFile);
const QUICK_CHECK = fileURLToPath(new URL('./quick-check.process.ts', import.meta.url));

/**
 * Reads every page of a base, in a process of its own: SQLite works in the thread that asks it, and a thread cannot be
 * stopped while it does.
 */
export async function checkPages(file: string, limitMs: number): Promise<PageCheck> {
  let stdout: string;
  try {
    ({ stdout } = await run(process.execPath, [QUICK_CHECK, file], {
      timeout: Math.max(1, limitMs),
      killSignal: 'SIGKILL',
      windowsHide: true,
    }));
  } catch (error) {
    return { state: 'unfinished', cause: error };
  }
  const damages = JSON.parse(stdout) as string[];
  if (damages.length === 0) return { state: 'sound' };
  return { state: 'damaged', damages, problem: new BaseDamaged(engineMessages.damaged(file, damages)) };
}
