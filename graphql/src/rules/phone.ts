import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/min';

/** `poste 12`, `p12`: an extension as it is written in France, which the library does not know. */
const EXTENSION = /[\s.,;/-]*p(?:oste)?[\s.]*(\d{1,6})\s*$/i;

/** A phone number as it is compared: E.164, or null when it is not one. `03.20.12.34.56` and `+33 3 20 12 34 56` are one. */
export function phoneKey(text: string): string | null {
  return parse(text)?.number ?? null;
}

/** A phone number as French readers write it (`03 20 12 34 56`); as it was typed when it is not one. */
export function displayPhone(text: string): string {
  const number = parse(text);
  if (!number) return text.trim();
  return number.format(number.country === 'FR' ? 'NATIONAL' : 'INTERNATIONAL', {
    formatExtension: (formatted, extension) => `${formatted} poste ${extension}`,
  });
}

/**
 * The library also reads `0000000000`, `123` or a number that lacks a digit, and would give them back changed. What
 * cannot be dialled is no number: placeholders of the ERP must not make one client of many.
 */
function parse(text: string): PhoneNumber | null {
  const extension = EXTENSION.exec(text)?.[1];
  const number = parsePhoneNumberFromString(text.replace(EXTENSION, ''), 'FR');
  if (!number?.isValid()) return null;
  if (extension !== undefined) number.setExt(extension);
  return number;
}
