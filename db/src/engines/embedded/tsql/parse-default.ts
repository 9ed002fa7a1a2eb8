import { quoteName, quoteText } from '../quote.ts';
import type { TokenReader } from './token-reader.ts';

/** A column's default, as SQLite's SQL: a literal or the current time, in any number of parentheses. */
export function parseDefault(reader: TokenReader): string {
  if (reader.isSymbol('(')) return reader.parenthesised(() => parseDefault(reader));
  const sign = reader.acceptSymbol('-') ? '-' : '';
  const token = reader.next();
  if (token.kind === 'number') return `${sign}${token.text}`;
  if (token.kind === 'string' && sign === '') return quoteText(token.text);
  if (token.kind === 'word' && sign === '') {
    if (token.text === 'null') return 'null';
    if (['getutcdate', 'sysutcdatetime'].includes(token.text)) {
      reader.expectSymbol('(');
      reader.expectSymbol(')');
      return '(tsql_now())';
    }
  }
  return reader.refuse('this default', token);
}

/** The condition of a filtered index: `[c] is [not] null` or `[c] = literal`, joined by `and`. */
export function parseFilter(reader: TokenReader): string {
  if (reader.isSymbol('(')) return reader.parenthesised(() => parseFilter(reader));
  const conditions: string[] = [];
  do {
    const column = quoteName(reader.expectName());
    if (reader.acceptWord('is', 'not', 'null')) conditions.push(`${column} is not null`);
    else if (reader.acceptWord('is', 'null')) conditions.push(`${column} is null`);
    else {
      reader.expectSymbol('=');
      conditions.push(`${column} = ${parseDefault(reader)}`);
    }
  } while (reader.acceptWord('and'));
  return conditions.join(' and ');
}
