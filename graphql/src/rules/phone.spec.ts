import fc from 'fast-check';
import { displayPhone, phoneKey } from './phone.ts';

describe('phoneKey', () => {
  it.each([
    '0320123456',
    '03 20 12 34 56',
    '03.20.12.34.56',
    '03-20-12-34-56',
    '03/20/12/34/56',
    '+33320123456',
    '+33 3 20 12 34 56',
    '+33 (0)3 20 12 34 56',
    '0033320123456',
    '  0320123456          ',
    '03\u00a020\u00a012\u00a034\u00a056',
    'Tél. 03 20 12 34 56',
    '03 20 12 34 56 p12',
    '03 20 12 34 56 poste 12',
    '03.20.12.34.56 - POSTE 3',
    '03 20 12 34 56 ext 3',
  ])('takes %p for one and the same number', (text) => {
    expect(phoneKey(text)).toBe('+33320123456');
  });

  it.each([
    ['06 11 22 33 44', '+33611223344'],
    ['+32 2 123 45 67', '+3221234567'],
    ['0032 2 123 45 67', '+3221234567'],
    ['+262 692 12 34 56', '+262692123456'],
  ])('makes of %p: %s', (text, key) => {
    expect(phoneKey(text)).toBe(key);
  });

  it.each([
    '',
    '   ',
    'néant',
    'p12',
    '0000000000',
    '00 00 00 00 00',
    '1111111111',
    '123',
    '15',
    '03 20 12 34 5',
    '03 20 12 34 56 78',
    '03 20 12 34 56 / 06 11 22 33 44',
    'contact@exemple.fr',
  ])('takes %p for no number', (text) => {
    expect(phoneKey(text)).toBeNull();
  });

  it('is the same key when the number is read from its own display', () => {
    const french = fc.tuple(
      fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '9'),
      fc.stringMatching(/^\d{8}$/),
    );
    fc.assert(
      fc.property(french, fc.constantFrom('', ' ', '.', '-'), ([area, digits], separator) => {
        const typed = `0${area}${digits}`.match(/../g)?.join(separator) ?? '';
        const key = phoneKey(typed);
        if (key === null) return;
        expect(key).toBe(`+33${area}${digits}`);
        expect(phoneKey(displayPhone(typed))).toBe(key);
        expect(phoneKey(key)).toBe(key);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9+() .px-]{0,24}$/)),
        (text) => {
          phoneKey(text);
          displayPhone(text);
        },
      ),
    );
  });
});

describe('displayPhone', () => {
  it.each([
    ['0320123456          ', '03 20 12 34 56'],
    ['03.20.12.34.56', '03 20 12 34 56'],
    ['+33320123456', '03 20 12 34 56'],
    ['+3221234567', '+32 2 123 45 67'],
    ['03 39 43 98 84 p12', '03 39 43 98 84 poste 12'],
    ['03 39 43 98 84 x12', '03 39 43 98 84 poste 12'],
  ])('writes %p as %p', (text, shown) => {
    expect(displayPhone(text)).toBe(shown);
  });

  it.each(['0000000000', '03 20 12 34 5', 'demander Paul', '03 20 12 34 56 / 06 11 22 33 44', '3620', ''])(
    'leaves %p as it was typed',
    (text) => {
      expect(displayPhone(`  ${text} `)).toBe(text);
    },
  );
});
