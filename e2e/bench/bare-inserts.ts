import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { backup, DatabaseSync, type SQLInputValue } from 'node:sqlite';

type Row = Record<string, SQLInputValue>;

/** What the hub writes for one visit: a row of the ledger, of the visits and of the relations, and its documents. */
interface VisitRows {
  readonly operation: Row;
  readonly visit: Row;
  readonly relation: Row;
  readonly documents: readonly Row[];
}

/**
 * A copy of the hub's base as it was before a push, into which the bare driver writes what the push wrote: the same
 * rows into the same tables with the same indexes, one transaction for each operation, on the disk when it commits.
 */
export class BareInserts {
  readonly #hubFile: string;
  readonly #copy: string;

  private constructor(hubFile: string, copy: string) {
    this.#hubFile = hubFile;
    this.#copy = copy;
  }

  static async copyOf(dataFolder: string): Promise<BareInserts> {
    const hubFile = join(dataFolder, 'hub.sqlite');
    const copy = join(dataFolder, `bare-${randomUUID()}.sqlite`);
    const source = new DatabaseSync(hubFile, { readOnly: true });
    await backup(source, copy);
    source.close();
    return new BareInserts(hubFile, copy);
  }

  /** Milliseconds for the rows of these operations. The copy is gone afterwards. */
  async run(operations: readonly string[]): Promise<number> {
    const rows = readRows(this.#hubFile, operations);
    const database = new DatabaseSync(this.#copy, { enableForeignKeyConstraints: false });
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 4000');
    const elapsed = insert(database, rows);
    database.close();
    for (const suffix of ['', '-wal', '-shm']) await rm(this.#copy + suffix, { force: true });
    return elapsed;
  }
}

function readRows(hubFile: string, operations: readonly string[]): VisitRows[] {
  const database = new DatabaseSync(hubFile, { readOnly: true });
  const operation = database.prepare('select * from "crm.operation" where name = ?');
  const visit = database.prepare('select * from "crm.visit" where operation = ?');
  const relation = database.prepare('select * from "dbo.client_relation" where num_relation = ?');
  const documents = database.prepare(
    'select * from "crm.sync_doc" where collection in (?, ?) and id = ? order by collection, scope',
  );
  const rows = operations.map((name) => {
    const visitRow = only(visit.get(name));
    return {
      operation: only(operation.get(name)),
      visit: visitRow,
      relation: only(relation.get(visitRow['num_relation'] ?? null)),
      documents: [
        ...documents.all('visit', 'operation', name),
        ...documents.all('client', 'clientHistory', visitRow['c_client'] ?? null),
      ],
    };
  });
  database.close();
  return rows;
}

function only(row: Row | undefined): Row {
  if (row === undefined) throw new Error('The hub did not write what it answered.');
  return row;
}

function insert(database: DatabaseSync, visits: readonly VisitRows[]): number {
  const [first] = visits;
  if (first === undefined) throw new Error('Nothing to write.');
  const operation = writer(database, 'insert', 'crm.operation', first.operation);
  const visit = writer(database, 'insert', 'crm.visit', first.visit);
  const relation = writer(database, 'insert', 'dbo.client_relation', first.relation);
  const document = writer(database, 'insert or replace', 'crm.sync_doc', only(first.documents[0]));
  // Every document gets the next number of the feed, as with the hub.
  let { seq } = database.prepare('select max(seq) as seq from "crm.sync_doc"').get() as { seq: number };
  const started = performance.now();
  for (const rows of visits) {
    database.exec('begin immediate');
    operation(rows.operation);
    relation(rows.relation);
    visit(rows.visit);
    for (const row of rows.documents) document({ ...row, seq: (seq += 1) });
    database.exec('commit');
  }
  return performance.now() - started;
}

function writer(database: DatabaseSync, verb: string, table: string, row: Row): (row: Row) => void {
  const columns = Object.keys(row);
  const statement = database.prepare(
    `${verb} into "${table}" (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  );
  return (values) => statement.run(...columns.map((column) => values[column] ?? null));
}
