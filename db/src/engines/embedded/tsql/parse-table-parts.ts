import { parseDefault } from './parse-default.ts';
import { parseType } from './parse-type.ts';
import type { ColumnDefinition, Constraint } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

interface ParsedColumn {
  readonly definition: ColumnDefinition;
  readonly constraints: readonly Constraint[];
}

/** One column of `create table` or `alter table … add`, with the keys written beside it. */
export function parseColumn(reader: TokenReader, table: string): ParsedColumn {
  const name = reader.expectName();
  const type = parseType(reader, 1);
  const constraints: Constraint[] = [];
  let nullable = true;
  let identity = false;
  let defaultSql: string | undefined;
  for (;;) {
    const constraintName = reader.acceptWord('constraint') ? reader.expectName() : undefined;
    const key = { name: constraintName ?? `${table}_${name}`, columns: [{ name, descending: false }] };
    if (reader.acceptWord('not', 'null')) nullable = false;
    else if (reader.acceptWord('null')) nullable = true;
    else if (reader.acceptWord('identity')) identity = parseIdentity(reader);
    else if (reader.acceptWord('default')) defaultSql = parseDefault(reader);
    else if (reader.acceptWord('primary', 'key')) constraints.push({ kind: 'primary key', ...key });
    else if (reader.acceptWord('unique')) constraints.push({ kind: 'unique', ...key });
    else if (constraintName !== undefined || reader.isWord('check') || reader.isWord('references'))
      return reader.refuse();
    else break;
  }
  const definition = { name, type, nullable: nullable && !identity, identity };
  return {
    definition: defaultSql === undefined ? definition : { ...definition, default: defaultSql },
    constraints,
  };
}

function parseIdentity(reader: TokenReader): true {
  if (!reader.isSymbol('(')) return true;
  reader.parenthesised(() => {
    const token = reader.peek();
    const seed = reader.expectInteger();
    reader.expectSymbol(',');
    if (seed !== 1 || reader.expectInteger() !== 1) reader.refuse('an identity other than (1, 1)', token);
  });
  return true;
}

/** `constraint [n] primary key (…) | unique (…) | foreign key (…) references …` */
export function parseTableConstraint(reader: TokenReader, table: string): Constraint {
  const given = reader.acceptWord('constraint') ? reader.expectName() : undefined;
  const columnsOf = (): string[] => reader.parenthesised(() => reader.list(() => parseKeyColumn(reader)));
  const keyOf = (columns: readonly string[]): { name: string; descending: boolean }[] =>
    columns.map((name) => ({ name, descending: false }));
  if (reader.acceptWord('primary', 'key')) {
    return { kind: 'primary key', name: given ?? `${table}_pk`, columns: keyOf(columnsOf()) };
  }
  if (reader.acceptWord('unique')) {
    const columns = columnsOf();
    return { kind: 'unique', name: given ?? `${table}_${columns.join('_')}`, columns: keyOf(columns) };
  }
  if (reader.acceptWord('foreign', 'key')) {
    const columns = columnsOf();
    reader.expectWord('references');
    const references = { table: reader.expectPath().join('.').toLowerCase(), columns: columnsOf() };
    return {
      kind: 'foreign key',
      name: given ?? `${table}_${columns.join('_')}_fk`,
      columns,
      references,
      ...parseActions(reader),
    };
  }
  if (reader.isWord('check')) return reader.refuse('a check constraint');
  return reader.refuse();
}

function parseKeyColumn(reader: TokenReader): string {
  const name = reader.expectName();
  if (reader.isWord('desc')) reader.refuse('a descending key');
  reader.acceptWord('asc');
  return name;
}

function parseActions(reader: TokenReader): { onDelete?: string; onUpdate?: string } {
  let actions: { onDelete?: string; onUpdate?: string } = {};
  while (reader.isWord('on')) {
    const isDelete = reader.acceptWord('on', 'delete');
    if (!isDelete) reader.expectWord('on', 'update');
    const action = parseAction(reader);
    actions = isDelete ? { ...actions, onDelete: action } : { ...actions, onUpdate: action };
  }
  return actions;
}

function parseAction(reader: TokenReader): string {
  if (reader.acceptWord('no', 'action')) return 'no action';
  if (reader.acceptWord('cascade')) return 'cascade';
  if (reader.acceptWord('set', 'null')) return 'set null';
  return reader.refuse();
}
