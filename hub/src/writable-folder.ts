import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { errorCode } from './error-code.ts';
import { StartupProblem } from './startup-problem.ts';

/**
 * Makes a folder for this user only when it is not there, and sees that this process may write into it.
 * @param purpose what the folder is for, e.g. `data`
 * @param variable environment variable that names another one
 * @throws StartupProblem that names the folder and the variable
 */
export async function ensureWritableFolder(folder: string, purpose: string, variable: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new StartupProblem(
      `The ${purpose} folder ${folder} is not writable (${errorCode(error) ?? 'unknown error'}): give this user the right to write there, or set ${variable}.`,
      { cause: error },
    );
  }
}
