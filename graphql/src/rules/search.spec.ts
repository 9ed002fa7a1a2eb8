import fc from 'fast-check';
import { fold, searchTest } from './search.ts';

const anyOf = (letters: string): fc.Arbitrary<string> => fc.constantFrom(...Array.from(letters));
const finds = (query: string, text: string): boolean => searchTest(query)(fold(text));

describe('fold', () => {
  it.each([
    ['DUPONT', 'dupont'],
    ['STÉ GARAGE DU CHÊNE', 'ste garage du chene'],
    ['ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÑ', 'aaaceeeeiioouuuyn'],
    ['e\u0301te\u0301', 'ete'],
    ['Œuvre ŒUVRE', 'oeuvre oeuvre'],
    ['ÆGIR Straße STRASSE ẞ', 'aegir strasse strasse ss'],
    ['Łódź Øre', 'lodz ore'],
    ['İzmir', 'izmir'],
    ['L’ATELIER', "l'atelier"],
    ['L‘ATELIER', "l'atelier"],
    ['LʼATELIER', "l'atelier"],
    ['L´ATELIER', "l'atelier"],
    ['L`ATELIER', "l'atelier"],
    ['HÉNIN-SUR-COJEUL & FILS (SARL) n° 3/4', 'henin-sur-cojeul & fils (sarl) n° 3/4'],
    ['a^b ~ _ | {c} [d] \\', 'ab ~ _ | {c} [d] \\'],
    ['000107', '000107'],
    ['', ''],
  ])('makes of %p: %p', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('leaves a folded text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // Greek has a final sigma, whose place depends on what stands behind it.
        fc.pre(!/[Σσς]/.test(text));
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('is the same for a letter with its accent and for letter and accent apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyOf('abcéèêëàâäîïôöùûüÿçñÉÀÇŒæ -') }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });

  it('folds part by part as it folds the whole', () => {
    const text = fc.string({ unit: anyOf('aBé’Œ^` ÇÿZ09-&') });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(fold(a + b)).toBe(fold(a) + fold(b));
      }),
    );
  });
});

describe('searchTest', () => {
  const NAME = '000107 STÉ D’ŒUVRES DUPONT-MARTIN & FILS (NORD)';

  it.each([
    'dupont',
    'DUPONT',
    'Düpônt',
    'upon',
    '107',
    '000107',
    'fils dupont',
    'martin sté',
    '  dupont   fils  ',
    'dupont\u00a0fils',
    "d'oeuvres",
    'd’œuvres',
    'd´oeuvres',
    'oeuvres',
    '&',
    '(nord)',
    '(',
    't-m',
  ])('finds by %p', (query) => {
    expect(finds(query, NAME)).toBe(true);
  });

  it.each(['durand', 'dupont durand', 'dupontmartin', '.', 'dup.nt', 'd|x', '[d]', 'nord)$', '\\d', '108'])(
    'does not find by %p',
    (query) => {
      expect(finds(query, NAME)).toBe(false);
    },
  );

  it.each(['', '   ', '*', '**', ' * ** '])('finds everything by %p', (query) => {
    expect(finds(query, NAME)).toBe(true);
    expect(finds(query, '')).toBe(true);
  });

  it.each([
    ['dup*', 'a word that begins so'],
    ['dup*t', 'a run inside a word'],
    ['dup*fils', 'a run over words'],
    ['*pont', 'an end'],
    ['*upon*', 'a middle'],
    ['d?pont', 'one letter'],
    ['d??ont', 'two letters'],
    ['?upont', 'a first letter'],
    ['martin*', 'a word after a hyphen'],
    ['oe*', 'an opened ligature after an apostrophe'],
    ['nord*', 'a word after a bracket'],
    ['(no*', 'a bracket'],
    ['0001*', 'a code'],
    ['0001?7', 'a code with a hole'],
    ['fils dup*', 'a word and a pattern'],
    ['d*p*t m*n', 'two patterns'],
    ['sté*', 'an accent'],
    ['&*', 'a sign'],
  ])('finds by %p: %s', (query) => {
    expect(finds(query, NAME)).toBe(true);
  });

  it.each([
    ['upont*', 'not the start of a word'],
    ['pont*', 'not the start of a word'],
    ['artin?', 'not the start of a word'],
    ['dup?t', 'two letters are missing'],
    ['dupont?martin?fils', 'more than one character is missing'],
    ['fils*dupont', 'the other order'],
    ['dup*durand', 'something that is not there'],
    ['(nord)?', 'nothing behind'],
    ['d.p*', 'a dot is a dot'],
    ['[a-z]*', 'a bracket is a bracket'],
    ['\\w*', 'a backslash is a backslash'],
    ['$*', 'a dollar is a dollar'],
    ['07*', 'not the start of a code'],
  ])('does not find by %p: %s', (query) => {
    expect(finds(query, NAME)).toBe(false);
  });

  it('finds a text by each of its words, and by the start of each with a star', () => {
    const name = fc.string({ unit: anyOf('ABCéèŒç’.-&()+$ 0123'), maxLength: 40 });
    fc.assert(
      fc.property(name, (text) => {
        for (const word of text.split(' ').filter(Boolean)) {
          expect(finds(word, text)).toBe(true);
          expect(finds(`${word.slice(0, 3)}*`, text)).toBe(true);
        }
      }),
    );
  });

  it('finds no more when one types on, so that the list may narrow what it has', () => {
    const typed = fc.string({ unit: anyOf('abé ’-.'), maxLength: 6 });
    fc.assert(
      fc.property(typed, typed, fc.string({ unit: anyOf('ABÉ ’-.'), maxLength: 20 }), (query, more, text) => {
        if (finds(query + more, text)) expect(finds(query, text)).toBe(true);
      }),
    );
  });

  it('agrees with the regular expression that says the same', () => {
    const query = fc.string({ unit: anyOf('aab1-.*?'), minLength: 1, maxLength: 10 });
    const text = fc.string({ unit: anyOf('aab1-. '), maxLength: 16 });
    fc.assert(
      fc.property(query, text, (pattern, given) => {
        fc.pre(/[*?]/.test(pattern));
        const source = pattern.replace(/\./g, '\\.').replace(/\*+/g, '.*').replace(/\?/g, '.');
        expect(searchTest(pattern)(given)).toBe(
          new RegExp(`(?:^|[^\\p{L}\\p{N}])${source}`, 'u').test(given),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no longer for a cruel pattern than for a plain one', () => {
    const test = searchTest(`${'a*'.repeat(20)}z`);
    const texts = Array.from({ length: 10_000 }, () => 'a'.repeat(40));
    const started = performance.now();
    expect(texts.some(test)).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
