import { sqlError, sqlErrorNumbers } from '../../engine-errors.ts';
import { quoteName } from '../quote.ts';
import type { SqlType, TableDefinition } from '../tsql/syntax.ts';
import { UnsupportedSql } from '../tsql/unsupported-sql.ts';
import type { OutputColumn } from './translation.ts';

/** A table or subquery that a statement reads, and the names by which its columns may be called. */
export interface ScopeSource {
  /** Names before the column: the alias, or `client` and `dbo.client`. Lower case. */
  readonly names: readonly string[];
  /** What stands before the column in SQLite; empty where it must not be qualified. */
  readonly prefix: string;
  readonly columns: readonly OutputColumn[];
}

export interface ResolvedColumn {
  readonly sql: string;
  readonly type: SqlType | undefined;
}

/** The columns in sight of an expression, from the inside out. */
export class Scope {
  readonly sources: readonly ScopeSource[];
  readonly #parent: Scope | undefined;
  /** Aliases of the select list, which `order by` may name. */
  readonly #aliases: readonly OutputColumn[];

  constructor(sources: readonly ScopeSource[], parent?: Scope, aliases: readonly OutputColumn[] = []) {
    this.sources = sources;
    this.#parent = parent;
    this.#aliases = aliases;
  }

  withAliases(aliases: readonly OutputColumn[]): Scope {
    return new Scope(this.sources, this.#parent, aliases);
  }

  /** The source that `[x].*` names. */
  source(path: readonly string[]): ScopeSource {
    const name = path.join('.').toLowerCase();
    const found = this.sources.find((source) => source.names.includes(name));
    if (found) return found;
    throw sqlError(sqlErrorNumbers.invalidColumn, `Invalid table name '${path.join('.')}'.`);
  }

  /** True for a column of this scope itself, not of a query around it. */
  owns(path: readonly string[]): boolean {
    return this.#locate(path) !== undefined;
  }

  /** The same text for the same column, however it is called. */
  identify(path: readonly string[]): string {
    const found = this.#locate(path);
    return found
      ? `${String(this.sources.indexOf(found.source))}.${found.column.name}`
      : path.join('.').toLowerCase();
  }

  /** Throws SQL Server's error 207 for a column that is nowhere. */
  resolve(path: readonly string[]): ResolvedColumn {
    const found = this.#find(path);
    if (found) return found;
    throw sqlError(sqlErrorNumbers.invalidColumn, `Invalid column name '${path.join('.')}'.`);
  }

  #find(path: readonly string[]): ResolvedColumn | undefined {
    const found = this.#locate(path);
    if (found) {
      const { source, column } = found;
      const isQualified = path.length > 1 && source.prefix !== '';
      const sql = isQualified ? `${source.prefix}.${quoteName(column.name)}` : quoteName(column.name);
      return { sql, type: column.type };
    }
    const name = (path[0] ?? '').toLowerCase();
    const alias =
      path.length === 1 ? this.#aliases.find((known) => known.name.toLowerCase() === name) : undefined;
    if (alias) return { sql: quoteName(alias.name), type: alias.type };
    return this.#parent?.resolve(path);
  }

  #locate(path: readonly string[]): { source: ScopeSource; column: OutputColumn } | undefined {
    const name = (path.at(-1) ?? '').toLowerCase();
    const qualifier = path.slice(0, -1).join('.').toLowerCase();
    for (const source of this.sources) {
      if (qualifier !== '' && !source.names.includes(qualifier)) continue;
      const column = source.columns.find((candidate) => candidate.name.toLowerCase() === name);
      if (column) return { source, column };
    }
    return undefined;
  }
}

/** A table of the catalog as a source, under its alias or its own names. */
export function tableSource(table: TableDefinition, alias?: string): ScopeSource {
  const base = table.name.slice(table.name.indexOf('.') + 1);
  return {
    names: alias === undefined ? [table.name, base] : [alias.toLowerCase()],
    prefix: quoteName(alias ?? table.name),
    columns: table.columns,
  };
}

/** `schema.table` of a path; a bare name belongs to `dbo`, as for most logins of SQL Server. */
export function tablePath(path: readonly string[]): string {
  if (path.length > 2)
    throw new UnsupportedSql('a name of a database or server before a table', path.join('.'));
  return (path.length === 2 ? path.join('.') : `dbo.${path.join('')}`).toLowerCase();
}
