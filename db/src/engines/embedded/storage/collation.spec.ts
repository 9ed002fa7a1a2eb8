import { collationKey, keyWithAccents, keyWithoutAccents } from './collation.ts';

describe('collation keys', () => {
  it('without accents: É, e\u0301 and E are one letter, œ is oe', () => {
    const keys = ['Élève  ', 'ÉLÈVE', 'e\u0301le\u0300ve', 'eleve'].map(keyWithoutAccents);
    expect(new Set(keys)).toEqual(new Set(['eleve']));
    expect(keyWithoutAccents('ŒUF')).toBe(keyWithoutAccents('oeuf'));
  });

  it('with accents: case and composition do not count, accents do', () => {
    expect(keyWithAccents('Élève')).toBe(keyWithAccents('e\u0301LE\u0300VE '));
    expect(keyWithAccents('Élève')).not.toBe(keyWithAccents('Eleve'));
  });

  it('sort accents after letters: cote, coté, cotes', () => {
    expect(
      ['cotes', 'coté', 'cote'].sort((a, b) => (keyWithAccents(a) < keyWithAccents(b) ? -1 : 1)),
    ).toEqual(['cote', 'coté', 'cotes']);
  });
});

describe('collationKey', () => {
  it.each([
    ['French_CI_AS', 'tsql_key_as'],
    ['French_CI_AI', 'tsql_key_ai'],
    ['Latin1_General_100_CI_AS_SC', 'tsql_key_as'],
    ['Latin1_General_BIN2', 'exact'],
    ['French_CS_AS', 'exact'],
    ['Klingon', undefined],
  ])('of %s is %s', (collation, key) => {
    expect(collationKey(collation)).toBe(key);
  });
});
