import { scopesOfClient } from './scopes.ts';

describe('scopesOfClient', () => {
  it('names rep, office and admin', () => {
    expect(scopesOfClient({ cRep: 'GA00', cAgence: 'A01' })).toEqual(['admin', 'rep:GA00', 'agence:A01']);
  });

  it('leaves out what winpneu leaves empty', () => {
    expect(scopesOfClient({ cRep: '  ', cAgence: null })).toEqual(['admin']);
  });
});
