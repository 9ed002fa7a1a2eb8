import type { Prospect } from '../generated/schema.ts';

/** How a field of the card is entered. */
export type CardFieldKind = 'text' | 'code' | 'number' | 'day';

/**
 * A field of annex 2 of the customer's text.
 * `need`: `always`; `client` when a prospect becomes a client; `debit` then too, but only for payment by direct debit (LD).
 */
export interface CardFieldDefinition {
  readonly label: string;
  readonly kind: CardFieldKind;
  /** Length of winpneu's column; digits of a number. */
  readonly maxLength: number;
  readonly need: 'always' | 'client' | 'debit' | 'never';
}

type Need = CardFieldDefinition['need'];

const text = (label: string, maxLength: number, need: Need = 'never'): CardFieldDefinition => {
  return { label, kind: 'text', maxLength, need };
};
const code = (label: string, maxLength: number, need: Need = 'never'): CardFieldDefinition => {
  return { label, kind: 'code', maxLength, need };
};

/** The card of a prospect and of a client, in the order of annex 2. */
export const CARD_FIELDS = {
  cFamClient: code('Catégorie client', 4, 'client'),
  cSfamClient: code('Sous-catégorie client', 4, 'client'),
  cTitre: code('Titre', 4),
  nomClient: text('Nom', 35, 'always'),
  adr1Fac: text('Adresse 1', 35, 'client'),
  adr2Fac: text('Adresse 2', 35),
  adr3Fac: text('Adresse 3', 35),
  depFac: text('Département', 4, 'client'),
  burDisFac: text('Bureau distributeur', 3, 'client'),
  villeFac: text('Ville', 35, 'client'),
  cAgence: code('Agence', 4, 'client'),
  cRep: code('Commercial', 4, 'client'),
  cPays: code('Pays', 4, 'client'),
  tel1: text('Téléphone', 20, 'client'),
  fax: text('Fax', 20),
  tel2: text('Portable', 20),
  contactDivers1: text('N° TVA', 40),
  contactDivers2: text('SIRET', 40, 'client'),
  contactDivers3: text('Activité', 40),
  contactDivers4: text('Mail', 255),
  cPer: code('Périodicité', 1, 'client'),
  cRegpmtBl: code('Regroupement BL', 1),
  cRegpmtFac: code('Regroupement CDE', 1),
  cReleve: code('Édition relevé', 1),
  cAutorisBl: code('Autorisation BL', 1),
  cCatc: code('Grille conditions', 8, 'client'),
  cFraisFixe: code('Frais fixes', 1),
  cRefOblig: code('Référence client obligatoire', 1),
  cModRgl1: code('Mode de règlement', 2, 'client'),
  nbJour1: { label: 'Nombre de jours', kind: 'number', maxLength: 3, need: 'client' },
  jour1: text('Jour de l’échéance', 2),
  cTypeFact: code('Type de facturation', 1),
  cAttention: text('À l’attention de', 35),
  cApe: text('Code NAF', 10),
  dateCreationSte: { label: 'Création de la société', kind: 'day', maxLength: 10, need: 'never' },
  bic: text('BIC', 11, 'debit'),
  iban: text('IBAN', 34, 'debit'),
  codepays: code('Code pays', 2),
  codemonnaie: code('Code monnaie', 3),
  typeEditionFac: code('Type d’édition de facture', 1, 'client'),
} as const satisfies Readonly<Partial<Record<keyof Prospect, CardFieldDefinition>>>;

export type CardFieldName = keyof typeof CARD_FIELDS;
export const CARD_FIELD_NAMES = Object.keys(CARD_FIELDS) as CardFieldName[];

/** Values of a card; null is an empty field. */
export type ProspectCard = Pick<Prospect, CardFieldName>;
export type FieldValue = string | number | null;

/** What a field is, without the exact type of its literals. */
export function cardField(field: CardFieldName): CardFieldDefinition {
  return CARD_FIELDS[field];
}

/** True for the name of a field of the card. */
export function isCardField(name: string): name is CardFieldName {
  return Object.hasOwn(CARD_FIELDS, name);
}

/** A value as it is kept: one line, no blanks around it; blank is nothing. */
export function normaliseValue(value: FieldValue | undefined): FieldValue {
  if (typeof value !== 'string') return value ?? null;
  return value.replace(/\p{Cc}+/gu, ' ').trim() || null;
}

/** The card of a document, without what is not a field of annex 2; what is absent is null. */
export function cardOf(
  document: Readonly<Partial<Record<CardFieldName, FieldValue | undefined>>>,
): ProspectCard {
  const values = CARD_FIELD_NAMES.map((field) => [field, document[field] ?? null]);
  return Object.fromEntries(values) as ProspectCard;
}
