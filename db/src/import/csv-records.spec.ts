import { type CsvFault, type CsvRecord, readCsvRecords } from './csv-records.ts';

/** Hands the text over in pieces of `size` characters, as a stream does. */
async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size)
    yield Promise.resolve(text.slice(start, start + size));
}

async function read(text: string, size = 7): Promise<(CsvRecord | CsvFault)[]> {
  const batches: (CsvRecord | CsvFault)[][] = [];
  for await (const batch of readCsvRecords(pieces(text, size))) batches.push(batch);
  return batches.flat();
}

describe('readCsvRecords', () => {
  it.each([1, 2, 3, 7, 1000])('cuts lines into fields, in pieces of %i characters', async (size) => {
    const text = '\uFEFFa;b;c\r\n1;;"x ""y"" ;\r\nz"\r\n\r\n2;é;🛞\n3;"";last';
    expect(await read(text, size)).toEqual([
      { line: 1, fields: ['a', 'b', 'c'] },
      { line: 2, fields: ['1', '', 'x "y" ;\r\nz'] },
      { line: 5, fields: ['2', 'é', '🛞'] },
      { line: 6, fields: ['3', '', 'last'] },
    ]);
  });

  it('takes a quote inside an unquoted field for itself', async () => {
    expect(await read('GARAGE "LE" MOULIN;2\n')).toEqual([{ line: 1, fields: ['GARAGE "LE" MOULIN', '2'] }]);
  });

  it('goes on at the next line after a badly quoted one', async () => {
    expect(await read('1;"LE" GARAGE;3\r\n2;"ok";3\r\n')).toEqual([
      { line: 1, fault: 'a quote is closed in the middle of a field' },
      { line: 2, fields: ['2', 'ok', '3'] },
    ]);
  });

  it('goes on at the next line after a quote that is never closed', async () => {
    expect(await read('1;"open;3\n2;b;3\n3;c;3')).toEqual([
      { line: 1, fault: 'a quote is opened and never closed' },
      { line: 2, fields: ['2', 'b', '3'] },
      { line: 3, fields: ['3', 'c', '3'] },
    ]);
  });

  it('does not let an open quote swallow lines up to the next quote', async () => {
    expect(await read('1;"open\n2;"b"\n')).toEqual([
      { line: 1, fault: 'a quote is closed in the middle of a field' },
      { line: 2, fields: ['2', 'b'] },
    ]);
  });

  it('gives a record up that grows beyond all measure', async () => {
    const records = await read(`1;"${'x'.repeat(70_000)}\n${'y;z\n'.repeat(300_000)}`, 65_536);
    expect(records[0]).toEqual({ line: 1, fault: 'a quote is opened and never closed' });
    expect(records).toHaveLength(300_001);
  });

  it('answers nothing for an empty file', async () => {
    expect(await read('')).toEqual([]);
    expect(await read('\r\n\r\n')).toEqual([]);
  });
});
