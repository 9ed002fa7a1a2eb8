import { parseSchemaChange } from './parse-definition.ts';
import { parseQuery } from './parse-query.ts';
import { parseDelete, parseInsert, parseUpdate } from './parse-write.ts';
import type { Statement } from './syntax.ts';
import { TokenReader } from './token-reader.ts';

/** Parses one request to the server: one or more statements, separated by semicolons. */
export function parseBatch(sql: string): Statement[] {
  const reader = new TokenReader(sql);
  const statements: Statement[] = [];
  for (;;) {
    while (reader.acceptSymbol(';'));
    if (reader.peek().kind === 'end') return statements;
    statements.push(parseStatement(reader));
    if (reader.peek().kind !== 'end' && !reader.isSymbol(';')) reader.refuse();
  }
}

function parseStatement(reader: TokenReader): Statement {
  if (reader.isSymbol('(')) return parseQuery(reader);
  switch (reader.peek().text) {
    case 'select':
    case 'with':
      return parseQuery(reader);
    case 'insert':
      return parseInsert(reader);
    case 'update':
      return parseUpdate(reader);
    case 'delete':
      return parseDelete(reader);
    case 'create':
    case 'drop':
    case 'alter':
      return { kind: 'schema', change: parseSchemaChange(reader) };
    case 'save':
      reader.expectWord('save', 'transaction');
      return { kind: 'savepoint', name: reader.expectName() };
    case 'rollback':
      reader.expectWord('rollback', 'transaction');
      return { kind: 'rollback to', name: reader.expectName() };
    case 'set':
      return parseIdentityInsert(reader);
    default:
      return reader.refuse(`the statement « ${reader.peek().text} »`);
  }
}

function parseIdentityInsert(reader: TokenReader): Statement {
  reader.expectWord('set');
  if (!reader.acceptWord('identity_insert')) reader.refuse('set, but for identity_insert');
  const table = reader.expectPath();
  const on = reader.acceptWord('on');
  if (!on) reader.expectWord('off');
  return { kind: 'identity insert', table, on };
}
