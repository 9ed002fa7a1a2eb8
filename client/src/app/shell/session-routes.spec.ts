import { belongsTo, homeOf } from './session-routes.ts';

describe('homeOf', () => {
  it('remembers where the user wanted to go', () => {
    expect(homeOf('signed-out', '/clients/000107')).toBe('/connexion?retour=%2Fclients%2F000107');
    expect(homeOf('must-change-password', '/connexion?retour=%2Fclients%2F000107')).toBe(
      '/mot-de-passe?retour=%2Fclients%2F000107',
    );
    expect(homeOf('signed-in', '/mot-de-passe?retour=%2Fclients%2F000107')).toBe('/clients/000107');
  });

  it('goes to the clients when nothing was wanted', () => {
    expect(homeOf('signed-in', '/connexion')).toBe('/clients');
    expect(homeOf('signed-out', '/')).toBe('/connexion');
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', '/connexion'])(
    'does not follow %s after signing in',
    (target) => {
      expect(homeOf('signed-in', `/connexion?retour=${encodeURIComponent(target)}`)).toBe('/clients');
    },
  );
});

describe('belongsTo', () => {
  it('keeps a signed-in user on any page but the public ones', () => {
    expect(belongsTo('signed-in', '/clients/000107')).toBe(true);
    expect(belongsTo('signed-in', '/connexion')).toBe(false);
  });

  it('keeps the others on their page', () => {
    expect(belongsTo('signed-out', '/connexion?retour=%2Fclients')).toBe(true);
    expect(belongsTo('signed-out', '/clients')).toBe(false);
    expect(belongsTo('must-change-password', '/connexion')).toBe(false);
  });

  it('lets a revoked device sign in again', () => {
    expect(belongsTo('revoked', '/session-revoquee')).toBe(true);
    expect(belongsTo('revoked', '/connexion')).toBe(true);
    expect(belongsTo('revoked', '/clients')).toBe(false);
  });

  it.each(['signed-in', 'signed-out', 'must-change-password', 'revoked'] as const)(
    'lets a mailed link open when %s',
    (state) => {
      expect(belongsTo(state, '/reinitialiser?jeton=abc')).toBe(true);
    },
  );

  it('never puts the token of a mailed link into another address', () => {
    expect(homeOf('signed-out', '/reinitialiser?jeton=abc')).toBe('/connexion');
  });
});
