import { type FeedDocument, fleetRepository, type Queryable } from '@tournee/db';
import { checkFleet, fleetPayload, type FleetType } from '@tournee/graphql';
import type { FindClient } from '../../client-access.ts';
import { clientOperationHandler } from '../../client-operation.ts';
import type { OperationHandler } from '../../operation-handler.ts';

export interface FleetDependencies {
  findClient: FindClient;
  readonly readTypes: (tx: Queryable) => Promise<readonly FleetType[]>;
  /** The client as devices should have him now. */
  readonly clientDocuments: (tx: Queryable, cClient: string) => Promise<FeedDocument[]>;
}

/** PA: how many vehicles of which type a client has. What was said last counts, whatever the order of arrival. */
export function createFleetHandler({
  findClient,
  readTypes,
  clientDocuments,
}: FleetDependencies): OperationHandler {
  return clientOperationHandler({
    code: 'PA',
    schema: fleetPayload,
    findClient,
    check: async ({ tx, payload }) => checkFleet(payload, await readTypes(tx)),
    async apply({ tx, viewer, client, operation, payload, now }) {
      await fleetRepository(tx).save({
        cClient: client.cClient,
        counts: JSON.stringify(
          payload.counts.map(({ type, count }) => ({ type, count })).filter(({ count }) => count > 0),
        ),
        userId: viewer.userId,
        operation: operation.name,
        // A device whose clock is ahead must not have the last word for ever.
        saidAt: operation.createdAt < now ? operation.createdAt : now,
        updatedAt: now,
      });
      return clientDocuments(tx, client.cClient);
    },
  });
}
