import { COLLECTIONS } from '../generated/collections.ts';
import { CARD_FIELD_NAMES, cardOf } from './card-fields.ts';
import { checkProspectChange, checkProspectCreation, prospectChange, prospectCreation } from './prospect.ts';
import { prospectFaults } from './prospect-faults.ts';
import { samePhone } from './prospect-duplicates.ts';

const messageOf = (
  payload: unknown,
  schema: { safeParse: typeof prospectCreation.safeParse } = prospectCreation,
): string | undefined => schema.safeParse(payload).error?.issues[0]?.message;

describe('CARD_FIELDS', () => {
  it('are the fields of annex 2 in the order of the contract, for prospects and clients alike', () => {
    expect(COLLECTIONS.prospect.fields.slice(1, -6)).toEqual(CARD_FIELD_NAMES);
    expect(COLLECTIONS.client.fields.slice(1, 1 + CARD_FIELD_NAMES.length)).toEqual(CARD_FIELD_NAMES);
  });
});

describe('prospectCreation', () => {
  it('needs a name only', () => {
    expect(prospectCreation.parse({ nomClient: ' Ferme ' })).toEqual({ nomClient: 'Ferme' });
    expect(messageOf({ nomClient: '' })).toBe('Le nom est obligatoire.');
    expect(prospectCreation.safeParse({}).success).toBe(false);
  });

  it('makes one line of a text, and nothing of blanks', () => {
    expect(prospectCreation.parse({ nomClient: 'A\nB', villeFac: '  ', nbJour1: 30 })).toEqual({
      nomClient: 'A B',
      villeFac: null,
      nbJour1: 30,
    });
  });

  it.each([
    [{ villeFac: 'X'.repeat(36) }, '« Ville » dépasse 35 caractères.'],
    [{ nbJour1: 1000 }, '« Nombre de jours » attend un nombre entier de 0 à 999.'],
    [
      { dateCreationSte: '1752-12-31' },
      '« Création de la société » : L’année doit être comprise entre 1753 et 2199.',
    ],
    [{ dateCreationSte: '2026-02-30' }, '« Création de la société » : La date n’existe pas.'],
  ])('refuses %j', (fields, message) => {
    expect(messageOf({ nomClient: 'A', ...fields })).toBe(message);
  });
});

describe('prospectChange', () => {
  it('needs both values of a known field', () => {
    expect(prospectChange.parse({ changes: { villeFac: { from: null, to: ' LILLE' } } })).toEqual({
      changes: { villeFac: { from: null, to: 'LILLE' } },
    });
    expect(prospectChange.safeParse({ changes: { villeFac: { to: 'LILLE' } } }).success).toBe(false);
    expect(prospectChange.safeParse({ changes: { couleur: { from: null, to: 'x' } } }).success).toBe(false);
    expect(messageOf({ changes: { nomClient: { from: 'A', to: '' } } }, prospectChange as never)).toBe(
      'Le nom est obligatoire.',
    );
  });

  it('may be empty: it then only settles the one it cites', () => {
    expect(prospectChange.parse({ changes: {} })).toEqual({ changes: {} });
  });
});

describe('prospectFaults', () => {
  const faultsOf = (fields: object) =>
    prospectFaults(cardOf(fields)).map(({ field, isRefusal }) => [field, isRefusal]);

  it('refuses a bank account that is wrong, and warns of the rest', () => {
    const wrong = {
      tel1: '123',
      contactDivers1: 'FR1',
      contactDivers2: '1',
      contactDivers4: 'x',
      iban: 'FR1',
      bic: 'X',
    };
    expect(faultsOf(wrong)).toEqual([
      ['tel1', false],
      ['contactDivers2', false],
      ['contactDivers1', false],
      ['contactDivers4', false],
      ['iban', true],
      ['bic', true],
    ]);
  });

  it('says nothing of empty fields', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('is what the hub decides by', () => {
    expect(checkProspectCreation({ nomClient: 'A', tel1: '1' })).toBeNull();
    expect(checkProspectCreation({ nomClient: 'A', bic: '1' })).toMatchObject({
      code: 'BIC_INVALID',
      field: 'bic',
    });
    expect(checkProspectChange(cardOf({ nomClient: 'A', bic: '1' }), ['tel1'])).toBeNull();
  });
});

describe('samePhone', () => {
  const others = [
    { id: 'a', tel1: '+33 3 20 12 34 56', tel2: null },
    { id: 'b', tel1: null, tel2: '03.20.12.34.56' },
    { id: 'c', tel1: '0320999999', tel2: 'demander Paul' },
  ];

  it('finds the same number however it is written, and leaves the card itself out', () => {
    expect(samePhone({ id: 'a', tel1: '0320123456' }, others).map(({ id }) => id)).toEqual(['b']);
    expect(samePhone({ id: '', tel2: '0320123456' }, others).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('finds nobody by what is no number', () => {
    expect(samePhone({ id: '', tel1: 'demander Paul' }, others)).toEqual([]);
  });
});
