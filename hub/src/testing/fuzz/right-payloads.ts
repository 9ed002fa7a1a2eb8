import type { OperationCode } from '@tournee/graphql';

const CARD = {
  cFamClient: 'AG',
  nomClient: 'FERME DU MOULIN',
  adr1Fac: '1 rue du Puits',
  depFac: '59',
  burDisFac: '000',
  villeFac: 'LILLE',
  cAgence: 'A01',
  cRep: 'GA00',
  cPays: 'FR',
  tel1: '03 20 12 34 56',
  contactDivers2: '73282932000074',
  contactDivers4: 'ferme@exemple.fr',
  nbJour1: 30,
  dateCreationSte: '1987-06-01',
  iban: 'FR1420041010050500013M02606',
  bic: 'PSSTFRPPLIL',
};
const VISIT = {
  date: '2026-11-23',
  heure: '10:15',
  commentaire: 'Vu le patron.',
  answers: { contact: ['visite'], 'visite-action': ['proposition'], 'proposition-type': ['tp'] },
};
const CHANGES = {
  changes: {
    nomClient: { from: 'GARAGE C0001', to: 'GARAGE NEUF' },
    tel1: { from: null, to: '0320123456' },
    nbJour1: { from: null, to: 45 },
    dateCreationSte: { from: null, to: '2001-02-03' },
  },
};
const SIGNATURE = 'data:image/png;base64,iVBORw0KGgo=';

/** A payload that is in order, for each code: what is spoilt must be right at first, or no rule behind the first is met. */
export const RIGHT_PAYLOADS: Readonly<Record<OperationCode, unknown>> = {
  VC: VISIT,
  CP: CARD,
  MP: { changes: { ...CHANGES.changes, nomClient: { from: 'FERME DU MOULIN', to: 'FERME NEUVE' } } },
  SP: {},
  VP: VISIT,
  MC: CHANGES,
  CC: {
    card: {
      ...CARD,
      cSfamClient: 'CE',
      cPer: 'M',
      cCatc: 'STD',
      cModRgl1: 'LD',
      typeEditionFac: 'P',
    },
    signature: SIGNATURE,
  },
  DR: { date: '2027-01-15' },
  PA: { counts: [{ type: 'pl', count: 3 }] },
};

/** Codes that speak of a client; the others speak of a prospect. */
export const CODES_OF_CLIENTS: readonly string[] = ['VC', 'MC', 'DR', 'PA'];
