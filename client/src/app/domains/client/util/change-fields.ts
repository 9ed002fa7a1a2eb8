import {
  CARD_FIELD_NAMES,
  cardField,
  type CardFieldName,
  cardOf,
  displayPhone,
  type FieldValue,
  frenchDay,
  normaliseValue,
  type ProspectCard,
  prospectFaults,
} from '@tournee/graphql';

/** Fields of the card by what they are about, in the order one looks for them. */
const GROUPS: readonly { title: string; fields: readonly CardFieldName[] }[] = [
  { title: 'Contacts', fields: ['tel1', 'tel2', 'fax', 'contactDivers4', 'cAttention'] },
  {
    title: 'Identité et adresse',
    fields: [
      'cTitre',
      'nomClient',
      'adr1Fac',
      'adr2Fac',
      'adr3Fac',
      'depFac',
      'burDisFac',
      'villeFac',
      'cPays',
    ],
  },
  {
    title: 'Légal',
    fields: [
      'contactDivers2',
      'contactDivers1',
      'cApe',
      'contactDivers3',
      'dateCreationSte',
      'codepays',
      'codemonnaie',
    ],
  },
  { title: 'Règlement', fields: ['cModRgl1', 'nbJour1', 'jour1', 'bic', 'iban'] },
];

/** All 40 fields stand in one group; those that the list above does not name come last. */
export const CHANGE_GROUPS = [
  ...GROUPS,
  {
    title: 'Commerce et facturation',
    fields: CARD_FIELD_NAMES.filter((field) => !GROUPS.some(({ fields }) => fields.includes(field))),
  },
];

/** Values of a card as they are typed: texts, days as French readers write them. */
export type TypedValues = Readonly<Partial<Record<CardFieldName, string>>>;

export interface FieldState {
  /** What is wrong; null when it may be asked for. */
  fault: string | null;
  /** `34 caractères sur 35`, or what is right about it. */
  hint: string;
}

/** A value of winpneu as it is shown and typed. */
export function typedValue(field: CardFieldName, value: FieldValue): string {
  if (value === null) return '';
  const text = String(value);
  if (field === 'tel1' || field === 'tel2' || field === 'fax') return displayPhone(text);
  return cardField(field).kind === 'day' ? frenchDay(text.slice(0, 10)) : text;
}

/** What was typed, as it is kept; undefined when it is no value of that field. */
export function keptValue(field: CardFieldName, typed: string): FieldValue | undefined {
  const text = normaliseValue(typed);
  if (text === null) return null;
  switch (cardField(field).kind) {
    case 'number':
      return /^\d{1,3}$/.test(String(text)) ? Number(text) : undefined;
    case 'day': {
      const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(String(text));
      if (!match) return undefined;
      const [, day = '', month = '', year = ''] = match;
      return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    }
    case 'text':
    case 'code':
      return text;
  }
}

/** What there is to say of a value that is being typed. `card` is winpneu's. */
export function fieldState(field: CardFieldName, typed: string, card: Partial<ProspectCard>): FieldState {
  const { maxLength, kind } = cardField(field);
  const value = keptValue(field, typed);
  if (value === undefined) {
    return {
      fault: kind === 'day' ? 'Date à écrire jj/mm/aaaa.' : 'Un nombre entier est attendu.',
      hint: '',
    };
  }
  if (value === normaliseValue(card[field] ?? null))
    return { fault: 'C’est déjà la valeur de winpneu.', hint: '' };
  const length = String(value ?? '').length;
  if (kind !== 'day' && length > maxLength) {
    return { fault: `${String(length)} caractères : la colonne en tient ${String(maxLength)}.`, hint: '' };
  }
  const [fault] = prospectFaults(cardOf({ [field]: value }));
  if (fault !== undefined) return { fault: fault.message, hint: '' };
  if (value === null) return { fault: null, hint: 'Le champ sera vidé.' };
  return {
    fault: null,
    hint: kind === 'text' ? `${String(length)} caractères sur ${String(maxLength)}` : '',
  };
}
