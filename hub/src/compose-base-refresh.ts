import { type BaseRefresh, type BaseRefreshOptions, createBaseRefresh } from './modules/base/base-refresh.ts';
import { prospectPublisher } from './operation-handlers.ts';

/** The base refresh with all that takes part in it, for the hub and for the command line. */
export function composeBaseRefresh(options: Omit<BaseRefreshOptions, 'publishProspects'>): BaseRefresh {
  const publisher = prospectPublisher(options.clock);
  return createBaseRefresh({
    ...options,
    publishProspects: async (database) => {
      const { prospects, written } = await publisher.refreshAll(database);
      return { count: prospects, written };
    },
  });
}
