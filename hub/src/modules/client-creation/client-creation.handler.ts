import {
  clientCreationRepository,
  type FeedDocument,
  prospectRepository,
  type ProspectRow,
  type Queryable,
} from '@tournee/db';
import {
  cardOf,
  checkClientCreation,
  type ClientCreationPayload,
  clientCreationPayload,
  type OperationReason,
  refusal,
} from '@tournee/graphql';
import { payloadFault } from '../../client-operation.ts';
import type { Viewer } from '../../context.ts';
import { type IncomingOperation, type OperationHandler, refused } from '../../operation-handler.ts';
import { clientCreationMessages } from './client-creation.messages.ts';

/** What the accountant and the rep who asks read. */
export interface ClientCreationMail {
  readonly operation: string;
  readonly sender: { readonly name: string; readonly address: string };
  readonly nomClient: string;
}

export interface ClientCreationDependencies {
  /** The prospect, if the author may know it. */
  readonly findProspect: (
    tx: Queryable,
    viewer: Viewer,
    operation: IncomingOperation,
    now: Date,
  ) => Promise<{ prospect: ProspectRow; isMine: boolean } | { refusal: OperationReason }>;
  /** Families of clients that may pay by cheque. */
  readonly readFarmerFamilies: (tx: Queryable) => Promise<readonly string[]>;
  /** Writes the mails into the outbox. */
  readonly sendMails: (tx: Queryable, mail: ClientCreationMail) => Promise<unknown>;
  /** The prospect as devices should have it now. */
  readonly prospectDocuments: (tx: Queryable, id: string) => Promise<FeedDocument[]>;
}

/** CC: a request to make a client of a prospect. The accountant completes and validates it; until then he stays a prospect. */
export function createClientCreationHandler(dependencies: ClientCreationDependencies): OperationHandler {
  const { findProspect, readFarmerFamilies, sendMails, prospectDocuments } = dependencies;
  return {
    code: 'CC',
    async judge(tx, viewer, operation, now) {
      const parsed = clientCreationPayload.safeParse(operation.payload);
      if (!parsed.success) return refused(payloadFault(parsed.error));
      const found = await findProspect(tx, viewer, operation, now);
      if ('refusal' in found) return refused(found.refusal);
      const { prospect } = found;
      const pending = await clientCreationRepository(tx).findPending(prospect.id);
      // What became of somebody else's prospect is not theirs to know.
      if (!found.isMine && (prospect.deletedAt || pending)) {
        return refused(refusal('PROSPECT_MOVED', clientCreationMessages.moved));
      }
      if (prospect.deletedAt) return refused(refusal('PROSPECT_DELETED', clientCreationMessages.deleted));
      if (pending) return refused(refusal('CREATION_PENDING', clientCreationMessages.pending));
      const reason = checkClientCreation(parsed.data, await readFarmerFamilies(tx));
      if (reason) return refused(reason);
      return {
        kind: 'accepted',
        async apply() {
          const nomClient = await writeRequest(tx, {
            viewer,
            operation,
            prospect,
            payload: parsed.data,
            now,
          });
          const sender = { name: viewer.nomAffiche, address: viewer.mail };
          await sendMails(tx, { operation: operation.name, sender, nomClient });
          await prospectRepository(tx).update(prospect.id, { lastMovementAt: now });
          return prospectDocuments(tx, prospect.id);
        },
      };
    },
  };
}

interface CreationRequest {
  readonly viewer: Viewer;
  readonly operation: IncomingOperation;
  readonly prospect: ProspectRow;
  readonly payload: ClientCreationPayload;
  readonly now: Date;
}

async function writeRequest(
  tx: Queryable,
  { viewer, operation, prospect, payload, now }: CreationRequest,
): Promise<string> {
  const card = cardOf(payload.card);
  await clientCreationRepository(tx).insert({
    operation: operation.name,
    userId: viewer.userId,
    prospectId: prospect.id,
    nomClient: card.nomClient,
    fields: JSON.stringify({ card, signature: payload.signature }),
    status: 'pending',
    cClient: null,
    createdAt: now,
    decidedAt: null,
    decidedBy: null,
  });
  return card.nomClient;
}
