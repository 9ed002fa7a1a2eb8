import mssql from 'mssql';

/** Something about the base that its operator can put right. `message` tells them what happened, and what to do. */
export abstract class BaseProblem extends Error {
  abstract readonly code: string;
}

/** The database cannot be opened or reached. */
export class DatabaseUnreachable extends BaseProblem {
  override readonly name = 'DatabaseUnreachable';
  readonly code = 'DATABASE_UNREACHABLE';
}

/** The database's address cannot be understood. */
export class BadDatabaseUrl extends BaseProblem {
  override readonly name = 'BadDatabaseUrl';
  readonly code = 'BAD_DATABASE_URL';
}

/** Pages of the base's file cannot be read, or contradict each other. */
export class BaseDamaged extends BaseProblem {
  override readonly name = 'BaseDamaged';
  readonly code = 'BASE_DAMAGED';
}

/** There is no room left where the base is. */
export class DiskFull extends BaseProblem {
  override readonly name = 'DiskFull';
  readonly code = 'DISK_FULL';
}

const NO_ROOM: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];
/** SQLite: the disk is full; the file, or the index of its log, could not grow. */
const SQLITE_NO_ROOM: readonly unknown[] = [13, 778, 4874];

/** Whether the disk had no room, looked up through whatever wraps the error. */
export function isDiskFull(error: unknown): boolean {
  return hasCause(
    error,
    (cause) =>
      ('code' in cause && NO_ROOM.includes(cause.code)) ||
      ('errcode' in cause && SQLITE_NO_ROOM.includes(cause.errcode)),
  );
}

/** SQL Server's numbers of the errors that this project tells apart; the embedded engine raises the same ones. */
export const sqlErrorNumbers = {
  deadlock: 1205,
  lockTimeout: 1222,
  uniqueConstraint: 2627,
  uniqueIndex: 2601,
  foreignKey: 547,
  notNull: 515,
  tooLong: 2628,
  tooLongBefore2019: 8152,
  identityInsert: 544,
  overflow: 8115,
  conversion: 245,
  dateConversion: 241,
  dateOutOfRange: 242,
  invalidObject: 208,
  invalidColumn: 207,
  objectExists: 2714,
  tooManyParameters: 8003,
} as const;

/** An error as the `mssql` driver raises it, with SQL Server's number. */
export function sqlError(number: number, message: string): mssql.RequestError {
  const error = new mssql.RequestError(message, 'EREQUEST');
  error.number = number;
  return error;
}

/** Another transaction held what was asked for, for longer than this one would wait. */
export function lockTimeoutError(hint = 'another transaction holds the database.'): mssql.RequestError {
  return sqlError(sqlErrorNumbers.lockTimeout, `Lock request time out period exceeded: ${hint}`);
}

/**
 * SQL Server's number of an error, looked up through whatever wraps it (Drizzle's DrizzleQueryError and the like);
 * undefined when it does not come from the database.
 */
export function sqlErrorNumber(error: unknown): number | undefined {
  let found: number | undefined;
  hasCause(error, (cause) => {
    if ('number' in cause && typeof cause.number === 'number') found = cause.number;
    return found !== undefined;
  });
  return found;
}

function hasCause(error: unknown, isWanted: (cause: object) => boolean): boolean {
  let current = error;
  for (let depth = 0; depth < 8; depth += 1) {
    if (typeof current !== 'object' || current === null) return false;
    if (isWanted(current)) return true;
    current = 'cause' in current ? current.cause : undefined;
  }
  return false;
}

function hasNumber(error: unknown, ...numbers: readonly number[]): boolean {
  const number = sqlErrorNumber(error);
  return number !== undefined && numbers.includes(number);
}

/** A row with this key exists already (primary key, unique constraint or unique index). */
export function isUniqueViolation(error: unknown): boolean {
  return hasNumber(error, sqlErrorNumbers.uniqueConstraint, sqlErrorNumbers.uniqueIndex);
}

/** A row points to one that is not there, or one that is pointed to was to be deleted. */
export function isForeignKeyViolation(error: unknown): boolean {
  return hasNumber(error, sqlErrorNumbers.foreignKey);
}

/** A column that must have a value got none. */
export function isNotNullViolation(error: unknown): boolean {
  return hasNumber(error, sqlErrorNumbers.notNull);
}

/** A text does not fit into its column. */
export function isTooLong(error: unknown): boolean {
  return hasNumber(error, sqlErrorNumbers.tooLong, sqlErrorNumbers.tooLongBefore2019);
}

/** The transaction was chosen to give way to another: it may be tried again from its beginning. */
export function isDeadlock(error: unknown): boolean {
  return hasNumber(error, sqlErrorNumbers.deadlock);
}

/** Another transaction held what was asked for, for too long. */
export function isLockTimeout(error: unknown): boolean {
  return hasNumber(error, sqlErrorNumbers.lockTimeout);
}
