/** Words of company names that stay as they are: legal forms and trade abbreviations. */
const KEPT = new Set(
  'EARL GAEC SCEA SARL SAS SASU SA SCI SNC SCP EURL EIRL EI GIE GFA CUMA ETA SELARL SICA ZI ZA ZAC BP TP BTP PL GC VL CC USA'.split(
    ' ',
  ),
);
/** Words that French writes small inside a name. */
const SMALL = new Set(
  'de du des la le les et à au aux en sur sous par pour lès lez chez près d l'.split(' '),
);
const ABBREVIATED = new Set(['ST', 'STE', 'DR', 'MR', 'MM', 'ETS', 'FRS', 'CIE']);
const VOWEL = /[AEIOUYÀ-ÖØ-Ý]/;
const LOWER_CASE = /\p{Ll}/u;

/**
 * A name of winpneu, where all is in capitals, set in normal case as a title: `TRANSPORTS CLÉMENT ET CIE` →
 * `Transports Clément et Cie`, `EARL DU MARAIS` → `EARL du Marais`. A name typed with small letters stays as typed.
 */
export function displayName(name: string): string {
  const trimmed = name.trim().replace(/\s+/g, ' ');
  if (LOWER_CASE.test(trimmed)) return trimmed;
  // The separators are kept, so that hyphens and apostrophes come back as they were.
  return trimmed
    .split(/([\s\-’'/().&]+)/)
    .map((word, index) => (index % 2 === 1 ? word : caseWord(word, index === 0)))
    .join('');
}

function caseWord(word: string, isFirst: boolean): string {
  if (word === '' || /\d/.test(word)) return word;
  const lower = word.toLocaleLowerCase('fr');
  if (!isFirst && SMALL.has(lower)) return lower;
  if (KEPT.has(word) || isAbbreviation(word)) return word;
  return lower.charAt(0).toLocaleUpperCase('fr') + lower.slice(1);
}

/** Short and without a vowel: `SNCF`, `CFPM`. */
function isAbbreviation(word: string): boolean {
  return word.length <= 5 && !VOWEL.test(word) && !ABBREVIATED.has(word);
}
