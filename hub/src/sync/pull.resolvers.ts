import type { FeedRow } from '@tournee/db';
import { COLLECTIONS, type CollectionName, type Resolvers } from '@tournee/graphql';
import { type HubContext, requireDevice } from '../context.ts';
import type { PullArguments, PullService } from './pull.service.ts';

/**
 * The pull fields, one for each collection. Devices take the road of `pull-fast-path.ts`; this one serves every other
 * selection.
 */
export function pullResolvers(pulls: PullService): Resolvers<HubContext> {
  const names = Object.keys(COLLECTIONS) as CollectionName[];
  const fields = names.map((collection) => [
    COLLECTIONS[collection].pullField,
    async (_parent: unknown, args: PullArguments, context: HubContext) => {
      const { rows, checkpoint, hasMore } = await pulls.pull(await requireDevice(context), collection, args);
      return { documents: rows.map(toDocument), checkpoint, hasMore };
    },
  ]);
  return { Query: Object.fromEntries(fields) as NonNullable<Resolvers<HubContext>['Query']> };
}

function toDocument({ body, deleted }: FeedRow): unknown {
  return { ...(JSON.parse(body) as object), deleted };
}
