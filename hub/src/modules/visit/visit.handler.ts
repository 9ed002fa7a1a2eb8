import {
  type ClientHolder,
  clientRelationRepository,
  clientRepository,
  type FeedChange,
  type FeedDocument,
  type Queryable,
  visitRepository,
} from '@tournee/db';
import {
  checkVisit,
  type OperationReason,
  parisDay,
  refusal,
  visitComment,
  visitObject,
  type VisitPayload,
  visitPayload,
} from '@tournee/graphql';
import type * as z from 'zod';
import type { Viewer } from '../../context.ts';
import { type OperationHandler, refused } from '../../operation-handler.ts';
import { visitChanges } from './visit-document.ts';
import { visitMessages } from './visit.messages.ts';

export interface VisitHandlerDependencies {
  /** Parameters that bound a visit. */
  readBounds(tx: Queryable): Promise<Omit<Parameters<typeof checkVisit>[1], 'today' | 'notedOn'>>;
  /** Whether a client is a person's, or was until it moved away: what they noted before is still theirs to say. */
  reachOf(
    tx: Queryable,
    viewer: Viewer,
    asked: { client: ClientHolder; notedAt: Date },
    now: Date,
  ): Promise<'mine' | 'formerly' | 'left' | 'none'>;
  /** The client's card and history as devices should have them now. */
  clientDocuments(tx: Queryable, cClient: string): Promise<FeedDocument[]>;
}

/** VC: a visit to a client. */
export function createVisitHandler(dependencies: VisitHandlerDependencies): OperationHandler {
  return {
    code: 'VC',
    async judge(tx, viewer, operation, now) {
      const parsed = visitPayload.safeParse(operation.payload);
      if (!parsed.success) return refused(payloadFault(parsed.error));
      const client = operation.entityType === 'client' ? await findClient(tx, operation.entityId) : null;
      // One answer for a client of somebody else's and for one that does not exist: the difference is not his to know.
      const { notedAt } = operation;
      const reach = client ? await dependencies.reachOf(tx, viewer, { client, notedAt }, now) : 'none';
      if (!client || reach === 'none') {
        return refused(refusal('CLIENT_NOT_YOURS', visitMessages.clientNotYours));
      }
      if (reach === 'left') return refused(refusal('CLIENT_MOVED', visitMessages.clientLeft));
      const reason = checkVisit(parsed.data, {
        today: parisDay(now),
        notedOn: parisDay(operation.notedAt),
        ...(await dependencies.readBounds(tx)),
      });
      if (reason) return refused(reason);
      const visit = { viewer, operation: operation.name, cClient: client.cClient, payload: parsed.data, now };
      return {
        kind: 'accepted',
        notice: reach === 'formerly' ? visitMessages.clientMoved : null,
        async apply() {
          const changes = await writeVisit(tx, visit);
          return [...changes, ...(await dependencies.clientDocuments(tx, client.cClient))];
        },
      };
    },
  };
}

/** A code longer than winpneu's column names no client. */
async function findClient(tx: Queryable, cClient: string): Promise<ClientHolder | null> {
  return cClient.length > 30 ? null : ((await clientRepository(tx).findHolder(cClient)) ?? null);
}

function payloadFault(error: z.ZodError): OperationReason {
  const [issue] = error.issues;
  const field = issue && issue.path.length > 0 ? issue.path.join('.') : null;
  // Rules of ours come with a sentence for the user; the rest is zod's, in English, and no rep can act upon it.
  const isOurs = issue?.code === 'custom' || issue?.code === 'too_big';
  return refusal('PAYLOAD_INVALID', isOurs ? issue.message : visitMessages.payloadInvalid, field);
}

export interface AcceptedVisit {
  viewer: Viewer;
  operation: string;
  cClient: string;
  payload: VisitPayload;
  now: Date;
}

async function writeVisit(tx: Queryable, visit: AcceptedVisit): Promise<FeedChange[]> {
  const { viewer, operation, cClient, payload, now } = visit;
  // Annex 1 of the customer's text, column by column.
  const numRelation = await clientRelationRepository(tx).insert({
    origineRelation: 'CRV',
    dateRelation: new Date(`${payload.date}T00:00:00Z`),
    heureRelation: payload.heure,
    typeEntite: 'C',
    cEntite: cClient,
    cUser: viewer.cUser,
    typeRelation: 'S',
    objet: visitObject(payload.date),
    commentaire: visitComment(payload.commentaire),
    numRelationSujet: 0,
    cArchive: 'N',
  });
  await visitRepository(tx).insert({
    operation,
    userId: viewer.userId,
    cUser: viewer.cUser,
    cClient,
    prospectId: null,
    dateVisite: payload.date,
    heureVisite: payload.heure,
    commentaire: payload.commentaire.trim() || null,
    answers: payload.answers && JSON.stringify(payload.answers),
    numRelation,
    createdAt: now,
  });
  return visitChanges(visit);
}
