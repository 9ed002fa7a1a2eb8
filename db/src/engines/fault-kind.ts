import { DatabaseUnreachable, sqlErrorNumbers } from './engine-errors.ts';

/** Numbers by which SQL Server says that it is the server that cannot just now, not the statement that is wrong. */
const SERVER_TROUBLE: readonly number[] = [
  sqlErrorNumbers.deadlock,
  sqlErrorNumbers.lockTimeout,
  701, // out of memory
  1101,
  1105,
  9002, // data or log file full
  3906, // read-only database
  4060,
  40197,
  40501,
  40613, // database not available
];
/** Errors of this severity and above are the server's: resources, hardware, damage. */
const SERVER_SEVERITY = 17;
/** Where the numbers begin that triggers and procedures of the ERP raise by themselves. */
const FIRST_RAISED = 50_000;
/** SQLite's primary result codes of the same kind: busy, locked, out of memory, read-only, disk, damage, full, no file. */
const SQLITE_TROUBLE: readonly number[] = [5, 6, 7, 8, 10, 11, 13, 14, 26];
const LONGEST_CAUSE = 8;

/**
 * Whether a fault lies with the database or the way to it, so that the same work may go through later: a deadlock, a
 * time-out, a full disk, a line that is cut. What a statement meets by what it says, a constraint or a trigger of the
 * ERP, is no such thing.
 */
export function isTransient(error: unknown): boolean {
  return causesOf(error).some((cause) => {
    if (cause instanceof DatabaseUnreachable) return true;
    if ('errcode' in cause && typeof cause.errcode === 'number')
      return SQLITE_TROUBLE.includes(cause.errcode & 0xff);
    return isServerTrouble(cause) || isLineTrouble(cause);
  });
}

function isServerTrouble(cause: object): boolean {
  if (!('number' in cause) || typeof cause.number !== 'number') return false;
  if (cause.number >= FIRST_RAISED) return false;
  const severity = 'class' in cause && typeof cause.class === 'number' ? cause.class : 0;
  return SERVER_TROUBLE.includes(cause.number) || severity >= SERVER_SEVERITY;
}

/** By their codes: `mssql` and `tedious` name a lost line, a time-out, a transaction that the server ended. */
function isLineTrouble(cause: object): boolean {
  if ('number' in cause && typeof cause.number === 'number') return false;
  if (!('code' in cause) || typeof cause.code !== 'string') return false;
  return /^(ETIMEOUT|ETIMEDOUT|ESOCKET|ECONN\w*|EPIPE|ENOTOPEN|ELOGIN|EINSTLOOKUP|EABORT|ENOTFOUND|EAI_AGAIN|ENOSPC)$/.test(
    cause.code,
  );
}

/** What the database said, for administrators only: it may repeat values of the row. Null when it said nothing. */
export function databaseWords(error: unknown): string | null {
  const cause = causesOf(error).find(
    (one): one is Error & { number: number } =>
      one instanceof Error && 'number' in one && typeof one.number === 'number',
  );
  return cause ? `${String(cause.number)}: ${cause.message}` : null;
}

function causesOf(error: unknown): object[] {
  const causes: object[] = [];
  let current = error;
  while (typeof current === 'object' && current !== null && causes.length < LONGEST_CAUSE) {
    causes.push(current);
    current = 'cause' in current ? current.cause : undefined;
  }
  return causes;
}
