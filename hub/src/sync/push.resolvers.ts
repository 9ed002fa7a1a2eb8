import type { Resolvers } from '@tournee/graphql';
import { type HubContext, requireDevice } from '../context.ts';
import type { PushService } from './push.service.ts';

export function pushResolvers(pushes: PushService): Resolvers<HubContext> {
  return {
    Mutation: {
      // The assumed master state is of no use here: an operation is written once and never changed.
      pushOperations: async (_parent, { rows }, context) =>
        pushes.push(
          await requireDevice(context),
          rows.map((row) => row.newDocumentState),
        ),
    },
  };
}
