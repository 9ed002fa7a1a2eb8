import { parseExpression, parseValue } from './parse-expression.ts';
import { parseQuery, parseSelectList } from './parse-query.ts';
import type { Delete, Expression, Insert, SelectItem, Update } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

/** `insert into t (…) [output …] values (…), … | select … | default values` */
export function parseInsert(reader: TokenReader): Insert {
  reader.expectWord('insert');
  reader.acceptWord('into');
  const table = reader.expectPath();
  const columns = parseColumnList(reader);
  const output = parseOutput(reader);
  const insert = { kind: 'insert', table, columns, output } as const;
  if (reader.acceptWord('default', 'values')) return { ...insert, rows: 'default values' };
  if (reader.acceptWord('values')) return { ...insert, rows: reader.list(() => parseRow(reader)) };
  return { ...insert, rows: parseQuery(reader) };
}

function parseColumnList(reader: TokenReader): string[] {
  if (!reader.isSymbol('(')) return reader.refuse('insert without a list of columns');
  return reader.parenthesised(() => (reader.isSymbol(')') ? [] : reader.list(() => reader.expectName())));
}

function parseRow(reader: TokenReader): Expression[] {
  return reader.parenthesised(() => reader.list(() => parseValue(reader)));
}

function parseOutput(reader: TokenReader): SelectItem[] {
  if (!reader.acceptWord('output')) return [];
  const items = parseSelectList(reader);
  if (reader.isWord('into')) reader.refuse('output … into');
  return items;
}

/** `update t set c = v, … [output …] [where …]` */
export function parseUpdate(reader: TokenReader): Update {
  reader.expectWord('update');
  if (reader.isWord('top')) reader.refuse('update top');
  const table = reader.expectPath();
  reader.expectWord('set');
  const set = reader.list(() => {
    const column = reader.expectPath().at(-1) ?? '';
    reader.expectSymbol('=');
    return { column, value: parseValue(reader) };
  });
  const output = parseOutput(reader);
  if (reader.isWord('from')) reader.refuse('update … from');
  return { kind: 'update', table, set, output, ...parseWhere(reader) };
}

/** `delete [from] t [output …] [where …]` */
export function parseDelete(reader: TokenReader): Delete {
  reader.expectWord('delete');
  if (reader.isWord('top')) reader.refuse('delete top');
  reader.acceptWord('from');
  const table = reader.expectPath();
  const output = parseOutput(reader);
  if (reader.isWord('from')) reader.refuse('delete … from');
  return { kind: 'delete', table, output, ...parseWhere(reader) };
}

function parseWhere(reader: TokenReader): { where?: Expression } {
  return reader.acceptWord('where') ? { where: parseExpression(reader) } : {};
}
