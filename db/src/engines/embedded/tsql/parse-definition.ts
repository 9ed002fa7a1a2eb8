import { parseColumn, parseTableConstraint } from './parse-table-parts.ts';
import { parseType } from './parse-type.ts';
import { parseFilter } from './parse-default.ts';
import type { ColumnDefinition, Constraint, KeyConstraint, SchemaChange } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

/** `create | drop | alter …`, as drizzle-kit writes them. */
export function parseSchemaChange(reader: TokenReader): SchemaChange {
  if (reader.acceptWord('create', 'schema')) return { kind: 'create schema', name: reader.expectName() };
  if (reader.acceptWord('create', 'table')) return parseCreateTable(reader);
  if (reader.isWord('create', 'index') || reader.isWord('create', 'unique', 'index'))
    return parseCreateIndex(reader);
  if (reader.acceptWord('drop', 'table')) return { kind: 'drop table', table: tableName(reader) };
  if (reader.acceptWord('drop', 'index')) {
    const name = reader.expectName();
    reader.expectWord('on');
    return { kind: 'drop index', name, table: tableName(reader) };
  }
  if (reader.acceptWord('alter', 'table')) return parseAlterTable(reader);
  return reader.refuse();
}

function tableName(reader: TokenReader): string {
  return reader.expectPath().join('.').toLowerCase();
}

function parseCreateTable(reader: TokenReader): SchemaChange {
  const name = tableName(reader);
  const columns: ColumnDefinition[] = [];
  const constraints: Constraint[] = [];
  reader.parenthesised(() => {
    reader.list(() => {
      if (
        reader.isWord('constraint') ||
        reader.isWord('primary') ||
        reader.isWord('unique') ||
        reader.isWord('foreign')
      ) {
        constraints.push(parseTableConstraint(reader, name));
        return;
      }
      const column = parseColumn(reader, name);
      columns.push(column.definition);
      constraints.push(...column.constraints);
    });
  });
  return { kind: 'create table', table: { name, columns, constraints } };
}

function parseCreateIndex(reader: TokenReader): SchemaChange {
  reader.expectWord('create');
  const isUnique = reader.acceptWord('unique');
  reader.expectWord('index');
  const name = reader.expectName();
  reader.expectWord('on');
  const table = tableName(reader);
  const columns = parseKeyColumns(reader);
  if (reader.isWord('include')) reader.refuse('index … include');
  const filter = reader.acceptWord('where') ? parseFilter(reader) : undefined;
  const index: KeyConstraint = {
    kind: isUnique ? 'unique index' : 'index',
    name,
    columns,
    ...(filter === undefined ? {} : { where: filter }),
  };
  return { kind: 'create index', table, index };
}

function parseKeyColumns(reader: TokenReader): KeyConstraint['columns'] {
  return reader.parenthesised(() =>
    reader.list(() => {
      const name = reader.expectName();
      const descending = reader.acceptWord('desc');
      if (!descending) reader.acceptWord('asc');
      return { name, descending };
    }),
  );
}

function parseAlterTable(reader: TokenReader): SchemaChange {
  const table = tableName(reader);
  if (reader.acceptWord('add')) {
    if (reader.isWord('constraint') && !isDefaultConstraint(reader)) {
      return { kind: 'add constraint', table, constraint: parseTableConstraint(reader, table) };
    }
    if (reader.isWord('constraint')) reader.refuse('add constraint … default');
    const columns = reader.list(() => {
      const column = parseColumn(reader, table);
      if (column.constraints.length > 0) reader.refuse('a key on an added column');
      return column.definition;
    });
    return { kind: 'add columns', table, columns };
  }
  if (reader.acceptWord('drop', 'constraint'))
    return { kind: 'drop constraint', table, name: reader.expectName() };
  if (reader.acceptWord('drop', 'column')) return { kind: 'drop column', table, name: reader.expectName() };
  if (reader.acceptWord('alter', 'column')) {
    const name = reader.expectName();
    const type = parseType(reader, 1);
    const isNotNull = reader.acceptWord('not', 'null');
    if (!isNotNull) reader.acceptWord('null');
    return { kind: 'alter column', table, name, type, nullable: !isNotNull };
  }
  return reader.refuse();
}

function isDefaultConstraint(reader: TokenReader): boolean {
  const word = reader.peek(2);
  return word.kind === 'word' && word.text === 'default';
}
