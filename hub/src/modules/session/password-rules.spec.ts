import { passwordFault } from './password-rules.ts';
import { sessionMessages } from './session.messages.ts';

describe('passwordFault', () => {
  it.each([
    'correct cheval pile agrafe',
    'Pneus-d-hiver-8',
    'é à ü ñ ø 12',
    'xK4vTq9mZb',
    '🚜 roues et 2 jantes',
  ])('accepts %s', (password) => {
    expect(passwordFault(password, 'igarnier')).toBeNull();
  });

  it('asks for ten characters, counted as people do', () => {
    expect(passwordFault('xK4vTq9mZ', 'igarnier')).toBe(sessionMessages.passwordTooShort(10));
    expect(passwordFault('🚜🚜🛞🛞🔧', 'igarnier')).toBe(sessionMessages.passwordTooShort(10));
  });

  it('refuses what is too long to be hashed for a stranger', () => {
    expect(passwordFault('xK4v'.repeat(51), 'igarnier')).toBe(sessionMessages.passwordTooLong(200));
  });

  it.each([
    'igarnier-2026',
    'IGARNIER!!2026',
    'i.g.a.r.n.i.e.r.',
    'x-igarnier-x',
    '1g4rn13r-2026',
    'reinragi-2026',
  ])('refuses the user name in %s', (password) => {
    expect(passwordFault(password, 'igarnier')).toBe(sessionMessages.passwordIsName);
  });

  it.each([
    '1234567890',
    '0987654321',
    'abcdefghijk',
    'aaaaaaaaaaaa',
    'abababababab',
    'Azerty2026!',
    'motdepasse1',
    'Motdepasse2026',
    'password123',
    'winpneu2026',
    'Bienvenue2026',
    '24/11/2026 10:15',
    'azertyuiop',
    'tournee-demo',
    'Tournee-Demo-2026',
    'W1npn3u-w1npn3u',
    'demo-winpneu-1',
    'T0urn33!T0urn33!',
  ])('refuses the trivial %s', (password) => {
    expect(passwordFault(password, 'igarnier')).toBe(sessionMessages.passwordTrivial);
  });

  it('does not mistake a short user name for a part of a password', () => {
    expect(passwordFault('lampe-de-chevet', 'lam')).toBeNull();
  });
});
