import type { Catalog } from '../storage/catalog.ts';
import { readRule, withPlainNumbers, type ReadRule } from '../storage/read-value.ts';
import { quoteName } from '../quote.ts';
import { parseBatch } from '../tsql/parse-batch.ts';
import type { SchemaChange, Statement } from '../tsql/syntax.ts';
import { UnsupportedSql } from '../tsql/unsupported-sql.ts';
import { tablePath } from './scope.ts';
import { type Binder, Translation } from './translation.ts';
import { writeDelete, writeInsert, writeUpdate } from './write-change.ts';
import { writeQuery, type WrittenQuery } from './write-query.ts';

/** One statement for SQLite. */
export interface PlannedStatement {
  readonly kind: 'read' | 'write' | 'control';
  readonly sql: string;
  readonly bind: Binder;
  /** Names of the columns that it gives, and how each is read; empty for a write without output. */
  readonly columns: readonly string[];
  readonly rules: readonly ReadRule[];
  /** Whole numbers are read as BigInts, because one of them may be beyond 2^53. */
  readonly readsBigInts: boolean;
}

export type PlannedStep = PlannedStatement | { readonly kind: 'schema'; readonly change: SchemaChange };

/** What SQLite has to do for one request. */
export interface Plan {
  readonly steps: readonly PlannedStep[];
  readonly isReadOnly: boolean;
}

/** Translates one request (a batch of T-SQL). Throws UnsupportedSql for what is not in the subset. */
export function translateBatch(sql: string, catalog: Catalog): Plan {
  let identityInsert: string | undefined;
  const steps: PlannedStep[] = [];
  for (const statement of parseBatch(sql)) {
    if (statement.kind === 'identity insert') {
      identityInsert = statement.on ? tablePath(statement.table) : undefined;
    } else if (statement.kind === 'schema') {
      steps.push({ kind: 'schema', change: statement.change });
    } else {
      steps.push(planStatement(statement, catalog, identityInsert));
    }
  }
  refuseStrayIdentity(sql, steps);
  return { steps, isReadOnly: steps.every((step) => step.kind === 'read') };
}

/** SQL Server knows the last key of this request only; SQLite would answer one of any request before it. */
function refuseStrayIdentity(sql: string, [first]: readonly PlannedStep[]): void {
  const isInserting = first?.kind === 'write' && first.sql.startsWith('insert');
  if (!isInserting && /\bscope_identity\b/i.test(sql)) {
    throw new UnsupportedSql('scope_identity() in a request that does not begin with an insert');
  }
}

type Translatable = Exclude<Statement, { kind: 'identity insert' | 'schema' }>;

function planStatement(
  statement: Translatable,
  catalog: Catalog,
  identityInsert: string | undefined,
): PlannedStatement {
  const translation = new Translation(catalog);
  switch (statement.kind) {
    case 'select':
    case 'set':
      return planned('read', translation, writeQuery(translation, statement));
    case 'insert':
      return planned('write', translation, writeInsert(translation, statement, identityInsert));
    case 'update':
      return planned('write', translation, writeUpdate(translation, statement));
    case 'delete':
      return planned('write', translation, writeDelete(translation, statement));
    case 'savepoint':
      return planned('control', translation, { sql: `savepoint ${quoteName(statement.name)}`, columns: [] });
    case 'rollback to':
      return planned('control', translation, {
        sql: `rollback to ${quoteName(statement.name)}`,
        columns: [],
      });
  }
}

function planned(
  kind: PlannedStatement['kind'],
  translation: Translation,
  { sql, columns }: WrittenQuery,
): PlannedStatement {
  const readsBigInts = columns.some(({ type }) => type?.name === 'bigint');
  const rules = columns.map(({ type }) => (readsBigInts ? withPlainNumbers(readRule(type)) : readRule(type)));
  return { kind, ...translation.finish(sql), columns: columns.map(({ name }) => name), rules, readsBigInts };
}
