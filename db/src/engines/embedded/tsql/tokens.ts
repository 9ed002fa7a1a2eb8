import { UnsupportedSql } from './unsupported-sql.ts';

export type TokenKind = 'word' | 'name' | 'string' | 'number' | 'param' | 'symbol' | 'end';

/** `text`: a word in lower case, a name or string without its quotes, the number of a parameter. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** The same as it was written: a word may turn out to be a name. */
  readonly written: string;
  readonly at: number;
}

/** Marks parameters while a statement is translated: no text of the statement may look like one. */
export const MARK = '\u0001';
const SPACE = /[\s\u00a0]+|--[^\n]*|\/\*[\s\S]*?\*\//y;
const WORD = /[\p{L}_#][\p{L}\p{N}_#$]*/uy;
const VARIABLE = /@+\w*/y;
const PARAM = /@par(\d+)/y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const SYMBOL = /<>|<=|>=|!=|[=<>+\-*/%(),.;&|^~]/y;
const NAME = /\[((?:[^\]]|\]\])*)\]/y;
const QUOTED_NAME = /"((?:[^"]|"")*)"/y;
const STRING = /[nN]?'((?:[^']|'')*)'/y;

function match(pattern: RegExp, sql: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(sql);
}

function readToken(sql: string, at: number): { token: Token; end: number } {
  const found = (kind: TokenKind, hit: RegExpExecArray, text: string): { token: Token; end: number } => ({
    token: { kind, text, written: kind === 'word' ? hit[0] : text, at },
    end: at + hit[0].length,
  });
  let hit = match(NAME, sql, at);
  if (hit) return found('name', hit, (hit[1] ?? '').replaceAll(']]', ']'));
  hit = match(PARAM, sql, at);
  if (hit) return found('param', hit, hit[1] ?? '');
  hit = match(STRING, sql, at);
  if (hit) return found('string', hit, (hit[1] ?? '').replaceAll("''", "'"));
  hit = match(WORD, sql, at);
  if (hit) return found('word', hit, hit[0].toLowerCase());
  hit = match(NUMBER, sql, at);
  if (hit) return found('number', hit, hit[0]);
  hit = match(SYMBOL, sql, at);
  if (hit) return found('symbol', hit, hit[0] === '!=' ? '<>' : hit[0]);
  hit = match(QUOTED_NAME, sql, at);
  if (hit) return found('name', hit, (hit[1] ?? '').replaceAll('""', '"'));
  hit = match(VARIABLE, sql, at);
  if (hit) throw new UnsupportedSql(`the variable ${hit[0]}`, sql.slice(at, at + 30));
  throw new UnsupportedSql(`the character « ${sql.charAt(at)} »`, sql.slice(at, at + 30));
}

/** Splits T-SQL into tokens; blanks and comments fall away. The last token has the kind `end`. */
export function tokenize(sql: string): Token[] {
  if (sql.includes(MARK)) throw new UnsupportedSql('the control character U+0001');
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    const space = match(SPACE, sql, at);
    if (space) {
      at += space[0].length;
      continue;
    }
    if (at >= sql.length) break;
    const { token, end } = readToken(sql, at);
    tokens.push(token);
    at = end;
  }
  tokens.push({ kind: 'end', text: '', written: '', at });
  return tokens;
}
