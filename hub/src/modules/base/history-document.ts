import { type FeedDocument, groupBy, type RelationWithVisit } from '@tournee/db';
import {
  type ClientRelation,
  historyVolumeId,
  historyVolumes,
  newestFirst,
  RELATIONS_PER_VOLUME,
} from '@tournee/graphql';
import { dayOrNull, textOrNull } from './client-document.ts';
import { feedBody } from './feed-body.ts';

/** A client, as all documents of his history see him. */
export interface HistoryOwner {
  readonly cClient: string;
  readonly scopes: readonly string[];
  /** Displayed names by `c_user`, in capitals. */
  readonly authors: ReadonlyMap<string, string>;
}

/**
 * All volumes of a client's history (see `history-volumes.ts`), the last one last.
 * @param relations of this client, in any order, archived ones left out
 * @param numbers of all rows that name him, ascending
 */
export function historyDocuments(
  owner: HistoryOwner,
  relations: readonly RelationWithVisit[],
  numbers: readonly number[],
): FeedDocument[] {
  const places = new Map(numbers.map((num, index) => [num, Math.floor(index / RELATIONS_PER_VOLUME)]));
  const byVolume = groupBy(relations, ({ numRelation }) => places.get(numRelation) ?? 0);
  return Array.from({ length: historyVolumes(numbers.length) }, (_, volume) =>
    historyDocument(owner, volume, byVolume.get(volume) ?? []),
  );
}

/**
 * One volume. The first is there even if it is empty; of the others none is published without a relation.
 * @param relations those of the volume, in any order, archived ones left out
 */
export function historyDocument(
  { cClient, scopes, authors }: HistoryOwner,
  volume: number,
  relations: readonly RelationWithVisit[],
): FeedDocument {
  const id = historyVolumeId(cClient, volume);
  if (volume > 0 && relations.length === 0) return goneHistoryDocument(cClient, volume);
  const entries = relations.map((relation) => historyEntry(relation, authors)).sort(newestFirst);
  return {
    collection: 'clientHistory',
    id,
    scopes,
    body: feedBody('clientHistory', { id, relations: entries }),
  };
}

/** A volume that leaves all scopes. */
export function goneHistoryDocument(cClient: string, volume: number): FeedDocument {
  return { collection: 'clientHistory', id: historyVolumeId(cClient, volume), scopes: [], body: '' };
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

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
