import { CARD_FIELD_NAMES, type CardFieldName } from '@tournee/graphql';
import { CHANGE_GROUPS, fieldState, keptValue, typedValue } from './change-fields.ts';

describe('CHANGE_GROUPS', () => {
  it('holds every field of annex 2 once', () => {
    const fields = CHANGE_GROUPS.flatMap((group): readonly CardFieldName[] => group.fields);
    expect(fields.toSorted()).toEqual(CARD_FIELD_NAMES.toSorted());
  });
});

describe('keptValue', () => {
  it.each([
    ['tel1', ' 03 20 12 34 56 ', '03 20 12 34 56'],
    ['tel1', '  ', null],
    ['nbJour1', '30', 30],
    ['nbJour1', '30 j', undefined],
    ['dateCreationSte', '1/5/1998', '1998-05-01'],
    ['dateCreationSte', 'mai 1998', undefined],
  ] as const)('of %s typed %j is %j', (field, typed, kept) => {
    expect(keptValue(field, typed)).toBe(kept);
  });
});

describe('typedValue', () => {
  it('shows phones and days as French readers write them', () => {
    expect(typedValue('tel1', '03.20.12.34.56')).toBe('03 20 12 34 56');
    expect(typedValue('dateCreationSte', '1998-05-01')).toBe('01/05/1998');
    expect(typedValue('nbJour1', null)).toBe('');
  });
});

describe('fieldState', () => {
  it.each([
    ['tel1', '123', /téléphone/],
    ['contactDivers2', '863 794 020 00044', /SIRET/],
    ['contactDivers4', 'tc.example', /mail/],
    ['iban', 'FR76 0000', /IBAN/],
    ['bic', 'X', /BIC/],
    ['nbJour1', 'trente', /nombre/],
    ['villeFac', 'L'.repeat(36), /la colonne en tient 35/],
    ['villeFac', 'LILLE', /déjà/],
  ] as const)('refuses %s typed %j', (field, typed, fault) => {
    expect(fieldState(field, typed, { villeFac: 'LILLE' }).fault).toMatch(fault);
  });

  it('counts the characters of a text, and says when a field is emptied', () => {
    expect(fieldState('adr1Fac', 'ZA du Marquenterre', {})).toEqual({
      fault: null,
      hint: '18 caractères sur 35',
    });
    expect(fieldState('adr1Fac', '', { adr1Fac: '1 rue du Bac' }).hint).toBe('Le champ sera vidé.');
  });
});
