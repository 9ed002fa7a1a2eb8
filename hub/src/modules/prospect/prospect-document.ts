import {
  ADMIN_SCOPE,
  type FeedDocument,
  type ProspectRow,
  type RepHolders,
  repScope,
  userScope,
  type VisitRow,
} from '@tournee/db';
import { cardOf, type Prospect, type Visit } from '@tournee/graphql';

/** What documents need beside the rows. */
export interface ProspectContext {
  readonly holders: RepHolders;
  /** Scopes in use: the others are not published to. */
  readonly scopes: ReadonlySet<string>;
  /** Prospects without a movement since stay at the hub. */
  readonly offlineSince: Date;
}

/**
 * Scopes in which a prospect stands: everybody who holds the rep code that it is attached to, whose it is (a rep who
 * pulls by office does not pull by code), and administrators.
 */
export function scopesOfProspect({ cRep, ownerUserId, deletedAt }: ProspectRow): string[] {
  if (deletedAt) return [];
  return [ADMIN_SCOPE, userScope(ownerUserId), ...(cRep?.trim() ? [repScope(cRep)] : [])];
}

/** A prospect and the visits to it, as they should be in the feed now: its history goes where it goes. */
export function prospectDocuments(
  row: ProspectRow,
  visits: readonly VisitRow[],
  context: ProspectContext,
): FeedDocument[] {
  const isOffline = row.lastMovementAt >= context.offlineSince;
  const scopes = isOffline ? published(scopesOfProspect(row), context) : [];
  return [
    { collection: 'prospect', id: row.id, scopes, body: prospectBody(row, context.holders) },
    ...visits.map((visit): FeedDocument => {
      const own = [userScope(visit.userId), ADMIN_SCOPE];
      return {
        collection: 'visit',
        id: visit.operation,
        scopes: [...new Set([...own, ...scopes])],
        body: visitBody(visit),
      };
    }),
  ];
}

/** For administrators even when there is none yet. */
function published(scopes: readonly string[], context: ProspectContext): string[] {
  return scopes.filter((scope) => scope === ADMIN_SCOPE || context.scopes.has(scope));
}

function prospectBody(row: ProspectRow, holders: RepHolders): string {
  // Keys in the order of the GraphQL type.
  const document: Omit<Prospect, 'deleted'> = {
    id: row.id,
    ...cardOf(row),
    cUser: row.cUser,
    ownerCUser: holders.cUserOf(row.ownerUserId) ?? row.cUser,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    lastMovementAt: row.lastMovementAt.toISOString(),
  };
  return JSON.stringify(document);
}

function visitBody(row: VisitRow): string {
  const document: Omit<Visit, 'deleted'> = {
    id: row.operation,
    cUser: row.cUser,
    cClient: row.cClient,
    prospectId: row.prospectId,
    date: row.dateVisite,
    heure: row.heureVisite,
    commentaire: row.commentaire,
    answers: row.answers === null ? null : (JSON.parse(row.answers) as unknown),
  };
  return JSON.stringify(document);
}
