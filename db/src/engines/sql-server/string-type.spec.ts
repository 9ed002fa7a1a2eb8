import mssql from 'mssql';
import { stringType } from './string-type.ts';

describe('stringType', () => {
  const typeOf = (text: string): unknown[] => {
    const { type, length } = stringType(text) as { type: unknown; length: number };
    return [type, length];
  };

  it.each([
    ['GA00', 32],
    ['x'.repeat(33), 128],
    ['x'.repeat(4000), 4000],
    ['x'.repeat(4001), 8000],
    ['x'.repeat(8001), mssql.MAX],
  ])('binds ASCII as varchar, in few lengths', (text, length) => {
    expect(typeOf(text)).toEqual([mssql.VarChar, length]);
  });

  it.each([
    ['Éléonore', 32],
    ['🚜'.repeat(20), 128],
    ['é'.repeat(4001), mssql.MAX],
  ])('binds other texts as nvarchar', (text, length) => {
    expect(typeOf(text)).toEqual([mssql.NVarChar, length]);
  });
});
