import { isFreeWord, parseExpression, parseOrderItem, parseValue } from './parse-expression.ts';
import type {
  CommonTable,
  Expression,
  Query,
  QueryTail,
  Select,
  SelectItem,
  SetOperation,
  Source,
} from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

/** Locking hints are accepted and dropped: here a writer is alone, and a reader sees what was committed before it. */
const HINTS = new Set(['updlock', 'holdlock', 'rowlock', 'serializable', 'readcommitted', 'nolock', 'xlock']);

export function parseQuery(reader: TokenReader): Query {
  const withTables = parseCommonTables(reader);
  let query = parseMember(reader);
  for (;;) {
    const operator = parseSetOperator(reader);
    if (operator === undefined) break;
    const right = parseMember(reader);
    query = { kind: 'set', operator, left: query, right, ...parseTail(reader) };
  }
  if (withTables.length === 0) return query;
  if (query.with.length > 0) reader.refuse('a common table inside a parenthesis');
  return { ...query, with: withTables };
}

function parseCommonTables(reader: TokenReader): CommonTable[] {
  if (!reader.acceptWord('with')) return [];
  return reader.list(() => {
    const name = reader.expectName();
    if (reader.isSymbol('(')) reader.refuse('a column list of a common table');
    reader.expectWord('as');
    return { name, query: reader.parenthesised(() => parseQuery(reader)) };
  });
}

function parseSetOperator(reader: TokenReader): SetOperation['operator'] | undefined {
  if (reader.acceptWord('union', 'all')) return 'union all';
  if (reader.acceptWord('union')) return 'union';
  if (reader.acceptWord('except')) return 'except';
  if (reader.acceptWord('intersect')) return 'intersect';
  return undefined;
}

function parseMember(reader: TokenReader): Query {
  if (!reader.isSymbol('(')) return parseSelect(reader);
  return reader.parenthesised(() => parseQuery(reader));
}

function parseSelect(reader: TokenReader): Select {
  reader.expectWord('select');
  const distinct = reader.acceptWord('distinct');
  const top = parseTop(reader);
  const items = parseSelectList(reader);
  const from = reader.acceptWord('from') ? parseSource(reader) : undefined;
  const where = reader.acceptWord('where') ? parseExpression(reader) : undefined;
  const groupBy = reader.acceptWord('group', 'by') ? reader.list(() => parseValue(reader)) : [];
  const having = reader.acceptWord('having') ? parseExpression(reader) : undefined;
  const tail = parseTail(reader);
  if (top !== undefined && tail.offset !== undefined) reader.refuse('top together with offset');
  if (reader.isWord('for')) reader.refuse('for json');
  if (reader.isWord('option')) reader.refuse('option()');
  return {
    kind: 'select',
    distinct,
    items,
    groupBy,
    ...tail,
    ...defined({ top, from, where, having }),
  };
}

function parseTop(reader: TokenReader): Expression | undefined {
  if (!reader.acceptWord('top')) return undefined;
  const token = reader.peek();
  const top = reader.isSymbol('(')
    ? reader.parenthesised(() => parseValue(reader))
    : countOf(reader.expectInteger());
  if (reader.isWord('percent')) reader.refuse('top … percent', token);
  if (reader.isWord('with', 'ties')) reader.refuse('top … with ties', token);
  return top;
}

function countOf(count: number): Expression {
  return { kind: 'number', text: String(count) };
}

export function parseSelectList(reader: TokenReader): SelectItem[] {
  return reader.list(() => {
    const value = parseValue(reader);
    if (reader.isSymbol('=')) reader.refuse('a comparison or « alias = value » in a select list');
    const alias = parseAlias(reader);
    return alias === undefined ? { value } : { value, alias };
  });
}

function parseAlias(reader: TokenReader): string | undefined {
  if (reader.acceptWord('as')) return reader.expectName();
  const token = reader.peek();
  if (token.kind === 'name' || (token.kind === 'word' && isFreeWord(token.text))) return reader.expectName();
  return undefined;
}

function parseTail(reader: TokenReader): QueryTail {
  const orderBy = reader.acceptWord('order', 'by') ? reader.list(() => parseOrderItem(reader)) : [];
  if (!reader.acceptWord('offset')) return { with: [], orderBy };
  if (orderBy.length === 0) reader.refuse('offset without order by');
  const offset = parseValue(reader);
  if (!reader.acceptWord('rows')) reader.expectWord('row');
  if (!reader.acceptWord('fetch')) return { with: [], orderBy, offset };
  if (!reader.acceptWord('next')) reader.expectWord('first');
  const fetch = parseValue(reader);
  if (!reader.acceptWord('rows')) reader.expectWord('row');
  reader.expectWord('only');
  return { with: [], orderBy, offset, fetch };
}

function parseSource(reader: TokenReader): Source {
  let left = parseSingleSource(reader);
  for (;;) {
    if (reader.isSymbol(',')) return reader.refuse('a comma between tables (write a join)');
    const type = parseJoinType(reader);
    if (type === undefined) return left;
    const right = parseSingleSource(reader);
    if (type === 'cross') {
      left = { kind: 'join', type, left, right };
    } else {
      reader.expectWord('on');
      left = { kind: 'join', type, left, right, on: parseExpression(reader) };
    }
  }
}

function parseJoinType(reader: TokenReader): 'inner' | 'left' | 'right' | 'full' | 'cross' | undefined {
  if (reader.isWord('cross', 'apply') || reader.isWord('outer', 'apply'))
    return reader.refuse('cross apply and outer apply');
  if (reader.acceptWord('cross', 'join')) return 'cross';
  if (reader.acceptWord('join') || reader.acceptWord('inner', 'join')) return 'inner';
  for (const side of ['left', 'right', 'full'] as const) {
    if (reader.acceptWord(side, 'join') || reader.acceptWord(side, 'outer', 'join')) return side;
  }
  return undefined;
}

function parseSingleSource(reader: TokenReader): Source {
  if (reader.isSymbol('(')) {
    const query = reader.parenthesised(() => parseQuery(reader));
    const alias = parseAlias(reader);
    if (alias === undefined) return reader.refuse('a subquery in from without a name');
    return { kind: 'derived', query, alias };
  }
  const path = reader.expectPath();
  if (reader.isSymbol('(')) return reader.refuse(`the table function ${path.join('.')}`);
  const alias = parseAlias(reader);
  if (reader.acceptWord('with')) parseHints(reader);
  return alias === undefined ? { kind: 'table', path } : { kind: 'table', path, alias };
}

function parseHints(reader: TokenReader): void {
  reader.parenthesised(() =>
    reader.list(() => {
      const token = reader.peek();
      if (!HINTS.has(reader.expectName().toLowerCase())) reader.refuse(`the table hint ${token.text}`, token);
    }),
  );
}

/** The given properties without those that are undefined, for exact optional types. */
function defined<T extends object>(properties: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
