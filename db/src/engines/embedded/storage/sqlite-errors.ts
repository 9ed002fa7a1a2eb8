import { sqlError, sqlErrorNumbers } from '../../engine-errors.ts';
import type { KeyConstraint } from '../tsql/syntax.ts';
import type { Catalog } from './catalog.ts';

/** SQLite's extended result codes (https://sqlite.org/rescode.html). */
const CODE = {
  busy: 5,
  locked: 6,
  primaryKey: 1555,
  unique: 2067,
  rowid: 2579,
  notNull: 1299,
  foreignKey: 787,
};

interface SqliteFailure {
  readonly errcode: number;
  readonly message: string;
}

/** By its shape, not by instanceof: node:sqlite's errors may come from another realm, as under jest. */
function isSqliteFailure(error: unknown): error is SqliteFailure {
  return typeof error === 'object' && error !== null && 'errcode' in error && 'message' in error;
}

/** Another process holds the file's write lock, or is recovering it: waiting helps. */
export function isBusy(error: unknown): boolean {
  return isSqliteFailure(error) && ((error.errcode & 0xff) === CODE.busy || error.errcode === CODE.locked);
}

/** The same error as SQL Server would raise; what has no counterpart there, and « busy », is left as it is. */
export function asSqlServerError(error: unknown, catalog: Catalog): unknown {
  if (!isSqliteFailure(error)) return error;
  switch (error.errcode) {
    case CODE.primaryKey:
    case CODE.unique:
    case CODE.rowid:
      return uniqueViolation(error.message, catalog);
    case CODE.notNull: {
      const { table, column } = splitPlace(error.message.slice(error.message.lastIndexOf(': ') + 2));
      return sqlError(
        sqlErrorNumbers.notNull,
        `Cannot insert the value NULL into column '${column}', table '${table}'; column does not allow nulls.`,
      );
    }
    case CODE.foreignKey:
      return sqlError(sqlErrorNumbers.foreignKey, 'The statement conflicted with a FOREIGN KEY constraint.');
    default:
      return error;
  }
}

/** `UNIQUE constraint failed: crm.t.a, crm.t.b` or `… failed: index 'crm.t.name'`: which key of ours is it? */
function uniqueViolation(message: string, catalog: Catalog): Error {
  const detail = message.slice(message.lastIndexOf('failed: ') + 'failed: '.length);
  const byIndex = /^index '(.*)'$/.exec(detail)?.[1];
  if (byIndex !== undefined) {
    const found = catalog.tables().flatMap((table) => table.constraints.map((key) => ({ table, key })));
    const hit = found.find(({ table, key }) => `${table.name}.${key.name}` === byIndex);
    return duplicateKey(hit?.table.name ?? '', hit?.key.kind === 'unique index', hit?.key.name ?? byIndex);
  }
  const places = detail.split(', ').map(splitPlace);
  const table = places[0]?.table ?? '';
  const columns = places.map(({ column }) => column);
  const key = catalog
    .table(table)
    ?.constraints.find(
      (candidate): candidate is KeyConstraint =>
        candidate.kind !== 'foreign key' && hasColumns(candidate, columns),
    );
  return duplicateKey(table, key?.kind === 'unique index', key?.name ?? '');
}

function hasColumns(key: KeyConstraint, columns: readonly string[]): boolean {
  if (key.kind === 'index' || key.columns.length !== columns.length) return false;
  return key.columns.every(({ name }, index) => name.toLowerCase() === columns[index]?.toLowerCase());
}

function duplicateKey(table: string, isIndex: boolean, name: string): Error {
  return isIndex
    ? sqlError(
        sqlErrorNumbers.uniqueIndex,
        `Cannot insert duplicate key row in object '${table}' with unique index '${name}'.`,
      )
    : sqlError(
        sqlErrorNumbers.uniqueConstraint,
        `Violation of constraint '${name}'. Cannot insert duplicate key in object '${table}'.`,
      );
}

function splitPlace(place: string): { table: string; column: string } {
  const at = place.lastIndexOf('.');
  return { table: place.slice(0, at), column: place.slice(at + 1) };
}
