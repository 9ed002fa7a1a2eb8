import { addDays } from '@tournee/graphql';
import type { DemoRep } from './demo-reps.ts';
import { companyNumbers, iban, phone } from './identifiers.ts';
import type { Random } from './random.ts';
import {
  AGENCES,
  FIRST_NAMES,
  LAST_NAMES,
  PLACE_WORDS,
  STREETS,
  TOWNS,
  type Trade,
  TRADES,
} from './vocabulary.ts';

export const CLIENT_COLUMNS = [
  'c_client',
  'c_fam_client',
  'c_sfam_client',
  'c_titre',
  'nom_client',
  'adr1_fac',
  'adr2_fac',
  'adr3_fac',
  'dep_fac',
  'bur_dis_fac',
  'ville_fac',
  'c_agence',
  'c_rep',
  'c_pays',
  'tel_1',
  'fax',
  'tel_2',
  'contact_divers_1',
  'contact_divers_2',
  'contact_divers_3',
  'contact_divers_4',
  'c_per',
  'c_regpmt_bl',
  'c_regpmt_fac',
  'c_releve',
  'c_autoris_bl',
  'c_catc',
  'c_frais_fixe',
  'c_ref_oblig',
  'c_mod_rgl_1',
  'nb_jour_1',
  'jour_1',
  'c_type_fact',
  'c_attention',
  'c_ape',
  'date_creation_ste',
  'bic',
  'iban',
  'codepays',
  'codemonnaie',
  'type_edition_fac',
] as const;

export type ClientColumn = (typeof CLIENT_COLUMNS)[number];
export type ClientFields = Record<ClientColumn, string>;

export interface DemoClient {
  readonly fields: ClientFields;
  readonly trade: Trade;
}

const NAME_LENGTH = 35;
/** `c_client` is char(30): winpneu pads it, and some extracts keep the blanks. */
const CODE_LENGTH = 30;
const DAYS_PER_YEAR = 365;
const DEMO_BIC = 'DEMOFRPP';

/** Clients with codes from 000100 on, dealt out to the reps in turn. */
export function demoClients(
  count: number,
  reps: readonly DemoRep[],
  today: string,
  random: Random,
): DemoClient[] {
  return Array.from({ length: count }, (_, index) => {
    const trade = pickTrade(random);
    const fields = demoClient(String(100 + index * 7).padStart(6, '0'), trade, today, random);
    fields.c_rep = reps[index % reps.length]?.code ?? '';
    return { fields: withOddities(fields, random), trade };
  });
}

function pickTrade(random: Random): Trade {
  let left = random.between(
    1,
    TRADES.reduce((total, trade) => total + trade.weight, 0),
  );
  for (const trade of TRADES) {
    left -= trade.weight;
    if (left <= 0) return trade;
  }
  return random.pick(TRADES);
}

function demoClient(code: string, trade: Trade, today: string, random: Random): ClientFields {
  const [postalCode, town] = random.pick(TOWNS);
  const { siret, tva } = companyNumbers(random);
  const name = demoName(trade, town, random);
  const yesNo = (): string => random.pick(['O', 'N']);
  const payment = random.pick(trade.famille === 'AGRI' ? ['CH', 'CH', 'LD', 'VR'] : ['LD', 'VR', 'TR', 'CB']);
  const isDebit = payment === 'LD';
  return {
    ...address(postalCode, town, random),
    c_client: code,
    c_fam_client: trade.famille,
    c_sfam_client: trade.sousFamille,
    c_titre: name.startsWith('EARL') ? 'EARL' : random.pick(['STE', 'SARL', 'M', 'MME']),
    nom_client: name,
    c_agence:
      AGENCES.find(({ departments }) => departments.some((dep) => postalCode.startsWith(dep)))?.code ?? 'A01',
    c_rep: '',
    tel_1: phone(random, 'fixed'),
    fax: random.chance(0.4) ? phone(random, 'fixed') : '',
    tel_2: random.chance(0.6) ? phone(random, 'mobile') : '',
    contact_divers_1: tva,
    contact_divers_2: siret,
    contact_divers_3: trade.sousLibelle,
    contact_divers_4: random.chance(0.6) ? `contact@${mailName(name)}.example` : '',
    c_per: random.pick(['M', 'Q', 'D']),
    c_regpmt_bl: yesNo(),
    c_regpmt_fac: yesNo(),
    c_releve: yesNo(),
    c_autoris_bl: 'O',
    c_catc: trade.grille,
    c_frais_fixe: yesNo(),
    c_ref_oblig: yesNo(),
    c_mod_rgl_1: payment,
    nb_jour_1: payment === 'CH' ? '20' : random.pick(['30', '45', '60']),
    jour_1: random.pick(['', '10', '15', '25']),
    c_type_fact: 'N',
    c_attention: random.chance(0.5) ? `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}` : '',
    c_ape: trade.ape,
    date_creation_ste: addDays(today, -random.between(DAYS_PER_YEAR, 55 * DAYS_PER_YEAR)),
    bic: isDebit ? DEMO_BIC : '',
    iban: isDebit ? iban(random) : '',
    codepays: 'FR',
    codemonnaie: 'EUR',
    type_edition_fac: random.chance(0.2) ? 'E' : 'P',
  };
}

type AddressColumn =
  'adr1_fac' | 'adr2_fac' | 'adr3_fac' | 'dep_fac' | 'bur_dis_fac' | 'ville_fac' | 'c_pays';

function address(postalCode: string, town: string, random: Random): Pick<ClientFields, AddressColumn> {
  return {
    adr1_fac: `${String(random.between(1, 250))} ${random.pick(STREETS)}`,
    adr2_fac: random.chance(0.2) ? `BP ${String(random.between(1, 90))}` : '',
    adr3_fac: '',
    dep_fac: postalCode.slice(0, 2),
    bur_dis_fac: postalCode.slice(2),
    ville_fac: town,
    c_pays: 'F',
  };
}

function demoName(trade: Trade, town: string, random: Random): string {
  return random
    .pick(trade.names)
    .replace('%n', random.pick(LAST_NAMES))
    .replace('%p', random.pick(PLACE_WORDS))
    .replace('%v', town)
    .slice(0, NAME_LENGTH);
}

function mailName(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]/g, '');
}

/** What twenty years do to a base, in a small share of the rows. */
function withOddities(fields: ClientFields, random: Random): ClientFields {
  if (random.chance(0.3)) fields.c_client = fields.c_client.padEnd(CODE_LENGTH);
  if (random.chance(0.3)) fields.nom_client = fields.nom_client.padEnd(NAME_LENGTH);
  if (random.chance(0.004)) fields.nom_client = '';
  if (random.chance(0.003)) fields.nom_client = '"LE" GARAGE; SUITE';
  if (random.chance(0.003)) fields.nom_client = '  GARAGE ESPACÉ  ';
  if (random.chance(0.004)) fields.c_rep = 'ZZ99';
  if (random.chance(0.004)) fields.c_agence = '';
  if (random.chance(0.01)) fields.tel_1 = `${phone(random, 'fixed')} p12`;
  if (random.chance(0.003)) fields.tel_1 = '';
  if (random.chance(0.003)) fields.date_creation_ste = '1900-01-01';
  if (random.chance(0.004)) fields.iban = 'FR7600000000000000000000000';
  return fields;
}
