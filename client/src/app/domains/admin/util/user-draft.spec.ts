import { draftOf, inputOf, isSameDraft } from './user-draft.ts';
import { aUser } from './testing/a-user.ts';

describe('inputOf', () => {
  it('writes back what was read', () => {
    const user = aUser({ cReps: ['GA00', 'GA01'], cAgence: 'A01' });
    expect(inputOf(draftOf(user))).toEqual({
      userWindows: 'igarnier',
      cUser: 'GA00',
      mail: 'i.garnier@pneus.example',
      nomAffiche: 'Isabelle Garnier',
      role: 'commercial',
      scopeKind: 'rep',
      cAgence: 'A01',
      cReps: ['GA00', 'GA01'],
    });
  });

  it('takes codes as people type them, and an empty office for none', () => {
    const draft = { ...draftOf(null), cUser: ' ga00 ', cReps: 'ga00; ga01  ga02,', cAgence: '  ' };
    expect(inputOf(draft)).toMatchObject({
      cUser: 'GA00',
      cReps: ['GA00', 'GA01', 'GA02'],
      cAgence: null,
    });
  });
});

describe('isSameDraft', () => {
  it('sees a change of any field', () => {
    const draft = draftOf(aUser());
    expect(isSameDraft(draft, { ...draft })).toBe(true);
    expect(isSameDraft(draft, { ...draft, cReps: 'GA01' })).toBe(false);
  });
});
