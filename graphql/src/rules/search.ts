import { wildcardTest } from './wildcard.ts';

/**
 * Search as a rep types it: no accents, no case, `*` for any run of characters and `?` for one.
 */
const MARKS = /\p{Diacritic}/gu;
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l' };
/** Also the accents that keyboards without a typographic apostrophe have made people type for one. */
const APOSTROPHES: ReadonlySet<string> = new Set(['’', '‘', 'ʼ', '´', '`']);

/** Nine names in ten: nothing to fold but capitals. All of printable ASCII but `^` and the grave accent, which are marks. */
const PLAIN = /^[ -\]_a-~]*$/;
const FOLDABLE = /[^ -\]_a-~]/gu;
/** The few dozen letters of French that are not ASCII come again and again. Bounded by what Unicode has. */
const folds = new Map<string, string>();

/** Folds a text for comparison: lower case, no accents, ligatures opened, typographic apostrophes made plain. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return PLAIN.test(lower) ? lower : lower.replace(FOLDABLE, foldCharacter);
}

function foldCharacter(character: string): string {
  const known = folds.get(character);
  if (known !== undefined) return known;
  const bare = character.normalize('NFD').replace(MARKS, '').toLowerCase();
  const folded = APOSTROPHES.has(character)
    ? "'"
    : bare.replace(/[œæßøł]/g, (letter) => LIGATURES[letter] ?? letter);
  folds.set(character, folded);
  return folded;
}

/**
 * A test for folded texts. Words are looked for one by one, in any order, anywhere; a word with a wildcard must match
 * from the start of a word on.
 */
export function searchTest(query: string): (folded: string) => boolean {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '' && !/^\*+$/.test(word));
  const tests = words.map(wordTest);
  return (folded) => tests.every((test) => test(folded));
}

function wordTest(word: string): (folded: string) => boolean {
  return /[*?]/.test(word) ? wildcardTest(word) : (folded) => folded.includes(word);
}
