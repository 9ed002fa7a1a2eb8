import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { readKeptJson, writeKeptJson } from './kept-json.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const inFolder = temporaryFolder();
const shape = z.strictObject({ width: z.int() });

describe('readKeptJson', () => {
  it('gives back what was written', () => {
    writeKeptJson(inFolder('a', 'b.json'), { width: 3 });
    expect(readKeptJson(inFolder('a', 'b.json'), shape)).toEqual({ width: 3 });
  });

  it('gives null where there is nothing', () => {
    expect(readKeptJson(inFolder('none.json'), shape)).toBeNull();
  });

  it.each(['', '{"width":', '{"width":"3"}', '[]', 'null', '{"width":3,"more":1}'])(
    'gives null for %p',
    (text) => {
      writeFileSync(inFolder('b.json'), text);
      expect(readKeptJson(inFolder('b.json'), shape)).toBeNull();
    },
  );
});

describe('writeKeptJson', () => {
  it('replaces the value and leaves no draft behind', () => {
    writeKeptJson(inFolder('b.json'), { width: 3 });
    writeKeptJson(inFolder('b.json'), { width: 4 });
    expect(JSON.parse(readFileSync(inFolder('b.json'), 'utf8'))).toEqual({ width: 4 });
    expect(readdirSync(inFolder())).toEqual(['b.json']);
  });

  it('keeps the old value when the new one cannot be written', () => {
    writeKeptJson(inFolder('b.json'), { width: 3 });
    mkdirSync(inFolder('b.json.tmp'));
    expect(() => {
      writeKeptJson(inFolder('b.json'), { width: 4 });
    }).toThrow();
    expect(readKeptJson(inFolder('b.json'), shape)).toEqual({ width: 3 });
  });
});
