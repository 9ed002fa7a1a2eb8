import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import {
  assertBaseEmpty,
  createWinpneuTables,
  type Database,
  migrate,
  openDatabase,
  parseDatabaseUrl,
  readBaseContents,
} from '@tournee/db';
import { createDemoBase } from '@tournee/db/demo';
import { systemClock } from '../clock.ts';
import { composeBaseRefresh } from '../compose-base-refresh.ts';
import { describeDemo } from '../demo-accounts.ts';
import { readEnvironment } from '../environment.ts';
import { silentLog } from '../logger.ts';
import { hashPassword } from '../modules/session/password.ts';
import { runCommand } from '../operator-problem.ts';

const HELP = `Usage: npm run demo

Fills an empty base, embedded or on SQL Server, with demo data and demo accounts, an administrator among them whose
password everybody can read. It names the base, shows what is in it and asks first. A base that holds any client,
relation, list or user is refused.

Environment: TOURNEE_DATA, DATABASE_URL (see README.md)
`;

/** The base as its operator knows it. The address itself holds a password. */
function nameOf(databaseUrl: string): { name: string; place: string } {
  const address = parseDatabaseUrl(databaseUrl);
  return address.engine === 'embedded'
    ? { name: 'demo', place: `the embedded base ${address.file}` }
    : { name: address.database, place: `the database ${address.database} of SQL Server ${address.server}` };
}

async function isConfirmed(name: string): Promise<boolean> {
  process.stderr.write(`Type « ${name} » to fill it with demo data, anything else to leave it as it is: `);
  const lines = createInterface({ input: process.stdin });
  try {
    for await (const line of lines) return line.trim() === name;
    return false;
  } finally {
    lines.close();
  }
}

async function fill(database: Database): Promise<void> {
  await createWinpneuTables(database);
  await migrate(database);
  await createDemoBase(database, { hashPassword, now: systemClock.now() });
  await composeBaseRefresh({ database, clock: systemClock, log: silentLog() }).run();
}

async function run(): Promise<string> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) return HELP;
  const { databaseUrl } = readEnvironment();
  const { name, place } = nameOf(databaseUrl);
  const database = await openDatabase(databaseUrl);
  try {
    const contents = await readBaseContents(database.db);
    process.stderr.write(`This is ${place}. Rows in it:\n`);
    for (const { table, rows } of contents) process.stderr.write(`${String(rows).padStart(9)}  ${table}\n`);
    await assertBaseEmpty(database.db);
    if (!(await isConfirmed(name))) {
      process.exitCode = 1;
      return 'Nothing was written.\n';
    }
    await fill(database);
    return `Filled.\n${await describeDemo()}`;
  } finally {
    await database.close();
  }
}

await runCommand(run);
