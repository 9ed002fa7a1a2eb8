/**
 * Comparison keys in place of SQL Server's collations, which SQLite cannot be given through node:sqlite. Two texts
 * are equal in the collation when their keys are equal, and keys sort nearly as French dictionaries do.
 */
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' };
const ASCII = /^[\x20-\x7e]*$/;

/** `French_CI_AI`: neither case nor accents count, nor blanks at the end. */
export function keyWithoutAccents(text: string): string {
  const lower = text.trimEnd().toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[œæß]/g, (letter) => LIGATURES[letter] ?? letter);
}

/** `French_CI_AS`: case does not count, accents do, but only after all letters. */
export function keyWithAccents(text: string): string {
  const lower = text.trimEnd().toLowerCase();
  if (ASCII.test(lower)) return lower;
  const exact = lower.normalize('NFC').replace(/[œæß]/g, (letter) => LIGATURES[letter] ?? letter);
  const base = keyWithoutAccents(text);
  return base === exact ? base : `${base}\u0001${exact}`;
}

export type CollationKey = 'tsql_key_ai' | 'tsql_key_as' | 'exact';

/** The key function of a T-SQL collation name; undefined when the engine does not know the collation. */
export function collationKey(collation: string): CollationKey | undefined {
  if (/_CI_AI(_|$)/i.test(collation)) return 'tsql_key_ai';
  if (/_CI_AS(_|$)/i.test(collation)) return 'tsql_key_as';
  if (/_BIN2?$|_CS_AS(_|$)/i.test(collation)) return 'exact';
  return undefined;
}
