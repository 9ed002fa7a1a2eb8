import { ADMIN_SCOPE, type FeedChange, userScope } from '@tournee/db';
import type { Visit } from '@tournee/graphql';
import type { AcceptedVisit } from './visit.handler.ts';

/**
 * A visit for its author's calendar and statistics, and for the administrators who supervise: for them even when there
 * is none yet, since no refresh publishes it again when there is one.
 */
export function visitChanges({ viewer, operation, cClient, payload }: AcceptedVisit): FeedChange[] {
  // Keys in the order of the GraphQL type.
  const document: Omit<Visit, 'deleted'> = {
    id: operation,
    cUser: viewer.cUser,
    cClient,
    prospectId: null,
    date: payload.date,
    heure: payload.heure,
    commentaire: payload.commentaire.trim() || null,
    answers: payload.answers,
  };
  const body = JSON.stringify(document);
  return [userScope(viewer.userId), ADMIN_SCOPE].map((scope) => ({
    collection: 'visit',
    id: operation,
    scope,
    body,
  }));
}
