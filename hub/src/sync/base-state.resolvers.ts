import { type Database, refreshRunRepository, syncDocRepository } from '@tournee/db';
import type { Resolvers } from '@tournee/graphql';
import type { Clock } from '../clock.ts';
import { type HubContext, requireViewer } from '../context.ts';

/** State of the offline base, for the indicator on the home tab and the progress of a first sync. */
export function baseStateResolvers(database: Database, clock: Clock): Resolvers<HubContext> {
  return {
    Query: {
      baseState: async (_parent, _args, context) => {
        const { scopes } = await requireViewer(context);
        const [lastRun, documentCount] = await Promise.all([
          refreshRunRepository(database.db).lastDone(),
          syncDocRepository(database.db).count(scopes),
        ]);
        return {
          refreshedAt: lastRun?.endedAt?.toISOString() ?? null,
          serverTime: clock.now().toISOString(),
          documentCount,
        };
      },
    },
  };
}
