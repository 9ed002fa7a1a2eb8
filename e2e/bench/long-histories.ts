import { client, clientRelation } from '@tournee/db';
import { type Random, seededRandom } from '@tournee/db/demo';
import { loadedBase, withDatabase } from '../hub/loaded-base.ts';

const WORDS =
  'passage stock pneu agricole tracteur moissonneuse devis relance facture livraison retard concurrent prix remise marge campagne hiver été usure jante chambre valve dépannage rendez-vous absent gérant accord offre promesse saison semis récolte benne quad manitou épandeur';
const WORDS_PER_COMMENT = 30;
/** The one of `igarnier`. */
const REP = 'GA00';
const DAY_MS = 86_400_000;
const ROWS_PER_INSERT = 100;

export interface LongHistories {
  dataFolder: string;
  /** Codes of the clients with so many relations, in the order asked for. */
  long: string[];
  /** Codes of as many clients whose history is short. */
  fresh: string[];
}

/** A base of one rep in which some clients have a history of so many relations, one a week. */
export async function longHistories(lengths: readonly number[], fresh: number): Promise<LongHistories> {
  // Twice as many: some clients of an old base have no rep.
  const size = { clients: 2 * (fresh + lengths.length), relations: fresh, reps: 1 };
  const dataFolder = await loadedBase({ size, mustChangePassword: false });
  const codes = await withDatabase(dataFolder, async ({ db }) => {
    const all = await db.select({ code: client.cClient, cRep: client.cRep }).from(client);
    const rows = all.filter(({ cRep }) => cRep === REP);
    for (const [index, length] of lengths.entries()) {
      const relations = relationsOf(rows[index]?.code ?? '', length);
      for (let start = 0; start < length; start += ROWS_PER_INSERT)
        await db.insert(clientRelation).values(relations.slice(start, start + ROWS_PER_INSERT));
    }
    return rows.map(({ code }) => code);
  });
  return { dataFolder, long: codes.slice(0, lengths.length), fresh: codes.slice(lengths.length) };
}

function relationsOf(cEntite: string, count: number): (typeof clientRelation.$inferInsert)[] {
  const random = seededRandom(count);
  const common = { typeEntite: 'C', cEntite, cUser: REP, typeRelation: 'S', cArchive: 'N' };
  return Array.from({ length: count }, (_, index) => ({
    ...common,
    origineRelation: 'CRV',
    dateRelation: new Date(Date.now() - (count - index) * 7 * DAY_MS),
    heureRelation: '10:15',
    objet: 'Visite',
    commentaire: newComment(random),
    numRelationSujet: 0,
  }));
}

/** What a rep writes: words enough for a compressor to have something to do. */
export function newComment(random: Random): string {
  const words = WORDS.split(' ');
  return Array.from({ length: WORDS_PER_COMMENT }, () => random.pick(words)).join(' ');
}
