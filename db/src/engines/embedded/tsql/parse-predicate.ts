import { parseExpression, parseValue } from './parse-expression.ts';
import { parseQuery } from './parse-query.ts';
import type { Expression } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

const COMPARISONS = new Set(['=', '<>', '<', '>', '<=', '>=']);

/** What may follow a value to make a condition of it; without it, the value itself. */
export function parsePredicateTail(reader: TokenReader, value: Expression): Expression {
  const token = reader.peek();
  if (token.kind === 'symbol' && COMPARISONS.has(token.text)) {
    reader.next();
    return { kind: 'binary', operator: token.text, left: value, right: parseValue(reader) };
  }
  if (reader.acceptWord('is')) {
    const negated = reader.acceptWord('not');
    reader.expectWord('null');
    return { kind: 'isNull', value, negated };
  }
  const negated = reader.isWord('not') && ['in', 'like', 'between'].includes(reader.peek(1).text);
  if (negated) reader.next();
  if (reader.acceptWord('in')) return parseIn(reader, value, negated);
  if (reader.acceptWord('like')) return parseLike(reader, value, negated);
  if (reader.acceptWord('between')) {
    const low = parseValue(reader);
    reader.expectWord('and');
    return { kind: 'between', value, negated, low, high: parseValue(reader) };
  }
  return value;
}

function parseIn(reader: TokenReader, value: Expression, negated: boolean): Expression {
  return reader.parenthesised(() => {
    const isQuery = reader.isWord('select') || reader.isWord('with');
    const items = isQuery ? parseQuery(reader) : reader.list(() => parseExpression(reader));
    return { kind: 'in', value, negated, items };
  });
}

function parseLike(reader: TokenReader, value: Expression, negated: boolean): Expression {
  const pattern = parseValue(reader);
  const like = { kind: 'like', value, negated, pattern } as const;
  return reader.acceptWord('escape') ? { ...like, escape: parseValue(reader) } : like;
}
