import { createReadStream } from 'node:fs';
import { BadCell, type CellValue } from './cell.ts';
import { type CsvFault, type CsvRecord, readCsvRecords } from './csv-records.ts';
import { type FileColumn, type FileLayout, keyOf } from './extract-layout.ts';
import type { FileTally } from './import-report.ts';

/** A good line of a file. Columns that the file does not have are absent from `values`. */
export interface ExtractRow {
  readonly line: number;
  readonly key: string;
  readonly values: Readonly<Record<string, CellValue>>;
}

/** The file cannot be used at all; the reason has gone to the tally. */
export const REFUSED = 'refused';

/**
 * Reads a file of an extract in batches of good rows; bad lines go to the tally. A key that came before in the file is
 * a bad line: two rows cannot both be in the table, and the first one stays.
 * @param path a file that exists
 */
export async function* readExtractFile(
  path: string,
  layout: FileLayout,
  tally: FileTally,
  batchSize: number,
): AsyncGenerator<ExtractRow[] | typeof REFUSED> {
  const seen = new Map<string, number>();
  let header: readonly FileColumn[] | undefined;
  let batch: ExtractRow[] = [];
  for await (const records of readCsvRecords(createReadStream(path, 'utf8'))) {
    for (const record of records) {
      if (header === undefined) {
        header = readHeader(record, layout, tally);
        if (header !== undefined) continue;
        yield REFUSED;
        return;
      }
      tally.count('lines', 1);
      const row = readRow(record, layout, header, tally);
      if (row === undefined || isRepeated(row, layout, seen, tally)) continue;
      if (batch.push(row) < batchSize) continue;
      yield batch;
      batch = [];
    }
  }
  if (header === undefined) tally.bad(1, null, 'the file is empty: its first line must name the columns');
  yield header === undefined ? REFUSED : batch;
}

function readHeader(
  record: CsvRecord | CsvFault,
  layout: FileLayout,
  tally: FileTally,
): readonly FileColumn[] | undefined {
  if ('fault' in record) {
    tally.bad(record.line, null, `the header cannot be read: ${record.fault}`);
    return undefined;
  }
  const names = record.fields.map((field) => field.trim().toLowerCase());
  const columns = names.map((name) => layout.columns.find((column) => column.name === name));
  const faults: (readonly [string, string])[] = [
    ...names.flatMap((name, at) => (columns[at] ? [] : [[name, 'is no column of this file'] as const])),
    ...names.flatMap((name, at) =>
      names.indexOf(name) < at ? [[name, 'stands twice in the header'] as const] : [],
    ),
    ...layout.columns.flatMap(({ name, isKey }) =>
      isKey && !names.includes(name) ? [[name, 'is missing in the header'] as const] : [],
    ),
  ];
  for (const [name, reason] of faults) tally.bad(record.line, name, reason);
  return faults.length > 0 ? undefined : columns.filter((column) => column !== undefined);
}

function readRow(
  record: CsvRecord | CsvFault,
  layout: FileLayout,
  header: readonly FileColumn[],
  tally: FileTally,
): ExtractRow | undefined {
  if ('fault' in record) {
    tally.bad(record.line, null, record.fault);
    return undefined;
  }
  const { line, fields } = record;
  if (fields.length !== header.length) {
    tally.bad(line, null, `has ${String(fields.length)} fields, the header ${String(header.length)}`);
    return undefined;
  }
  const values: Record<string, CellValue> = {};
  const bad = header.flatMap((column, at) => {
    const value = column.parse(fields[at] ?? '');
    if (value instanceof BadCell) return [{ column: column.name, reason: value.reason }];
    values[column.property] = value;
    return [];
  });
  for (const { column, reason } of bad) tally.bad(line, column, reason);
  return bad.length === 0 ? { line, key: keyOf(layout, values), values } : undefined;
}

function isRepeated(
  row: ExtractRow,
  layout: FileLayout,
  seen: Map<string, number>,
  tally: FileTally,
): boolean {
  const before = seen.get(row.key);
  if (before === undefined) {
    seen.set(row.key, row.line);
    return false;
  }
  const column = layout.columns.find(({ property }) => property === layout.key[0])?.name ?? null;
  tally.bad(row.line, column, `repeats the key of line ${String(before)}`);
  return true;
}
