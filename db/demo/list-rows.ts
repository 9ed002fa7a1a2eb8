import type { DemoRep } from './demo-reps.ts';
import { AGENCES, TRADES } from './vocabulary.ts';

export const LIST_COLUMNS = ['liste', 'code', 'libelle', 'parent'] as const;

export type ListFields = Record<(typeof LIST_COLUMNS)[number], string>;

type Pairs = readonly (readonly [code: string, libelle: string])[];

const YES_NO: Pairs = [
  ['O', 'Oui'],
  ['N', 'Non'],
];

const LISTS: Readonly<Record<string, Pairs>> = {
  c_titre: [
    ['STE', 'Société'],
    ['M', 'Monsieur'],
    ['MME', 'Madame'],
    ['EARL', 'EARL'],
    ['SARL', 'SARL'],
  ],
  c_pays: [
    ['F', 'France'],
    ['B', 'Belgique'],
    ['L', 'Luxembourg'],
  ],
  c_per: [
    ['M', 'Mensuelle'],
    ['Q', 'Quinzaine'],
    ['D', 'Décade'],
  ],
  c_mod_rgl_1: [
    ['CH', 'Chèque'],
    ['LD', 'LCR directe / prélèvement'],
    ['VR', 'Virement'],
    ['TR', 'Traite'],
    ['CB', 'Carte bancaire'],
  ],
  c_regpmt_bl: YES_NO,
  c_regpmt_fac: YES_NO,
  c_releve: YES_NO,
  c_autoris_bl: YES_NO,
  c_frais_fixe: YES_NO,
  c_ref_oblig: YES_NO,
  c_type_fact: [
    ['N', 'Normale'],
    ['P', 'Proforma'],
  ],
  type_edition_fac: [
    ['P', 'Papier'],
    ['E', 'Électronique'],
  ],
  codemonnaie: [['EUR', 'Euro']],
  codepays: [
    ['FR', 'France'],
    ['BE', 'Belgique'],
    ['LU', 'Luxembourg'],
  ],
};

/** Values of the drop-down lists. */
export function demoLists(reps: readonly DemoRep[]): ListFields[] {
  const row = (liste: string, code: string, libelle: string, parent = ''): ListFields => ({
    liste,
    code,
    libelle,
    parent,
  });
  return [
    ...TRADES.map((trade) => row('c_fam_client', trade.famille, trade.libelle)),
    ...TRADES.map((trade) => row('c_sfam_client', trade.sousFamille, trade.sousLibelle, trade.famille)),
    ...TRADES.map((trade) => row('c_catc', trade.grille, `Grille ${trade.sousLibelle}`)),
    ...AGENCES.map((agence) => row('c_agence', agence.code, agence.libelle)),
    ...reps.map((rep) => row('c_rep', rep.code, rep.nom)),
    ...Object.entries(LISTS).flatMap(([liste, pairs]) =>
      pairs.map(([code, libelle]) => row(liste, code, libelle)),
    ),
  ];
}
