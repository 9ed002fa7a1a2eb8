import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../engines/database.ts';
import { USER_FILE, WINPNEU_FILES } from './extract-layout.ts';
import {
  type BadLine,
  type FileReport,
  FileTally,
  type ImportEvents,
  type ImportReport,
} from './import-report.ts';
import { loadTable } from './table-loader.ts';
import { loadUsers } from './user-loader.ts';

export interface ImportOptions extends ImportEvents {
  readonly now: Date;
  /** First password of new users. */
  readonly password?: string | undefined;
  readonly hashPassword: (plain: string) => Promise<string>;
  /** False for demo users only. */
  readonly mustChangePassword?: boolean;
  /**
   * Leave winpneu's tables alone and load the users only: on SQL Server they may be the ERP's own, which this CRM never
   * overwrites.
   */
  readonly usersOnly?: boolean;
}

/**
 * Loads an extract of winpneu: a folder with client.csv, client_relation.csv, client_ca.csv, liste.csv and
 * utilisateur.csv (UTF-8, `;`, header = the column names). Each bad line is reported and the others are loaded; a
 * missing file is said. It can be run again: rows are known by their key. Rows that are not in the extract stay.
 */
export async function importExtract(
  database: Database,
  folder: string,
  options: ImportOptions,
): Promise<ImportReport> {
  const badLines: BadLine[] = [];
  const files: FileReport[] = [];
  for (const layout of WINPNEU_FILES) {
    const tally = new FileTally(layout.file, options, badLines);
    const path = join(folder, layout.file);
    if (options.usersOnly === true) files.push(tally.report('skipped'));
    else if (await isThere(path)) files.push(await loadTable(database, path, layout, tally));
    else files.push(tally.report('missing'));
  }
  const tally = new FileTally(USER_FILE.file, options, badLines);
  const path = join(folder, USER_FILE.file);
  if (await isThere(path)) {
    const { now, password, hashPassword, mustChangePassword = true } = options;
    files.push(await loadUsers(database, path, { now, password, hashPassword, mustChangePassword }, tally));
  } else {
    files.push(tally.report('missing'));
  }
  return { files, badLines };
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    // Whatever else keeps the file from being read is a fault that must be seen.
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}
