import { sessionMessages } from './session.messages.ts';

export const PASSWORD_MIN_LENGTH = 10;
/** Longer than any passphrase: argon2 should not chew megabytes for a stranger. */
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
];

/** Letters of a text without accents, case or signs; digits that stand for letters are read as letters. */
function bareLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
}

function isTrivial(password: string): boolean {
  const distinct = new Set(password.toLowerCase()).size;
  if (distinct < 4 || isSequence(password)) return true;
  const letters = bareLetters(password);
  // `Azerty2026!`: a well-known word and filling.
  return letters === '' || TRIVIAL_WORDS.some((word) => letters === word || letters === word + word);
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

/**
 * Why a password may not be chosen, as a French sentence; null when it may.
 * @param userName Windows user name
 */
export function passwordFault(password: string, userName: string): string | null {
  const length = Array.from(password).length;
  if (length < PASSWORD_MIN_LENGTH) return sessionMessages.passwordTooShort(PASSWORD_MIN_LENGTH);
  if (length > PASSWORD_MAX_LENGTH) return sessionMessages.passwordTooLong(PASSWORD_MAX_LENGTH);
  const name = bareLetters(userName);
  const letters = bareLetters(password);
  if (name.length >= 4 && letters.includes(name)) return sessionMessages.passwordIsName;
  if (password.toLowerCase().includes(userName.trim().toLowerCase()) && userName.trim().length >= 4) {
    return sessionMessages.passwordIsName;
  }
  return isTrivial(password) ? sessionMessages.passwordTrivial : null;
}
