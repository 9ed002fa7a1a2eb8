import { electronicFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools';

const LA_POSTE = '356000000';
/** Letters of the newer French VAT keys: no I and no O. */
const KEY_ALPHABET = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

const compact = (text: string): string => text.replace(/[\s.-]/g, '').toUpperCase();

/** SIRET: fourteen digits with a Luhn key; the offices of La Poste have a rule of their own, by INSEE's decision. */
export function isSiret(text: string): boolean {
  const digits = compact(text);
  if (!/^(?!0{9})\d{14}$/.test(digits)) return false;
  if (isLuhn(digits)) return true;
  const sum = Array.from(digits, Number).reduce((total, digit) => total + digit, 0);
  return digits.startsWith(LA_POSTE) && sum % 5 === 0;
}

/**
 * VAT number with its country. Of a French one the key is checked against the SIREN; of another country's, the shape
 * only.
 */
export function isVatNumber(text: string): boolean {
  const number = compact(text);
  const french = /^FR([0-9A-HJ-NP-Z]{2})(\d{9})$/.exec(number);
  if (french) return isFrenchKey(french[1] ?? '', french[2] ?? '');
  return !number.startsWith('FR') && /^[A-Z]{2}[0-9A-Z+*]{2,12}$/.test(number);
}

function isFrenchKey(key: string, siren: string): boolean {
  if (!isLuhn(siren)) return false;
  if (/^\d{2}$/.test(key)) return Number(key) === (12 + 3 * (Number(siren) % 97)) % 97;
  const [first, second] = [KEY_ALPHABET.indexOf(key.charAt(0)), KEY_ALPHABET.indexOf(key.charAt(1))];
  const check = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
  return (Number(siren) + 1 + Math.floor(check / 11)) % 11 === check % 11;
}

/** IBAN by ISO 13616: country, length, structure and key; blanks don't count. */
export function isIban(text: string): boolean {
  const iban = electronicFormatIBAN(text);
  return iban !== null && isValidIBAN(iban);
}

/** BIC by ISO 9362: eight or eleven characters with a country that exists. */
export function isBic(text: string): boolean {
  return isValidBIC(compact(text));
}

function isLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, character, index) => {
      const digit = Number(character) * (index % 2 === 0 ? 1 : 2);
      return total + (digit > 9 ? digit - 9 : digit);
    }, 0);
  return sum % 10 === 0;
}
