import { agenceScope, repScope, type ScopeOwner, scopesOfUser } from './scope.ts';

const owner = (fields: Partial<ScopeOwner>): ScopeOwner => {
  return { id: 7, role: 'commercial', scopeKind: 'rep', cAgence: null, cReps: [], ...fields };
};

describe('repScope', () => {
  it('is the same for a code with padding and in either case', () => {
    expect(repScope('ga00  ')).toBe('rep:GA00');
    expect(agenceScope(' a01')).toBe('agence:A01');
  });
});

describe('scopesOfUser', () => {
  it.each([
    ['a rep', owner({ cReps: ['GA00', 'BO03', 'GA00'] }), ['all', 'rep:BO03', 'rep:GA00', 'user:7']],
    ['a rep of an office', owner({ scopeKind: 'agence', cAgence: 'A01' }), ['agence:A01', 'all', 'user:7']],
    ['a rep without an office', owner({ scopeKind: 'agence', cAgence: ' ' }), ['all', 'user:7']],
    ['a rep who sees all', owner({ scopeKind: 'tous' }), ['admin', 'all', 'user:7']],
    ['an admin', owner({ role: 'admin', scopeKind: 'tous' }), ['admin', 'all', 'user:7']],
    ['the accountant', owner({ role: 'comptable', scopeKind: 'tous', cReps: ['GA00'] }), ['all', 'user:7']],
  ])('answers what %s pulls', (_who, user, scopes) => {
    expect(scopesOfUser(user)).toEqual(scopes);
  });
});
