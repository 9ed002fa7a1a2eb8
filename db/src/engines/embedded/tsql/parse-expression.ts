import { parsePredicateTail } from './parse-predicate.ts';
import { parseQuery } from './parse-query.ts';
import { parseType } from './parse-type.ts';
import type { Expression, OrderItem, Window } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

/** Words that end or join expressions: none of them is a column unless it stands in brackets. */
const RESERVED = new Set(
  (
    'select from where group having order by offset fetch union except intersect join inner left right full cross outer apply on as and ' +
    'or not in between like is null exists case when then else end cast convert insert into values update set delete output top distinct ' +
    'with all any some escape collate over desc asc default for option'
  ).split(' '),
);
/** Functions whose names are reserved words elsewhere. */
const RESERVED_FUNCTIONS = new Set(['left', 'right']);

/** A condition or a value, with `or` binding loosest. */
export function parseExpression(reader: TokenReader): Expression {
  let left = parseAnd(reader);
  while (reader.acceptWord('or')) left = { kind: 'binary', operator: 'or', left, right: parseAnd(reader) };
  return left;
}

function parseAnd(reader: TokenReader): Expression {
  let left = parseNot(reader);
  while (reader.acceptWord('and')) left = { kind: 'binary', operator: 'and', left, right: parseNot(reader) };
  return left;
}

function parseNot(reader: TokenReader): Expression {
  if (reader.acceptWord('not')) return { kind: 'not', value: parseNot(reader) };
  return parsePredicateTail(reader, parseValue(reader));
}

/** A value: what may stand in a select list or on either side of a comparison. */
export function parseValue(reader: TokenReader): Expression {
  let left = parseProduct(reader);
  for (;;) {
    const operator = reader.peek();
    if (operator.kind !== 'symbol' || (operator.text !== '+' && operator.text !== '-')) return left;
    reader.next();
    left = { kind: 'binary', operator: operator.text, left, right: parseProduct(reader) };
  }
}

function parseProduct(reader: TokenReader): Expression {
  let left = parseUnary(reader);
  for (;;) {
    const operator = reader.peek();
    if (operator.kind !== 'symbol' || !['*', '/', '%'].includes(operator.text)) return left;
    reader.next();
    left = { kind: 'binary', operator: operator.text, left, right: parseUnary(reader) };
  }
}

function parseUnary(reader: TokenReader): Expression {
  if (reader.acceptSymbol('-')) return { kind: 'minus', value: parseUnary(reader) };
  if (reader.acceptSymbol('+')) return parseUnary(reader);
  let value = parsePrimary(reader);
  while (reader.acceptWord('collate')) value = { kind: 'collate', value, collation: reader.expectName() };
  return value;
}

function parsePrimary(reader: TokenReader): Expression {
  const token = reader.peek();
  switch (token.kind) {
    case 'param':
      reader.next();
      return { kind: 'param', index: Number(token.text) };
    case 'string':
      reader.next();
      return { kind: 'string', value: token.text };
    case 'number':
      reader.next();
      return { kind: 'number', text: token.text };
    case 'name':
      return parseColumn(reader);
    case 'word':
      return parseWord(reader, token.text);
    case 'symbol':
      if (token.text === '(') return parseParenthesis(reader);
      if (token.text === '*') {
        reader.next();
        return { kind: 'star', path: [] };
      }
      return reader.refuse();
    case 'end':
      return reader.refuse();
  }
}

function parseParenthesis(reader: TokenReader): Expression {
  return reader.parenthesised((): Expression => {
    if (reader.isWord('select') || reader.isWord('with'))
      return { kind: 'subquery', query: parseQuery(reader) };
    return { kind: 'group', value: parseExpression(reader) };
  });
}

function parseWord(reader: TokenReader, word: string): Expression {
  const isCall = reader.peek(1).kind === 'symbol' && reader.peek(1).text === '(';
  if (reader.acceptWord('null')) return { kind: 'null' };
  if (reader.acceptWord('default')) return { kind: 'default' };
  if (reader.acceptWord('case')) return parseCase(reader);
  if (word === 'exists' && isCall) {
    reader.next();
    return { kind: 'exists', query: reader.parenthesised(() => parseQuery(reader)) };
  }
  if (word === 'cast' && isCall) return parseCast(reader);
  if (word === 'convert' && isCall) return parseConvert(reader);
  if (isCall && (!RESERVED.has(word) || RESERVED_FUNCTIONS.has(word))) return parseCall(reader);
  if (RESERVED.has(word)) return reader.refuse();
  return parseColumn(reader);
}

function parseColumn(reader: TokenReader): Expression {
  const path = [reader.expectName()];
  while (reader.acceptSymbol('.')) {
    if (reader.acceptSymbol('*')) return { kind: 'star', path };
    path.push(reader.expectName());
  }
  if (reader.isSymbol('(')) return reader.refuse(`the function ${path.join('.')}`);
  return { kind: 'column', path };
}

function parseCase(reader: TokenReader): Expression {
  const operand = reader.isWord('when') ? undefined : parseExpression(reader);
  const whens: { when: Expression; then: Expression }[] = [];
  while (reader.acceptWord('when')) {
    const when = parseExpression(reader);
    reader.expectWord('then');
    whens.push({ when, then: parseExpression(reader) });
  }
  const otherwise = reader.acceptWord('else') ? parseExpression(reader) : undefined;
  reader.expectWord('end');
  return {
    kind: 'case',
    whens,
    ...(operand === undefined ? {} : { operand }),
    ...(otherwise === undefined ? {} : { otherwise }),
  };
}

function parseCast(reader: TokenReader): Expression {
  reader.expectWord('cast');
  return reader.parenthesised(() => {
    const value = parseValue(reader);
    reader.expectWord('as');
    return { kind: 'cast', value, type: parseType(reader, 30) };
  });
}

function parseConvert(reader: TokenReader): Expression {
  reader.expectWord('convert');
  return reader.parenthesised(() => {
    const type = parseType(reader, 30);
    reader.expectSymbol(',');
    const value = parseValue(reader);
    if (reader.isSymbol(',')) reader.refuse('a style number in convert()');
    return { kind: 'cast', value, type };
  });
}

function parseCall(reader: TokenReader): Expression {
  const name = reader.expectName().toLowerCase();
  const { args, distinct } = reader.parenthesised(() => {
    if (reader.isSymbol(')')) return { args: [], distinct: false };
    const isDistinct = reader.acceptWord('distinct');
    return { args: reader.list(() => parseExpression(reader)), distinct: isDistinct };
  });
  const call = { kind: 'call', name, args, distinct } as const;
  return reader.acceptWord('over') ? { ...call, window: parseWindow(reader) } : call;
}

function parseWindow(reader: TokenReader): Window {
  return reader.parenthesised(() => ({
    partitionBy: reader.acceptWord('partition', 'by') ? reader.list(() => parseValue(reader)) : [],
    orderBy: reader.acceptWord('order', 'by') ? reader.list(() => parseOrderItem(reader)) : [],
  }));
}

export function parseOrderItem(reader: TokenReader): OrderItem {
  const value = parseValue(reader);
  const descending = reader.acceptWord('desc');
  if (!descending) reader.acceptWord('asc');
  return { value, descending };
}

/** True for a bare word that may name something: an alias, a table. */
export function isFreeWord(word: string): boolean {
  return !RESERVED.has(word);
}
