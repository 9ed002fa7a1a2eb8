import type { Database } from '../engines/database.ts';
import { sqlErrorNumber, sqlErrorNumbers } from '../engines/engine-errors.ts';
import { type ExtractRow, readExtractFile, REFUSED } from './extract-file.ts';
import type { TableLayout } from './extract-layout.ts';
import type { FileReport, FileTally } from './import-report.ts';
import { writeRows } from './table-writer.ts';

const ROWS_PER_TRANSACTION = 2000;

/** Loads one file into its table, in transactions of bounded size. */
export async function loadTable(
  database: Database,
  path: string,
  layout: TableLayout,
  tally: FileTally,
): Promise<FileReport> {
  for await (const rows of readExtractFile(path, layout, tally, ROWS_PER_TRANSACTION)) {
    if (rows === REFUSED) return tally.report('refused');
    await loadRows(database, layout, rows, tally);
    tally.progress();
  }
  return tally.report('loaded');
}

/**
 * Loads rows; when the database refuses them for what is in them, halves them until the row at fault is alone, so that
 * one row that only the database knows to be wrong does not keep the others out.
 */
async function loadRows(
  database: Database,
  layout: TableLayout,
  rows: readonly ExtractRow[],
  tally: FileTally,
): Promise<void> {
  if (rows.length === 0) return;
  try {
    const written = await database.transaction((tx) => writeRows(tx, layout, rows));
    tally.count('inserted', written.inserted);
    tally.count('updated', written.updated);
    tally.count('unchanged', written.unchanged);
    for (const row of written.kept)
      tally.bad(row.line, 'num_relation', 'is a visit that was noted in this CRM: it is kept');
  } catch (error) {
    if (!isRowAtFault(error)) throw error;
    const [first] = rows;
    if (rows.length === 1 && first) {
      tally.bad(first.line, null, `the database refuses it (error ${String(sqlErrorNumber(error))})`);
      return;
    }
    const middle = Math.ceil(rows.length / 2);
    await loadRows(database, layout, rows.slice(0, middle), tally);
    await loadRows(database, layout, rows.slice(middle), tally);
  }
}

const ROW_FAULTS: ReadonlySet<number> = new Set([
  sqlErrorNumbers.uniqueConstraint,
  sqlErrorNumbers.uniqueIndex,
  sqlErrorNumbers.foreignKey,
  sqlErrorNumbers.notNull,
  sqlErrorNumbers.tooLong,
  sqlErrorNumbers.tooLongBefore2019,
  sqlErrorNumbers.overflow,
  sqlErrorNumbers.conversion,
  sqlErrorNumbers.dateConversion,
  sqlErrorNumbers.dateOutOfRange,
]);

function isRowAtFault(error: unknown): boolean {
  const number = sqlErrorNumber(error);
  return number !== undefined && ROW_FAULTS.has(number);
}
