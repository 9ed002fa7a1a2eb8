import { type CsvFault, type CsvRecord, readCsvRecords } from '@tournee/db';
import type { UserImportFault } from '@tournee/graphql';
import { checkUser, type UserFields } from './user-fields.ts';
import { userMessages } from './user.messages.ts';

/** Header of the table, and the field of each column. The same as that of the extract of winpneu. */
const COLUMNS = {
  user_windows: 'userWindows',
  c_user: 'cUser',
  mail: 'mail',
  nom_affiche: 'nomAffiche',
  role: 'role',
  c_rep: 'cReps',
  scope_kind: 'scopeKind',
  c_agence: 'cAgence',
} as const satisfies Record<string, keyof UserFields>;
type ColumnName = keyof typeof COLUMNS;

const NAMES = Object.keys(COLUMNS) as ColumnName[];
const OPTIONAL: readonly string[] = ['c_rep', 'scope_kind', 'c_agence'];
const TEXT_MAX_LENGTH = 1_000_000;
const BYTE_ORDER_MARK = '\uFEFF';
/** Spreadsheets run a cell that begins so as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

export interface ReadUser {
  readonly line: number;
  readonly fields: UserFields;
}

/** Reads a table of users; lines that make no sense are faults, the others are taken. */
export async function readUserCsv(text: string): Promise<{ users: ReadUser[]; faults: UserImportFault[] }> {
  if (text.length > TEXT_MAX_LENGTH) return { users: [], faults: [fault(1, null, userMessages.csv.tooLong)] };
  const records: (CsvRecord | CsvFault)[] = [];
  for await (const some of readCsvRecords(only(text))) records.push(...some);
  const [first, ...rest] = records;
  if (first === undefined || 'fault' in first)
    return { users: [], faults: [fault(1, null, userMessages.csv.empty)] };
  const header = first.fields.map((name) => name.trim().toLowerCase());
  const headerFaults = checkHeader(header);
  if (headerFaults.length > 0) return { users: [], faults: headerFaults };
  const users: ReadUser[] = [];
  const faults: UserImportFault[] = [];
  const seen = new Set<string>();
  for (const record of rest) {
    const read =
      'fault' in record ? fault(record.line, null, userMessages.csv.unreadable) : readLine(header, record);
    if ('message' in read) faults.push(read);
    else if (seen.has(read.fields.userWindows.toLowerCase())) {
      faults.push(fault(read.line, 'user_windows', userMessages.csv.twice(read.fields.userWindows)));
    } else {
      seen.add(read.fields.userWindows.toLowerCase());
      users.push(read);
    }
  }
  return { users, faults };
}

async function* only(text: string): AsyncGenerator<string> {
  yield text;
}

function checkHeader(header: readonly string[]): UserImportFault[] {
  const missing = NAMES.filter((name) => !OPTIONAL.includes(name) && !header.includes(name));
  const unknown = header.filter((name) => !Object.hasOwn(COLUMNS, name));
  const repeated = new Set(header.filter((name, at) => header.indexOf(name) < at));
  return [
    ...missing.map((name) => fault(1, name, userMessages.csv.missing(name))),
    ...unknown.map((name) => fault(1, name, userMessages.csv.unknown(name))),
    ...[...repeated].map((name) => fault(1, name, userMessages.csv.repeated(name))),
  ];
}

function readLine(
  header: readonly string[],
  { line, fields }: { line: number; fields: readonly string[] },
): ReadUser | UserImportFault {
  if (fields.length !== header.length)
    return fault(line, null, userMessages.csv.fields(fields.length, header.length));
  const cell = (name: ColumnName): string => withoutGuard(fields[header.indexOf(name)]?.trim() ?? '');
  const role = cell('role').toLowerCase();
  const checked = checkUser({
    userWindows: cell('user_windows'),
    cUser: cell('c_user'),
    mail: cell('mail'),
    nomAffiche: cell('nom_affiche'),
    role,
    scopeKind: cell('scope_kind').toLowerCase() || (role === 'admin' ? 'tous' : 'rep'),
    cAgence: cell('c_agence'),
    // Several codes of one person stand in one field: `GA00,MI01`.
    cReps: cell('c_rep')
      .split(/[\s,+/|]+/)
      .filter(Boolean),
  });
  if (checked.isValid) return { line, fields: checked.fields };
  const column = NAMES.find((name) => COLUMNS[name] === checked.field) ?? null;
  return fault(line, column, checked.message);
}

function fault(line: number, column: string | null, message: string): UserImportFault {
  return { line, column, message };
}

/** The whole table, as the import reads it and as spreadsheets open it. */
export function writeUserCsv(users: readonly UserFields[]): string {
  const lines = users.map((user) =>
    NAMES.map((name) => {
      const value = user[COLUMNS[name]];
      return cellText(Array.isArray(value) ? value.join(',') : (value ?? ''));
    }).join(';'),
  );
  return `${BYTE_ORDER_MARK}${[NAMES.join(';'), ...lines].join('\r\n')}\r\n`;
}

function cellText(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function withoutGuard(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
