import type { Resolvers } from '@tournee/graphql';
import { type HubContext, requireDevice } from '../context.ts';
import type { Bell } from './bell.ts';

export function bellResolvers(bell: Bell): Resolvers<HubContext> {
  return {
    Subscription: {
      changed: {
        subscribe: async (_parent, _args, context) => bell.listen(await requireDevice(context)),
        resolve: (notice: unknown) => notice as never,
      },
    },
  };
}
