import { isBic, isIban, isSiret, isVatNumber } from './company-numbers.ts';

describe('isSiret', () => {
  // INSEE's own, a head office of La Poste, and three of its offices whose key is the sum of the digits.
  it.each(['12002701600357', '732 829 320 00074', '35600000000048', '35600000009075', '356 000 000 49837'])(
    'accepts %s',
    (text) => {
      expect(isSiret(text)).toBe(true);
    },
  );

  it.each([
    '',
    '123',
    '12002701600358',
    '35600000000049',
    '1200270160035A',
    '120027016003570',
    '00000000000000',
  ])('refuses %p', (text) => {
    expect(isSiret(text)).toBe(false);
  });
});

describe('isVatNumber', () => {
  it.each([
    'FR83404833048',
    'FR 40 303 265 045',
    'fr23334175221',
    'FRK7399859412',
    'BE0123456789',
    'DE136695976',
  ])('accepts %s', (text) => {
    expect(isVatNumber(text)).toBe(true);
  });

  it.each(['', 'FR84404833048', 'FR83404833047', 'FR8340483304', 'FRIO404833048', '83404833048', 'X'])(
    'refuses %p',
    (text) => {
      expect(isVatNumber(text)).toBe(false);
    },
  );
});

describe('isIban', () => {
  it.each([
    'FR14 2004 1010 0505 0001 3M02 606',
    'FR7630006000011234567890189',
    'DE89370400440532013000',
    'be68539007547034',
  ])('accepts %s', (text) => {
    expect(isIban(text)).toBe(true);
  });

  it.each([
    '',
    'FR7630006000011234567890188',
    'FR76',
    'XX89370400440532013000',
    'FR763000600001123456789018',
  ])('refuses %p', (text) => {
    expect(isIban(text)).toBe(false);
  });
});

describe('isBic', () => {
  it.each(['AGRIFRPP', 'AGRIFRPP867', 'bnpafrpp', 'BNPA FR PP XXX'])('accepts %s', (text) => {
    expect(isBic(text)).toBe(true);
  });

  it.each(['', 'AGRI', 'AGRIZZPP', 'AGRIFRPP8', '1GRIFRPP867A'])('refuses %p', (text) => {
    expect(isBic(text)).toBe(false);
  });
});
