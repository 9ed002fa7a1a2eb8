import {
  ADMIN_SCOPE,
  agenceScope,
  clientCaRepository,
  type ClientCaRow,
  type ClientRow,
  type FeedDocument,
  fleetRepository,
  followUpRepository,
  groupBy,
  type Queryable,
  repScope,
} from '@tournee/db';
import type { DocumentContext } from './base-context.ts';
import { clientBody } from './client-document.ts';

export interface ClientCards {
  /** In the order of the rows. */
  readonly documents: readonly FeedDocument[];
  /** What was read of the clients' turnover. */
  readonly turnover: readonly ClientCaRow[];
}

/**
 * The card of each client.
 * @param lastVisits days by code, see `codeKey`
 */
export async function buildClientCards(
  q: Queryable,
  rows: readonly ClientRow[],
  context: DocumentContext,
  lastVisits: ReadonlyMap<string, Date>,
): Promise<ClientCards> {
  const codes = rows.map((row) => row.cClient);
  const year = Number(context.today.slice(0, 4));
  const turnover = await clientCaRepository(q).turnoverOf(codes, year - 1, year);
  const followUps = await followUpRepository(q).daysOf('client', codes);
  const fleets = await fleetRepository(q).countsOf(codes);
  const turnoverByClient = groupBy(turnover, (month) => codeKey(month.cClient));
  const documents = rows.map((row): FeedDocument => {
    const key = codeKey(row.cClient);
    const sources = {
      row,
      turnover: turnoverByClient.get(key) ?? [],
      lastVisit: lastVisits.get(key),
      followUp: followUps.get(row.cClient),
      fleet: fleets.get(row.cClient),
    };
    const scopes = clientScopes(row, context);
    return { collection: 'client', id: row.cClient, scopes, body: clientBody(sources, context.today) };
  });
  return { documents, turnover };
}

/** Without a rep that somebody is, a client goes to the office and to admins only. */
export function clientScopes(row: ClientRow, context: DocumentContext): string[] {
  return [ADMIN_SCOPE, repScope(row.cRep ?? ''), agenceScope(row.cAgence ?? '')].filter((scope) =>
    context.scopes.has(scope),
  );
}

/** Winpneu's codes are the same in either case. */
export function codeKey(code: string): string {
  return code.trimEnd().toUpperCase();
}
