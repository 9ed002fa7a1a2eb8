export const PASSWORD_MIN_LENGTH = 10;
/** Longer than any passphrase: the hub should not chew megabytes for a stranger. */
export const PASSWORD_MAX_LENGTH = 200;

/** Beginnings that fill ten characters without saying anything: what guessing lists start with. */
const TRIVIAL_WORDS = [
  'password',
  'passw0rd',
  'motdepasse',
  'azerty',
  'azertyuiop',
  'qwerty',
  'qwertyuiop',
  'bonjour',
  'soleil',
  'bienvenue',
  'changeme',
  'letmein',
  'welcome',
  'administrateur',
  'administrator',
  'admin',
  'winpneu',
  'winpro',
  'tournee',
  'pneu',
  'pneus',
  'demo',
  'crm',
];

/** Length as people count it: a tractor is one character. */
export function passwordLength(password: string): number {
  return Array.from(password).length;
}

/** True for what guessing lists try first. */
export function isTrivialPassword(password: string): boolean {
  const distinct = new Set(password.toLowerCase()).size;
  if (distinct < 4 || isSequence(password)) return true;
  // `Azerty2026!`, `tournee-demo`, `W1npneu-w1npneu`: well-known words and filling.
  return isFilling(bareLetters(password)) || isFilling(bareLetters(plainSpelling(password)));
}

const LONGEST_FIRST = TRIVIAL_WORDS.toSorted((a, b) => b.length - a.length);

/** True when next to nothing is left of the letters without the well-known words. */
function isFilling(letters: string): boolean {
  return LONGEST_FIRST.reduce((rest, word) => rest.replaceAll(word, ''), letters).length <= 2;
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** `w1npn3u` as it is meant. */
function plainSpelling(text: string): string {
  return text.replace(/[013457@$!]/g, (sign) => LOOKALIKES[sign] ?? sign);
}

/** True when the user name stands in the password, with whatever between its letters, backwards, or in look-alike digits. */
export function holdsUserName(password: string, userName: string): boolean {
  const name = bareLetters(userName);
  const backwards = Array.from(name).reverse().join('');
  const spellings = [bareLetters(password), bareLetters(plainSpelling(password))];
  if (name.length >= 4 && spellings.some((word) => word.includes(name) || word.includes(backwards)))
    return true;
  const trimmed = userName.trim().toLowerCase();
  return trimmed.length >= 4 && password.toLowerCase().includes(trimmed);
}

/** Letters of a text without accents, case or signs. */
function bareLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
}

/** `1234567890`, `abcdefghij`, `9876543210`: each character one step from the last. */
function isSequence(password: string): boolean {
  const steps = Array.from(
    password.slice(1),
    (_, index) => password.charCodeAt(index + 1) - password.charCodeAt(index),
  );
  const [first] = steps;
  const regular = steps.filter((step) => step === first && Math.abs(step) <= 1).length;
  return regular >= steps.length - 1;
}
