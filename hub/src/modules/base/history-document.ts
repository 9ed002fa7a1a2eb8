import type { RelationWithVisit } from '@tournee/db';
import type { ClientRelation } from '@tournee/graphql';
import { dayOrNull, textOrNull } from './client-document.ts';
import { feedBody } from './feed-body.ts';

/**
 * Body of a client's history: his relations, newest first.
 * @param relations of this client, in any order, archived ones left out
 * @param authors displayed names by `c_user` in capitals
 */
export function historyBody(
  cClient: string,
  relations: readonly RelationWithVisit[],
  authors: ReadonlyMap<string, string>,
): string {
  const entries = relations.map((relation) => historyEntry(relation, authors)).sort(newestFirst);
  return feedBody('clientHistory', { id: cClient, relations: entries });
}

function historyEntry(relation: RelationWithVisit, authors: ReadonlyMap<string, string>): ClientRelation {
  const cUser = textOrNull(relation.cUser);
  return {
    num: relation.numRelation,
    origine: textOrNull(relation.origineRelation) ?? '',
    date: dayOrNull(relation.dateRelation),
    // `25:99` is what winpneu has, and what the rep has always seen there.
    heure: textOrNull(relation.heureRelation),
    cUser,
    auteur: (cUser === null ? undefined : authors.get(cUser.toUpperCase())) ?? null,
    objet: textOrNull(relation.objet) ?? '',
    commentaire: textOrNull(relation.commentaire),
    operation: relation.operation,
    answers: relation.answers === null ? null : parsed(relation.answers),
  };
}

function newestFirst(a: ClientRelation, b: ClientRelation): number {
  const first = `${a.date ?? ''} ${a.heure ?? ''}`;
  const second = `${b.date ?? ''} ${b.heure ?? ''}`;
  if (first !== second) return first < second ? 1 : -1;
  return b.num - a.num;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
