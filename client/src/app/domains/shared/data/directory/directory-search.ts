import { fold, searchTest } from '@tournee/graphql';
import type { DirectoryEntry } from './directory-entry.ts';

export interface DirectoryHits {
  entries: readonly DirectoryEntry[];
  /** The word that was found in place of a mistyped one; null when the query was found as it stands. */
  instead: string | null;
}

/** Finds the texts that a mistyped query may mean, the likeliest first: their places in `texts`. */
export type TypoSearch = (texts: readonly string[], query: string) => readonly number[];

interface Searched {
  entry: DirectoryEntry;
  /** Code, name, town and contact, folded. */
  text: string;
  /** Digits of phones, code and SIRET, each between blanks. */
  digits: string;
}

/** A number as it is typed: with blanks, points, dashes, a plus, brackets. */
const NUMBER = /^\+?[\d\s.()/-]+$/;
const DIGITS_MIN = 3;
const WORD_MIN = 3;

/**
 * The directory as Ctrl+K searches it: by name, code, town, contact, phone in any notation, SIRET. Made once for a
 * state of the directory; the texts are made at the first key.
 */
export class DirectorySearch {
  readonly #entries: readonly DirectoryEntry[];
  #searched: readonly Searched[] | null = null;

  constructor(entries: readonly DirectoryEntry[]) {
    this.#entries = entries;
  }

  /** @param findTypos asked only when nothing is found as typed */
  find(query: string, findTypos: TypoSearch | null): DirectoryHits {
    const trimmed = query.trim();
    if (trimmed === '') return { entries: [], instead: null };
    const found = this.#byNumber(trimmed) ?? this.#byWords(trimmed);
    if (found.length > 0 || findTypos === null || trimmed.length < WORD_MIN) {
      return { entries: found.map(({ entry }) => entry), instead: null };
    }
    return this.#byTypo(fold(trimmed), findTypos);
  }

  get #all(): readonly Searched[] {
    this.#searched ??= this.#entries.map((entry) => ({
      entry,
      text: fold(`${entry.id} ${entry.nomClient} ${entry.villeFac ?? ''} ${entry.cAttention ?? ''}`),
      digits: ` ${[entry.tel1, entry.tel2, entry.contactDivers2].map((text) => nationalDigits(text ?? '')).join(' ')} `,
    }));
    return this.#searched;
  }

  #byNumber(query: string): readonly Searched[] | null {
    if (!NUMBER.test(query)) return null;
    const digits = nationalDigits(query);
    if (digits.length < DIGITS_MIN) return null;
    const found = this.#all.filter((one) => one.digits.includes(digits) || one.entry.id.includes(digits));
    return found.length > 0 ? found : null;
  }

  /** Names that begin with what was typed first, then the others: both in the order of the directory. */
  #byWords(query: string): readonly Searched[] {
    const test = searchTest(query);
    const found = this.#all.filter(({ text }) => test(text));
    const start = fold(query);
    const [first, others] = [[] as Searched[], [] as Searched[]];
    for (const one of found) (isFirst(one, start) ? first : others).push(one);
    return [...first, ...others];
  }

  #byTypo(query: string, findTypos: TypoSearch): DirectoryHits {
    const all = this.#all;
    const places = findTypos(
      all.map(({ text }) => text),
      query,
    );
    const entries = places.flatMap((place) => all[place]?.entry ?? []);
    const [best] = entries;
    return { entries, instead: best === undefined ? null : likestWord(best, query) };
  }
}

function isFirst({ entry, text }: Searched, start: string): boolean {
  return entry.id === start || text.startsWith(start, entry.id.length + 1);
}

/** `+33 3 20 12` and `03.20.12` both become `032012`. */
function nationalDigits(text: string): string {
  const digits = text.replace(/\D/g, '');
  if (/^\s*\+\s*33/.test(text)) return `0${digits.slice(2).replace(/^0/, '')}`;
  return digits.startsWith('0033') ? `0${digits.slice(4)}` : digits;
}

/** The word of an entry that shares most letters with the query. */
function likestWord(entry: DirectoryEntry, query: string): string | null {
  const words = [entry.nomClient, entry.villeFac ?? '', entry.cAttention ?? ''].flatMap((text) =>
    text.split(/\s+/),
  );
  const rated = words.map((word) => ({ word, rate: sharedPairs(fold(word), query) }));
  const best = rated.reduce((a, b) => (b.rate > a.rate ? b : a), { word: '', rate: 0 });
  return best.rate > 0 ? best.word : null;
}

/** Share of pairs of neighbouring letters that two words have in common (Dice's coefficient). */
function sharedPairs(a: string, b: string): number {
  const pairs = (word: string) =>
    new Set(Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => word.slice(i, i + 2)));
  const [first, second] = [pairs(a), pairs(b)];
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return (2 * shared) / (first.size + second.size || 1);
}
