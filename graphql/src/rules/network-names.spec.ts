import { isServerName, isWebAddress } from './network-names.ts';

describe('isWebAddress', () => {
  it.each([
    'https://tournee.exemple.fr',
    'http://localhost:4000',
    'https://tournée.fr/crm/',
    'https://10.0.0.7:8443/a',
    'http://[::1]:4000',
  ])('takes %s, and a path behind it makes a link', (text) => {
    expect([isWebAddress(text), URL.canParse(`${text}/creations/x`)]).toEqual([true, true]);
  });

  it.each([
    'https://tournee:99999',
    'https://999.1.1.1',
    'https://a b',
    'https://exa<mple',
    'https://[::g]',
    'https://user:secret@tournee.fr',
    'https://tournee.fr?x=1',
    'https://tournee.fr#x',
    'https://:80',
    'ftp://tournee.fr',
    'javascript:alert(1)',
  ])('refuses %s', (text) => {
    expect(isWebAddress(text)).toBe(false);
  });
});

describe('isServerName', () => {
  it.each(['smtp.exemple.fr', 'localhost', 'srv_mail', '10.0.0.7', '::1', 'fe80::1'])('takes %s', (text) => {
    expect(isServerName(text)).toBe(true);
  });

  it.each(['smtp exemple', 'a..b', '-a.fr', 'a.fr:25', ':::', '...', '999.1.1.1', 'a/b', 'x'.repeat(64)])(
    'refuses %s',
    (text) => {
      expect(isServerName(text)).toBe(false);
    },
  );
});
