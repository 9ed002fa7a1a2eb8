import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Rows joined before they go to the file: one write for many lines. */
const ROWS_PER_WRITE = 500;

/** Writes a file as winpneu's extracts are: `;`, CR LF, quotes only where they are needed. */
export async function writeExtractFile<Column extends string>(
  path: string,
  columns: readonly Column[],
  rows: Iterable<Record<Column, string>>,
): Promise<void> {
  await pipeline(Readable.from(lines(columns, rows)), createWriteStream(path));
}

function* lines<Column extends string>(
  columns: readonly Column[],
  rows: Iterable<Record<Column, string>>,
): Generator<string> {
  let text = `${columns.join(';')}\r\n`;
  let pending = 0;
  for (const row of rows) {
    text += `${columns.map((column) => quoted(row[column])).join(';')}\r\n`;
    pending += 1;
    if (pending < ROWS_PER_WRITE) continue;
    yield text;
    text = '';
    pending = 0;
  }
  if (text !== '') yield text;
}

function quoted(value: string): string {
  return /[;"\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
