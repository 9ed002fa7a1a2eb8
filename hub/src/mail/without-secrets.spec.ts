import fc from 'fast-check';
import { withoutSecrets } from './without-secrets.ts';

describe('withoutSecrets', () => {
  const login = { user: 'crm', password: 'pâss w$rd' };
  const base64 = (text: string): string => Buffer.from(text).toString('base64');

  it.each(['pâss w$rd', base64('pâss w$rd'), base64('\0crm\0pâss w$rd'), encodeURIComponent('pâss w$rd')])(
    'hides %s',
    (form) => {
      expect(withoutSecrets(`535 AUTH ${form} refused, ${form}`, login)).toBe('535 AUTH ••• refused, •••');
    },
  );

  it('hides any password, wherever it stands', () => {
    const password = fc.string({ minLength: 1 }).filter((text) => !'•'.includes(text));
    fc.assert(
      fc.property(fc.string(), password, fc.string(), (before, secret, after) => {
        const clean = withoutSecrets(`${before}${secret}${after}`, { user: null, password: secret });
        expect(clean).not.toContain(secret);
      }),
    );
  });

  it.each([null, ''])('leaves the text alone without a password (%j)', (password) => {
    expect(withoutSecrets('550 no', { user: null, password })).toBe('550 no');
  });
});
