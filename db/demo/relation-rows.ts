import { addDays, CRM_MARK, visitObject } from '@tournee/graphql';
import type { DemoClient } from './client-rows.ts';
import type { DemoRep } from './demo-reps.ts';
import type { Random } from './random.ts';
import { COMMENTS, SIZES } from './vocabulary.ts';

export const RELATION_COLUMNS = [
  'num_relation',
  'origine_relation',
  'date_relation',
  'heure_relation',
  'type_entite',
  'c_entite',
  'c_user',
  'type_relation',
  'objet',
  'commentaire',
  'num_relation_sujet',
  'c_archive',
] as const;

export type RelationFields = Record<(typeof RELATION_COLUMNS)[number], string>;

const YEARS_BACK = 6;
const DAYS_PER_YEAR = 365;
const ARCHIVED_AFTER_DAYS = 4 * DAYS_PER_YEAR;
/** Mean age of a relation in days: most of them are of the last two years. */
const MEAN_AGE = 380;
const ORIGINS = ['CRV', 'CRV', 'CRV', 'CRV', 'CRV', 'CRV', 'TEL', 'TEL', 'LIT', 'DEV', 'FAC'] as const;
const LONG_COMMENT_LENGTH = 5000;

/** Relations in the order of their dates, numbered from 1 on; some clients have many, some have none. */
export function* demoRelations(
  count: number,
  clients: readonly DemoClient[],
  reps: readonly DemoRep[],
  today: string,
  random: Random,
): Generator<RelationFields> {
  const ages = Array.from({ length: count }, () => demoAge(random)).sort((a, b) => b - a);
  for (const [index, age] of ages.entries()) {
    // A power of chance leans towards the first ones: some clients are seen often, some never.
    const client = clients[Math.floor(random.fraction() ** 1.3 * clients.length)];
    if (client === undefined) return;
    const rep = random.chance(0.95) ? client.fields.c_rep : random.pick(reps).code;
    const fields = demoRelation(client.fields.c_client, rep, addDays(today, -age), random);
    fields.num_relation = String(index + 1);
    if (age > ARCHIVED_AFTER_DAYS && random.chance(0.9)) fields.c_archive = 'O';
    yield withOddities(fields, random);
  }
}

function demoAge(random: Random): number {
  const age = Math.floor(-Math.log(1 - random.fraction()) * MEAN_AGE);
  return age % (YEARS_BACK * DAYS_PER_YEAR);
}

function demoRelation(cClient: string, cUser: string, day: string, random: Random): RelationFields {
  const origin = random.pick(ORIGINS);
  const comment = random
    .pick(COMMENTS)
    .replaceAll('%d', random.pick(SIZES))
    .replaceAll('%k', String(random.between(2, 12)));
  return {
    num_relation: '',
    origine_relation: origin,
    date_relation: `${day} 00:00:00`,
    heure_relation: `${String(random.between(8, 18)).padStart(2, '0')}:${String(random.between(0, 59)).padStart(2, '0')}`,
    type_entite: 'C',
    c_entite: cClient,
    c_user: cUser,
    type_relation: 'S',
    objet: demoObject(origin, day),
    commentaire: origin === 'CRV' && random.chance(0.6) ? `${comment} ${CRM_MARK}`.trim() : comment,
    num_relation_sujet: '0',
    c_archive: 'N',
  };
}

function demoObject(origin: (typeof ORIGINS)[number], day: string): string {
  const objects = { TEL: 'Appel', LIT: 'Litige facture', DEV: 'Devis', FAC: 'Facture' } as const;
  return origin === 'CRV' ? visitObject(day) : objects[origin];
}

function withOddities(fields: RelationFields, random: Random): RelationFields {
  if (!random.chance(0.03)) return fields;
  const oddities: readonly (() => void)[] = [
    () => (fields.heure_relation = '25:99'),
    () => (fields.heure_relation = '9:5'),
    () => (fields.heure_relation = '     '),
    () => (fields.heure_relation = ''),
    () => (fields.date_relation = '1900-01-01 00:00:00'),
    () => (fields.date_relation = '2099-01-01 00:00:00'),
    () => (fields.c_entite = 'INCONNU'),
    () => (fields.type_entite = 'F'),
    () => (fields.c_user = '????'),
    () => (fields.objet = ''),
    () => (fields.c_archive = 'o'),
    () => (fields.c_archive = ''),
    () => (fields.commentaire = 'ligne 1\r\nligne 2 ; "citée" \' et 🛞 <b>gras</b>'),
    () => (fields.commentaire = `compte rendu au long cours ${'x'.repeat(LONG_COMMENT_LENGTH)}`),
  ];
  random.pick(oddities)();
  return fields;
}
