import {
  clientRelationRepository,
  type ClientRow,
  type FeedDocument,
  groupBy,
  type Queryable,
} from '@tournee/db';
import { addDays, historyVolumes, RELATIONS_PER_VOLUME } from '@tournee/graphql';
import type { BaseContext, DocumentContext } from './base-context.ts';
import { buildClientCards, clientScopes, codeKey } from './client-cards.ts';
import { goneHistoryDocument, historyDocument, historyDocuments } from './history-document.ts';
import { checkClient, checkRelation, checkTurnover } from './odd-checks.ts';
import type { OddRowCollector } from './odd-rows.ts';

/** Where odd rows are noted, and what tells them. */
export interface OddNotes {
  readonly context: BaseContext;
  readonly collector: OddRowCollector;
}

/**
 * The documents of each client, card and all volumes of the history, as they should be in the feed now.
 * @param odd if somebody wants to know of odd rows
 */
export async function buildClientDocuments(
  q: Queryable,
  rows: readonly ClientRow[],
  context: DocumentContext,
  odd?: OddNotes,
): Promise<FeedDocument[]> {
  const codes = rows.map((row) => row.cClient);
  const repository = clientRelationRepository(q);
  const relations = await repository.relationsOfMany(codes);
  const numbers = groupBy(await repository.numbersOfMany(codes), ({ code }) => codeKey(code));
  const visits = [...(await repository.lastVisits(codes, tomorrow(context)))];
  const lastVisits = new Map(visits.map(([code, day]) => [codeKey(code), day]));
  const cards = await buildClientCards(q, rows, context, lastVisits);
  if (odd) {
    for (const row of rows) checkClient(row, odd.context, odd.collector);
    for (const row of cards.turnover) checkTurnover(row, odd.collector);
    for (const relation of relations) checkRelation(relation, odd.context, odd.collector);
  }
  const relationsByClient = groupBy(relations, (relation) => codeKey(relation.cEntite ?? ''));
  return cards.documents.flatMap((card): FeedDocument[] => {
    const key = codeKey(card.id);
    const owner = { cClient: card.id, scopes: card.scopes, authors: context.authors };
    const own = (numbers.get(key) ?? []).map(({ num }) => num);
    return [card, ...historyDocuments(owner, relationsByClient.get(key) ?? [], own)];
  });
}

/**
 * The card of a client and the volume that a new relation stands in: what a visit changes. However long the history, a
 * volume is read, and index entries of the rest.
 */
export async function buildNewestDocuments(
  q: Queryable,
  row: ClientRow,
  context: DocumentContext,
): Promise<FeedDocument[]> {
  const repository = clientRelationRepository(q);
  const lastVisit = await repository.lastVisit(row.cClient, tomorrow(context));
  const lastVisits = new Map(lastVisit ? [[codeKey(row.cClient), lastVisit]] : []);
  const cards = await buildClientCards(q, [row], context, lastVisits);
  const rows = await repository.countOf(row.cClient);
  const volume = historyVolumes(rows) - 1;
  const newest =
    rows === 0 ? [] : await repository.newestOf(row.cClient, rows - volume * RELATIONS_PER_VOLUME);
  const owner = { cClient: row.cClient, scopes: clientScopes(row, context), authors: context.authors };
  return [...cards.documents, historyDocument(owner, volume, newest)];
}

/** The documents of a client that winpneu no longer has: they leave all scopes. */
export async function buildGoneDocuments(q: Queryable, cClient: string): Promise<FeedDocument[]> {
  const volumes = historyVolumes(await clientRelationRepository(q).countOf(cClient));
  return [
    { collection: 'client', id: cClient, scopes: [], body: '' },
    ...Array.from({ length: volumes }, (_, volume) => goneHistoryDocument(cClient, volume)),
  ];
}

/** The day after today, as if it were UTC: visits of today count, later ones do not yet. */
function tomorrow({ today }: DocumentContext): Date {
  return new Date(`${addDays(today, 1)}T00:00:00Z`);
}
