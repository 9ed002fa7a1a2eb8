const EXPECTED = 'expected "sqlite:<file>" or "mssql://user:password@server:1433/database"';
const EXPECTED_SERVER = 'expected "mssql://user:password@server:1433/database"';

/** What the person who starts Tournée reads when its database cannot be used: what happened, and what to do. */
export const engineMessages = {
  emptyUrl: `DATABASE_URL is empty: ${EXPECTED}.`,
  unknownScheme: (scheme: string) => `DATABASE_URL starts with "${scheme}": ${EXPECTED}.`,
  malformedUrl: `DATABASE_URL cannot be read: ${EXPECTED_SERVER}, special characters written as %XX.`,
  noFile: 'DATABASE_URL names no file: expected "sqlite:<file>".',
  noMemory: 'DATABASE_URL names a base in memory: the embedded base needs a file, "sqlite:<file>".',
  missingPart: (part: string) => `DATABASE_URL lacks ${part}: ${EXPECTED_SERVER}.`,
  parts: {
    server: 'the server',
    user: 'the user',
    password: 'the password',
    database: 'the name of the database',
  },
  badOption: (name: string, value: string) =>
    `DATABASE_URL: "${name}=${value}" is not understood (expected "true" or "false").`,
  badSynchronous: (value: string) =>
    `DATABASE_URL: "synchronous=${value}" is not understood (expected "full" or "normal").`,
  unknownOption: (name: string) => `DATABASE_URL: there is no option "${name}".`,
  folderNotWritable: (folder: string) =>
    `The base cannot be written in "${folder}": check that the folder exists and that this user may write there.`,
  fileNotOpened: (file: string, reason: string) => `The base "${file}" cannot be opened: ${reason}.`,
  notADatabase: (file: string) =>
    `The file "${file}" is not a base of Tournée: move it away, or choose another file.`,
  damaged: (file: string, damages: readonly string[]) =>
    `The base "${file}" is damaged (${damages.join('; ').replaceAll('\n', ' ')}): nothing was changed. Keep a copy of the file, restore the last backup, then start again; devices send again what they still hold.`,
  newerBase: (migration: string) =>
    `The base was used by a newer version of Tournée (it has "${migration}", which this one does not know): nothing was changed. Start the newer version, or restore a backup from before it.`,
  changedMigration: (migration: string) =>
    `The base was made by another build of Tournée ("${migration}" is not what was run there): nothing was changed. Start the version that made it.`,
  notEmpty: (contents: readonly { table: string; rows: number }[]) => {
    const found = contents
      .filter(({ rows }) => rows > 0)
      .map(({ table, rows }) => `${table} ${String(rows)}`);
    return `The base is not empty (rows: ${found.join(', ')}): nothing was written. Choose an empty base for demo data.`;
  },
  serverUnreachable: (server: string) =>
    `SQL Server does not answer at "${server}": check that it runs and can be reached, then start again.`,
  loginRefused: (server: string) =>
    `SQL Server ("${server}") refuses the connection: check user, password and database name in DATABASE_URL.`,
} as const;
