import {
  ADMIN_SCOPE,
  agenceScope,
  clientCaRepository,
  clientRelationRepository,
  type ClientRow,
  type FeedDocument,
  fleetRepository,
  followUpRepository,
  groupBy,
  type Queryable,
  repScope,
} from '@tournee/db';
import { addDays } from '@tournee/graphql';
import type { BaseContext, DocumentContext } from './base-context.ts';
import { clientBody } from './client-document.ts';
import { historyBody } from './history-document.ts';
import { checkClient, checkRelation, checkTurnover } from './odd-checks.ts';
import type { OddRowCollector } from './odd-rows.ts';

/** Where odd rows are noted, and what tells them. */
export interface OddNotes {
  readonly context: BaseContext;
  readonly collector: OddRowCollector;
}

/**
 * The two documents of each client, card and history, as they should be in the feed now.
 * @param odd if somebody wants to know of odd rows
 */
export async function buildClientDocuments(
  q: Queryable,
  rows: readonly ClientRow[],
  context: DocumentContext,
  odd?: OddNotes,
): Promise<FeedDocument[]> {
  const codes = rows.map((row) => row.cClient);
  const year = Number(context.today.slice(0, 4));
  const tomorrow = new Date(`${addDays(context.today, 1)}T00:00:00Z`);
  const relationRepository = clientRelationRepository(q);
  const relations = await relationRepository.relationsOfMany(codes);
  const visits = await relationRepository.lastVisits(codes, tomorrow);
  const turnover = await clientCaRepository(q).turnoverOf(codes, year - 1, year);
  const followUps = await followUpRepository(q).daysOf('client', codes);
  const fleets = await fleetRepository(q).countsOf(codes);
  if (odd) {
    for (const row of rows) checkClient(row, odd.context, odd.collector);
    for (const row of turnover) checkTurnover(row, odd.collector);
    for (const relation of relations) checkRelation(relation, odd.context, odd.collector);
  }
  const relationsByClient = groupBy(relations, (relation) => keyOf(relation.cEntite ?? ''));
  const turnoverByClient = groupBy(turnover, (month) => keyOf(month.cClient));
  const visitByClient = new Map([...visits].map(([cClient, day]) => [keyOf(cClient), day]));
  return rows.flatMap((row): FeedDocument[] => {
    const key = keyOf(row.cClient);
    const sources = {
      row,
      turnover: turnoverByClient.get(key) ?? [],
      lastVisit: visitByClient.get(key),
      followUp: followUps.get(row.cClient),
      fleet: fleets.get(row.cClient),
    };
    const history = historyBody(row.cClient, relationsByClient.get(key) ?? [], context.authors);
    const scopes = clientScopes(row, context);
    return [
      { collection: 'client', id: row.cClient, scopes, body: clientBody(sources, context.today) },
      { collection: 'clientHistory', id: row.cClient, scopes, body: history },
    ];
  });
}

/** The documents of a client that winpneu no longer has: they leave all scopes. */
export function goneClientDocuments(cClient: string): FeedDocument[] {
  return [
    { collection: 'client', id: cClient, scopes: [], body: '' },
    { collection: 'clientHistory', id: cClient, scopes: [], body: '' },
  ];
}

/** Without a rep that somebody is, a client goes to the office and to admins only. */
function clientScopes(row: ClientRow, context: DocumentContext): string[] {
  return [ADMIN_SCOPE, repScope(row.cRep ?? ''), agenceScope(row.cAgence ?? '')].filter((scope) =>
    context.scopes.has(scope),
  );
}

/** Winpneu's codes are the same in either case. */
function keyOf(cClient: string): string {
  return cClient.trimEnd().toUpperCase();
}
