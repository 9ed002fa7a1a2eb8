import { type Token, tokenize } from './tokens.ts';
import { UnsupportedSql } from './unsupported-sql.ts';

/** A cursor over the tokens of one batch. Whatever does not fit is refused with the text it stands near. */
export class TokenReader {
  readonly #sql: string;
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(sql: string) {
    this.#sql = sql;
    this.#tokens = tokenize(sql);
  }

  peek(ahead = 0): Token {
    const token = this.#tokens[Math.min(this.#position + ahead, this.#tokens.length - 1)];
    if (token === undefined) throw new Error('a token list always ends with an end token');
    return token;
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.#position += 1;
    return token;
  }

  /** True when the next tokens are these unquoted words. */
  isWord(...words: string[]): boolean {
    return words.every((word, index) => {
      const token = this.peek(index);
      return token.kind === 'word' && token.text === word;
    });
  }

  isSymbol(symbol: string): boolean {
    const token = this.peek();
    return token.kind === 'symbol' && token.text === symbol;
  }

  acceptWord(...words: string[]): boolean {
    if (!this.isWord(...words)) return false;
    this.#position += words.length;
    return true;
  }

  acceptSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.#position += 1;
    return true;
  }

  expectWord(...words: string[]): void {
    if (!this.acceptWord(...words)) this.refuse();
  }

  expectSymbol(symbol: string): void {
    if (!this.acceptSymbol(symbol)) this.refuse();
  }

  /** A name, in brackets or bare. A bare word that is reserved must be refused by the caller. */
  expectName(): string {
    const token = this.next();
    if (token.kind !== 'name' && token.kind !== 'word') this.refuse(undefined, token);
    return token.written;
  }

  /** `[a]`, `[a].[b]` or `[a].[b].[c]`. */
  expectPath(): string[] {
    const path = [this.expectName()];
    while (this.acceptSymbol('.')) path.push(this.expectName());
    return path;
  }

  expectInteger(): number {
    const token = this.next();
    if (token.kind !== 'number' || !/^\d+$/.test(token.text)) this.refuse(undefined, token);
    return Number(token.text);
  }

  /** `read (, read)*` */
  list<T>(read: () => T): T[] {
    const items = [read()];
    while (this.acceptSymbol(',')) items.push(read());
    return items;
  }

  /** `( read )` */
  parenthesised<T>(read: () => T): T {
    this.expectSymbol('(');
    const result = read();
    this.expectSymbol(')');
    return result;
  }

  /** Throws: the construct if it has a name, else the word that does not fit. */
  refuse(construct?: string, token: Token = this.peek()): never {
    const near = this.#sql.slice(Math.max(0, token.at - 20), token.at + 40).replace(/\s+/g, ' ');
    const what = token.kind === 'end' ? 'a statement that ends here' : `« ${token.text} » here`;
    throw new UnsupportedSql(construct ?? what, near);
  }
}
