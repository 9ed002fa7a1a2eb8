import { type FeedDocument, followUpRepository, type Queryable } from '@tournee/db';
import { checkFollowUp, followUpPayload, parisDay } from '@tournee/graphql';
import type { FindClient } from '../../client-access.ts';
import { clientOperationHandler } from '../../client-operation.ts';
import type { OperationHandler } from '../../operation-handler.ts';

export interface FollowUpDependencies {
  findClient: FindClient;
  /** The client as devices should have him now. */
  readonly clientDocuments: (tx: Queryable, cClient: string) => Promise<FeedDocument[]>;
}

/** DR: the day on which to see a client again. What was said last counts, whatever the order of arrival. */
export function createFollowUpHandler({
  findClient,
  clientDocuments,
}: FollowUpDependencies): OperationHandler {
  return clientOperationHandler({
    code: 'DR',
    schema: followUpPayload,
    findClient,
    check: async ({ payload, operation, now }) =>
      checkFollowUp(payload, parisDay(saidAt(operation.createdAt, now))),
    async apply({ tx, viewer, client, operation, payload, now }) {
      await followUpRepository(tx).save({
        entityType: 'client',
        entityId: client.cClient,
        date: payload.date,
        userId: viewer.userId,
        operation: operation.name,
        saidAt: saidAt(operation.createdAt, now),
        updatedAt: now,
      });
      return clientDocuments(tx, client.cClient);
    },
  });
}

/** A device whose clock is ahead must not have the last word for ever. */
function saidAt(createdAt: Date, now: Date): Date {
  return createdAt < now ? createdAt : now;
}
