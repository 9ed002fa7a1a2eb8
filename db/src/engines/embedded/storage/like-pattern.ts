import { keyWithoutAccents } from './collation.ts';

const cache = new Map<string, RegExp>();
const CACHE_SIZE = 200;

/** T-SQL's `like`: `%`, `_`, `[a-f]`, `[^…]`, `escape`; case never counts, accents only with `withAccents`. */
export function isLike(value: string, pattern: string, escape: string | null, withAccents: boolean): boolean {
  const fold = withAccents
    ? (text: string): string => text.toLowerCase().normalize('NFC')
    : keyWithoutAccents;
  // The pattern is folded after it is compiled to single characters, so that an escape stays what it is.
  return compiled(fold, pattern, escape, withAccents).test(fold(value));
}

function compiled(
  fold: (text: string) => string,
  pattern: string,
  escape: string | null,
  withAccents: boolean,
): RegExp {
  const key = `${withAccents ? 's' : 'i'}${escape ?? ''}\u0000${pattern}`;
  const known = cache.get(key);
  if (known) return known;
  const made = new RegExp(`^${compile(pattern, escape, fold)}$`, 'su');
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(key, made);
  return made;
}

function compile(pattern: string, escape: string | null, fold: (text: string) => string): string {
  let source = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === escape) {
      at += 1;
      source += literal(fold(pattern.charAt(at)));
    } else if (character === '%') source += '.*';
    else if (character === '_') source += '.';
    else if (character === '[' && pattern.includes(']', at + 1)) {
      const end = pattern.indexOf(']', at + 1);
      source += characterClass(pattern.slice(at + 1, end), fold);
      at = end;
    } else source += character === ' ' ? ' ' : literal(fold(character));
  }
  return source;
}

function characterClass(content: string, fold: (text: string) => string): string {
  const negated = content.startsWith('^');
  const set = (negated ? content.slice(1) : content).replace(/[\\\]^[&]/g, '\\$&');
  if (set === '') return negated ? '.' : '(?!)';
  return `[${negated ? '^' : ''}${fold(set)}]`;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
