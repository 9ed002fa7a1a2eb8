import {
  changeRequestRepository,
  clientRelationRepository,
  type ClientRow,
  type FeedDocument,
  type Queryable,
} from '@tournee/db';
import {
  type CardFieldName,
  CRM_MARK,
  changeRequestObject,
  changeRequestPayload,
  checkChangeRequest,
  type FieldValue,
  parisDay,
  parisHour,
  type ProspectChange,
  type RequestedChange,
  requestedChanges,
} from '@tournee/graphql';
import type { FindClient } from '../../client-access.ts';
import { type ClientOperation, clientOperationHandler } from '../../client-operation.ts';
import type { OperationHandler } from '../../operation-handler.ts';
import { changeRequestMessages } from './change-request.messages.ts';

/** What the accountant reads. */
export interface ChangeRequestMail {
  readonly cause: string;
  readonly sender: { readonly name: string; readonly address: string };
  readonly user: string;
  readonly codeClient: string;
  readonly nomClient: string;
  readonly changes: readonly RequestedChange[];
}

export interface ChangeRequestDependencies {
  findClient: FindClient;
  /** Writes the mail to the accountant into the outbox. */
  readonly sendMail: (tx: Queryable, mail: ChangeRequestMail) => Promise<unknown>;
  /** The client as devices should have him now. */
  readonly clientDocuments: (tx: Queryable, cClient: string) => Promise<FeedDocument[]>;
}

/**
 * MC: a request to change a client's card. Nothing of winpneu's card is changed here: the accountant does that, and
 * closes the request. What winpneu already holds is not asked for any more.
 */
export function createChangeRequestHandler(dependencies: ChangeRequestDependencies): OperationHandler {
  const { findClient, sendMail, clientDocuments } = dependencies;
  return clientOperationHandler<ProspectChange>({
    code: 'MC',
    schema: changeRequestPayload,
    findClient,
    check: async ({ payload }) => checkChangeRequest(payload.changes),
    async apply(asked) {
      const { tx, viewer, client, operation, payload } = asked;
      const changes = requestedChanges(payload.changes, currentValues(client));
      if (changes.length === 0) return [];
      await writeRequest(asked, changes);
      await sendMail(tx, {
        cause: operation.name,
        sender: { name: viewer.nomAffiche, address: viewer.mail },
        user: viewer.nomAffiche,
        codeClient: client.cClient,
        nomClient: client.nomClient ?? '',
        changes,
      });
      return clientDocuments(tx, client.cClient);
    },
  });
}

async function writeRequest(
  { tx, viewer, client, operation, now }: ClientOperation<ProspectChange>,
  changes: readonly RequestedChange[],
): Promise<void> {
  const today = parisDay(now);
  // Annex 1 of the customer's text, column by column.
  const numRelation = await clientRelationRepository(tx).insert({
    origineRelation: 'CRV',
    dateRelation: new Date(`${today}T00:00:00Z`),
    heureRelation: parisHour(now),
    typeEntite: 'C',
    cEntite: client.cClient,
    cUser: viewer.cUser,
    typeRelation: 'S',
    objet: changeRequestObject(today),
    commentaire: [...changes.map(changeRequestMessages.change), CRM_MARK].join('\n'),
    numRelationSujet: 0,
    cArchive: 'N',
  });
  await changeRequestRepository(tx).insert({
    operation: operation.name,
    userId: viewer.userId,
    cClient: client.cClient,
    changes: JSON.stringify(Object.fromEntries(changes.map(({ field, from, to }) => [field, { from, to }]))),
    numRelation,
    status: 'open',
    createdAt: now,
    closedAt: null,
    closedBy: null,
  });
}

/** The card as winpneu has it; a day as devices know it. */
function currentValues({ dateCreationSte, ...row }: ClientRow): Partial<Record<CardFieldName, FieldValue>> {
  return { ...row, dateCreationSte: dateCreationSte?.toISOString().slice(0, 10) ?? null };
}
