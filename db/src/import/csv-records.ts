/** A line of the file that could be read; `line` is where it starts. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A line that could not. */
export interface CsvFault {
  readonly line: number;
  readonly fault: string;
}

/** A record that grows beyond this has lost its closing quote. */
const MAX_RECORD_LENGTH = 1_000_000;

type Cut =
  { readonly fields: readonly string[]; readonly next: number } | { readonly fault: string } | 'open quote';

/**
 * Cuts CSV text (`;`, quotes as in RFC 4180, CR LF or LF) into records, as they come. What a quote has spoilt is one
 * fault, and reading goes on at the next line: no known parser does that, they lose all the lines behind it. A quote
 * inside an unquoted field stands for itself. Empty lines are passed over.
 */
export async function* readCsvRecords(text: AsyncIterable<string>): AsyncGenerator<(CsvRecord | CsvFault)[]> {
  let lines: string[] = [];
  let firstLine = 1;
  let rest = '';
  const take = (isEnd: boolean): (CsvRecord | CsvFault)[] => {
    const { records, consumed } = cutLines(lines, firstLine, isEnd);
    lines = lines.slice(consumed);
    firstLine += consumed;
    return records;
  };
  let isStart = true;
  for await (const chunk of text) {
    const parts = (rest + (isStart ? chunk.replace(/^\uFEFF/, '') : chunk)).split('\n');
    isStart = false;
    rest = parts.pop() ?? '';
    lines.push(...parts);
    const records = take(false);
    if (records.length > 0) yield records;
  }
  if (rest !== '') lines.push(rest);
  yield take(true);
}

function cutLines(
  lines: readonly string[],
  firstLine: number,
  isEnd: boolean,
): { records: (CsvRecord | CsvFault)[]; consumed: number } {
  const records: (CsvRecord | CsvFault)[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = firstLine + at;
    const cut = cutRecord(lines, at);
    if (cut === 'open quote') {
      if (!isEnd && lengthFrom(lines, at) < MAX_RECORD_LENGTH) break;
      records.push({ line, fault: 'a quote is opened and never closed' });
      at += 1;
    } else if ('fault' in cut) {
      records.push({ line, fault: cut.fault });
      at += 1;
    } else {
      if (cut.fields.length > 1 || cut.fields[0] !== '') records.push({ line, fields: cut.fields });
      at = cut.next;
    }
  }
  return { records, consumed: at };
}

function lengthFrom(lines: readonly string[], start: number): number {
  let length = 0;
  for (let at = start; at < lines.length; at += 1) length += lines[at]?.length ?? 0;
  return length;
}

/** One record that starts at the head of a line, and goes on over the next ones where a quoted field holds breaks. */
function cutRecord(lines: readonly string[], start: number): Cut {
  let text = withoutReturn(lines[start] ?? '');
  if (!text.includes('"')) return { fields: text.split(';'), next: start + 1 };
  const fields: string[] = [];
  let at = start;
  let from = 0;
  for (;;) {
    if (text[from] === '"') {
      const quoted = cutQuoted(lines, at, from + 1);
      if (quoted === undefined) return 'open quote';
      fields.push(quoted.field);
      at = quoted.at;
      text = withoutReturn(lines[at] ?? '');
      from = quoted.end;
      if (from < text.length && text[from] !== ';')
        return { fault: 'a quote is closed in the middle of a field' };
    } else {
      const end = text.indexOf(';', from);
      fields.push(text.slice(from, end < 0 ? text.length : end));
      from = end < 0 ? text.length : end;
    }
    if (from === text.length) return { fields, next: at + 1 };
    from += 1;
  }
}

/**
 * A quoted field from behind its opening quote on. Answers the line and the place behind its closing quote, or nothing
 * when there is none. Line breaks belong to the field, as they stand in the file.
 */
function cutQuoted(
  lines: readonly string[],
  start: number,
  from: number,
): { field: string; at: number; end: number } | undefined {
  const parts: string[] = [];
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const begin = at === start ? from : 0;
    const close = closingQuote(line, begin);
    parts.push(line.slice(begin, close < 0 ? line.length : close));
    if (close >= 0) return { field: parts.join('\n').replaceAll('""', '"'), at, end: close + 1 };
  }
  return undefined;
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** Index of the quote that closes a field, or -1; a doubled quote stands for one. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
