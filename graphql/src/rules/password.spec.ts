import { holdsUserName, isTrivialPassword, passwordLength } from './password.ts';

describe('passwordLength', () => {
  it('counts as people do', () => {
    expect(passwordLength('🚜🚜🛞é')).toBe(4);
  });
});

describe('isTrivialPassword', () => {
  it.each(['1234567890', 'abababababab', 'Azerty2026!', 'Bienvenue2026', '24/11/2026 10:15', ''])(
    'takes %s for one',
    (password) => {
      expect(isTrivialPassword(password)).toBe(true);
    },
  );

  it.each(['correct cheval pile agrafe', 'Pneus-d-hiver-8', 'xK4vTq9mZb'])('lets %s pass', (password) => {
    expect(isTrivialPassword(password)).toBe(false);
  });
});

describe('holdsUserName', () => {
  it.each(['IGARNIER!!2026', 'i.g.a.r.n.i.e.r.'])('finds it in %s', (password) => {
    expect(holdsUserName(password, 'igarnier')).toBe(true);
  });

  it('does not mistake a short name for a part of a password', () => {
    expect(holdsUserName('lampe-de-chevet', 'lam')).toBe(false);
  });
});
