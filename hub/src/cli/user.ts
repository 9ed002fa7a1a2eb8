import { parseArgs } from 'node:util';
import { createWinpneuTables, migrate, openDatabase } from '@tournee/db';
import { systemClock } from '../clock.ts';
import { readEnvironment } from '../environment.ts';
import { hashPassword } from '../modules/session/password.ts';
import { passwordFault } from '../modules/session/password-rules.ts';
import { type NewUserFields, UserProblem, UserService } from '../modules/user/user.service.ts';
import { runCommand } from '../operator-problem.ts';
import { StartupProblem } from '../startup-problem.ts';
import { readPassword } from './read-password.ts';

const HELP = `Usage: npm run user -- <command>

  add <user> --c-user <code> --mail <mail> --name <name> --role commercial|admin|comptable
             [--rep <code>]… [--agence <code>] [--scope rep|agence|tous]
  password <user>       set a new password, sign the user out everywhere
  deactivate <user>     the user is out at the next contact
  activate <user>
  list

The password is asked for, or read from standard input; --password <password> gives it on the command line.
The user must change it at the first sign-in, unless --keep-password is given.
`;

const OPTIONS = {
  'c-user': { type: 'string' },
  mail: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  rep: { type: 'string', multiple: true },
  agence: { type: 'string' },
  scope: { type: 'string' },
  password: { type: 'string' },
  'keep-password': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>['values'];

function newUserFields(userWindows: string, values: Values): NewUserFields {
  const role = values.role ?? 'commercial';
  // Fields of a wrong kind are for the service to refuse, with the same words wherever they come from.
  return {
    userWindows,
    cUser: values['c-user'] ?? '',
    mail: values.mail ?? '',
    nomAffiche: values.name ?? '',
    role,
    scopeKind: values.scope ?? (role === 'admin' ? 'tous' : 'rep'),
    cAgence: values.agence ?? null,
    cReps: values.rep ?? [],
  } as NewUserFields;
}

async function listUsers(users: UserService): Promise<string> {
  const rows = (await users.list()).map((user) => [
    user.userWindows,
    user.cUser,
    user.role,
    user.scopeKind === 'rep' ? user.cReps.join(',') : `${user.scopeKind} ${user.cAgence ?? ''}`.trim(),
    user.mail,
    `${user.nomAffiche}${user.isActive ? '' : ' (deactivated)'}${user.mustChangePassword ? ' (must change password)' : ''}`,
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(0, ...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map(
      (row) =>
        row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd() + '\n',
    )
    .join('');
}

async function execute(users: UserService, [command, userName]: string[], values: Values): Promise<string> {
  if (command === 'list') return listUsers(users);
  if (userName === undefined) throw new UserProblem('Name a user.');
  const password = (): Promise<string> | string =>
    values.password ?? readPassword(`Password for ${userName}: `);
  const mustChange = !(values['keep-password'] ?? false);
  switch (command) {
    case 'add': {
      const { hasNewScope } = await users.add(newUserFields(userName, values), await password(), mustChange);
      const hint = hasNewScope
        ? 'Run « npm run base:refresh » to publish the clients of the new scope.\n'
        : '';
      return `User ${userName} added.\n${hint}`;
    }
    case 'password':
      await users.setPassword(userName, await password(), mustChange);
      return `Password of ${userName} set; all devices are signed out.\n`;
    case 'deactivate':
    case 'activate':
      await users.setActive(userName, command === 'activate');
      return `User ${userName} ${command}d.\n`;
    default:
      throw new UserProblem(`Unknown command ${command ?? ''}.`);
  }
}

async function run(): Promise<string> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.help || positionals.length === 0) return HELP;
  const database = await openDatabase(readEnvironment().databaseUrl);
  try {
    if (database.engine === 'embedded') await createWinpneuTables(database);
    await migrate(database);
    return await execute(
      new UserService({ database, clock: systemClock, hashPassword, passwordFault }),
      positionals,
      values,
    );
  } finally {
    await database.close();
  }
}

/** A refusal of the table is for the operator, like a bad argument. */
async function runOrRefuse(): Promise<string> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof UserProblem) throw new StartupProblem(error.message, { cause: error });
    throw error;
  }
}

await runCommand(runOrRefuse);
