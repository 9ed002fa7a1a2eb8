import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type BadLine,
  createWinpneuTables,
  type Database,
  importExtract,
  type ImportReport,
  migrate,
  openDatabase,
} from '@tournee/db';
import { systemClock } from '../clock.ts';
import { readEnvironment } from '../environment.ts';
import { hashPassword } from '../modules/session/password.ts';
import { passwordFault } from '../modules/session/password-rules.ts';
import { runCommand } from '../operator-problem.ts';
import { StartupProblem } from '../startup-problem.ts';

const HELP = `Usage: npm run winpneu:import -- <folder> [--password <password>] [--write-winpneu]

Loads an extract of winpneu: client.csv, client_relation.csv, client_ca.csv, liste.csv, utilisateur.csv
(UTF-8, separated by semicolons, the first line names the columns). A file may be missing. A bad line is reported with
file, line, column and reason on standard error, and the others are loaded. It can be run again: nothing is doubled.

  --password <password>   first password of users that are new; they must change it at the first sign-in
  --write-winpneu         on SQL Server only: overwrite the tables of winpneu too. Without it only the users are loaded
                          there, for on SQL Server these tables may be the ERP's own.

Exit code 0 when anything was loaded, bad lines or not; 1 when nothing could be.
Run « npm run base:refresh » afterwards to publish what was loaded.

Environment: TOURNEE_DATA, DATABASE_URL (see README.md)
`;

const OPTIONS = {
  password: { type: 'string' },
  'write-winpneu': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const isTerminal = process.stderr.isTTY;
/** Back to the start of the line, and what stands there is cleared. */
const CLEAR = '\r\u001b[K';
/** Where nobody watches, one line in a while is enough. */
const LINES_PER_NOTE = 20_000;

function showProgress({ file, lines }: { file: string; lines: number }): void {
  if (isTerminal) process.stderr.write(`${CLEAR}${file} ${String(lines)} lines`);
  else if (lines % LINES_PER_NOTE === 0) process.stderr.write(`${file}: ${String(lines)} lines\n`);
}

function showBadLine({ file, line, column, reason }: BadLine): void {
  const place = `${file}:${String(line)}${column === null ? '' : ` ${column}`}`;
  process.stderr.write(`${isTerminal ? CLEAR : ''}${place}: ${reason}\n`);
}

function describe({ files }: ImportReport): string {
  return files
    .map((file) => {
      const name = file.file.padEnd(20);
      if (file.status === 'missing') return `${name} is not in the folder\n`;
      if (file.status === 'skipped')
        return `${name} left out: add --write-winpneu to overwrite winpneu's table\n`;
      if (file.status === 'refused') return `${name} cannot be loaded: see its header\n`;
      const counts = [
        `${String(file.lines).padStart(7)} lines`,
        `${String(file.inserted)} new`,
        `${String(file.updated)} changed`,
        `${String(file.unchanged)} as before`,
        `${String(file.badLines)} bad`,
      ];
      return `${name} ${counts.join(', ')}\n`;
    })
    .join('');
}

async function load(
  folder: string,
  database: Database,
  values: { password?: string; all: boolean },
): Promise<string> {
  if (database.engine === 'embedded') await createWinpneuTables(database);
  await migrate(database);
  const startedAt = performance.now();
  const report = await importExtract(database, folder, {
    now: systemClock.now(),
    password: values.password,
    hashPassword,
    usersOnly: database.engine === 'sql-server' && !values.all,
    onProgress: showProgress,
    onBadLine: showBadLine,
  });
  const isAnyLoaded = report.files.some((file) => file.inserted + file.updated + file.unchanged > 0);
  if (!isAnyLoaded) process.exitCode = 1;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const next = isAnyLoaded
    ? `Loaded in ${seconds} s. Run « npm run base:refresh » to publish.\n`
    : 'Nothing was loaded.\n';
  if (isTerminal) process.stderr.write(CLEAR);
  return `${describe(report)}${next}`;
}

async function run(): Promise<string> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.help) return HELP;
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new StartupProblem(`Name one folder.\n\n${HELP}`);
  const path = resolve(folder);
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new StartupProblem(`There is no folder ${path}.`);
  const { password } = values;
  const fault = password === undefined ? null : passwordFault(password, '');
  if (fault !== null) throw new StartupProblem(`--password: ${fault}`);
  const database = await openDatabase(readEnvironment().databaseUrl);
  try {
    return await load(path, database, {
      ...(password && { password }),
      all: values['write-winpneu'] ?? false,
    });
  } finally {
    await database.close();
  }
}

await runCommand(run);
