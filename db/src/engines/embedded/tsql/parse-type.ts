import type { SqlType, TypeName } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

const TYPES: Readonly<Record<string, TypeName>> = {
  char: 'char',
  nchar: 'nchar',
  varchar: 'varchar',
  nvarchar: 'nvarchar',
  bit: 'bit',
  tinyint: 'tinyint',
  smallint: 'smallint',
  int: 'int',
  integer: 'int',
  bigint: 'bigint',
  decimal: 'decimal',
  numeric: 'decimal',
  float: 'float',
  real: 'real',
  date: 'date',
  datetime: 'datetime',
  smalldatetime: 'datetime',
  datetime2: 'datetime2',
  varbinary: 'varbinary',
};

const SIZED = new Set<TypeName>(['char', 'nchar', 'varchar', 'nvarchar', 'varbinary']);

/** A type as DDL and `cast` write it. A length left out is 1 in DDL, 30 in a cast, as in SQL Server. */
export function parseType(reader: TokenReader, defaultLength: 1 | 30): SqlType {
  const token = reader.peek();
  const word = reader.expectName().toLowerCase();
  const name = TYPES[word];
  if (name === undefined) return reader.refuse(`the type ${word}`, token);
  if (SIZED.has(name)) return { name, length: parseLength(reader, defaultLength) };
  if (name === 'decimal') return { name, ...parsePrecision(reader) };
  if (name === 'datetime2' || name === 'float') {
    const precision = reader.isSymbol('(') ? reader.parenthesised(() => reader.expectInteger()) : undefined;
    return precision === undefined ? { name } : { name, precision };
  }
  return { name };
}

function parseLength(reader: TokenReader, defaultLength: number): number | 'max' {
  if (!reader.isSymbol('(')) return defaultLength;
  return reader.parenthesised(() => (reader.acceptWord('max') ? 'max' : reader.expectInteger()));
}

function parsePrecision(reader: TokenReader): { precision: number; scale: number } {
  if (!reader.isSymbol('(')) return { precision: 18, scale: 0 };
  return reader.parenthesised(() => {
    const precision = reader.expectInteger();
    return { precision, scale: reader.acceptSymbol(',') ? reader.expectInteger() : 0 };
  });
}
