import type { Random } from './random.ts';

/** SIREN, SIRET and VAT number of a company that does not exist, with the right check digits. */
export function companyNumbers(random: Random): { siret: string; tva: string } {
  const siren = withLuhnDigit(random.digits(8));
  const siret = withLuhnDigit(`${siren}${String(random.between(1, 9)).padStart(4, '0')}`);
  const tvaKey = (12 + 3 * (Number(siren) % 97)) % 97;
  return { siret, tva: `FR${String(tvaKey).padStart(2, '0')}${siren}` };
}

/** A French IBAN with right check digits, of a bank that does not exist. */
export function iban(random: Random): string {
  const bank = `99999${random.digits(5)}`;
  const account = random.digits(11);
  const ribKey =
    97 - Number((89n * BigInt(bank.slice(0, 5)) + 15n * BigInt(bank.slice(5)) + 3n * BigInt(account)) % 97n);
  const bban = `${bank}${account}${String(ribKey).padStart(2, '0')}`;
  // F = 15, R = 27, check digits 00 (ISO 13616).
  const check = 98 - Number(BigInt(`${bban}152700`) % 97n);
  return `FR${String(check).padStart(2, '0')}${bban}`;
}

/**
 * A phone number from the ranges that the French regulator keeps for fiction, written in one of the ways people do.
 */
export function phone(random: Random, kind: 'fixed' | 'mobile'): string {
  const number = `${kind === 'fixed' ? '035301' : '063998'}${random.digits(4)}`;
  const pairs = number.match(/\d{2}/g) ?? [];
  return random.pick([number, pairs.join(' '), pairs.join(' '), pairs.join('.')]);
}

/** The digits and the last one that makes them pass Luhn's check. */
function withLuhnDigit(digits: string): string {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, at) => {
      const doubled = at % 2 === 0 ? Number(digit) * 2 : Number(digit);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return `${digits}${String((10 - (sum % 10)) % 10)}`;
}
