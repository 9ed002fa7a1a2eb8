import { createWinpneuTables, migrate, openDatabase } from '@tournee/db';
import { parseArgs } from 'node:util';
import { systemClock } from '../clock.ts';
import { readEnvironment } from '../environment.ts';
import { silentLog } from '../logger.ts';
import { composeBaseRefresh } from '../compose-base-refresh.ts';
import type { RefreshReport } from '../modules/base/base-refresh.ts';
import { runCommand } from '../operator-problem.ts';

const HELP = `Usage: npm run base:refresh

Reads winpneu, compares it with what devices pull, and publishes what changed. A running hub need not be stopped.
The report, with the odd rows that were met, is printed and kept in crm.refresh_run.

  --keys   list the keys of odd rows (the first 200 of a kind)

Environment: TOURNEE_DATA, DATABASE_URL (see README.md)
`;

/** What a kind of odd rows is, for the person who looks after winpneu. */
const ODD_ROWS: Readonly<Record<RefreshReport['oddRows'][number]['kind'], string>> = {
  clientWithoutName: 'clients without a name',
  clientWithoutKnownRep: 'clients whose rep is no user (admins and the office see them)',
  clientWithoutOffice: 'clients without an office',
  clientOddDate: 'clients with an odd creation date',
  turnoverOddMonth: 'turnover rows of a month that does not exist',
  turnoverWithoutClient: 'turnover rows of an unknown client',
  relationOddHour: 'relations with an odd hour',
  relationOddDate: 'relations with an odd date, or none',
  relationUnknownUser: 'relations of an unknown user',
  relationWithoutClient: 'relations of an unknown client',
  relationOfOtherEntity: 'relations of something else than a client',
};

function describe(report: RefreshReport, hasKeys: boolean): string {
  const odd = report.oddRows.map(({ kind, isPublished, count, keys }) => {
    const fate = isPublished ? 'published as they are' : 'not published';
    const list = hasKeys && keys.length > 0 ? `\n           ${keys.join(' ')}` : '';
    return `${String(count).padStart(9)}  ${ODD_ROWS[kind]}: ${fate}${list}\n`;
  });
  return [
    `${String(report.clients)} clients, ${String(report.references)} list values, ${String(report.settings)} settings read `,
    `in ${(report.milliseconds / 1000).toFixed(1)} s.\n`,
    `${String(report.written)} rows of the feed written; ${String(report.gone)} clients are gone; `,
    `${String(report.archivedRelations)} archived relations stay at the hub.\n`,
    ...(odd.length === 0 ? [] : ['Odd rows:\n', ...odd]),
  ].join('');
}

async function run(): Promise<string> {
  const { values } = parseArgs({
    options: { keys: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return HELP;
  const database = await openDatabase(readEnvironment().databaseUrl);
  try {
    if (database.engine === 'embedded') await createWinpneuTables(database);
    await migrate(database);
    const refresh = composeBaseRefresh({ database, clock: systemClock, log: silentLog() });
    const report = await refresh.run(showProgress);
    return `${process.stderr.isTTY ? '\n' : ''}${describe(report, values.keys ?? false)}`;
  } finally {
    await database.close();
  }
}

function showProgress(clients: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${String(clients)} clients`);
}

await runCommand(run);
