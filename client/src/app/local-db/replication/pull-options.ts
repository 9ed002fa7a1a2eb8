import { type Checkpoint, type CollectionName, COLLECTIONS } from '@tournee/graphql';
import type { GraphQLSyncPullOptions, ReplicationPullHandlerResult } from 'rxdb';
import { toStored } from '../document-nulls.ts';
import type { LocalCollection } from '../local-collections.ts';
import { EpochGuard, type PulledPage } from './epoch-guard.ts';
import { type PullEnd, RXDB_BATCH } from './pull-end.ts';
import type { ReplicationPort } from './replication-port.ts';

/**
 * How a collection is pulled. The query is sent to the letter as the contract has it: the hub answers exactly that text
 * from ready-made JSON.
 */
export function pullOptions<Name extends CollectionName>(
  name: Name,
  collection: LocalCollection<Name>,
  port: ReplicationPort,
  end: PullEnd,
): GraphQLSyncPullOptions<never, Checkpoint> {
  const { query, pullField } = COLLECTIONS[name];
  const limit = port.pageSizes[name];
  // What a user wrote is never dropped, so operations have nothing to guard: they only pull again.
  const guard =
    name === 'operation' ? null : new EpochGuard(name, port.keeper, (kept) => dropOthers(collection, kept));
  let sent: Checkpoint | null = null;
  return {
    batchSize: RXDB_BATCH,
    dataPath: ['data', pullField],
    queryBuilder: (kept) => {
      sent = guard === null ? (kept ?? null) : guard.checkpointToSend(kept);
      return { query, variables: { checkpoint: sent, limit } };
    },
    responseModifier: async (page: PulledPage): Promise<ReplicationPullHandlerResult<never, Checkpoint>> => {
      const { documents, checkpoint, hasMore } = page;
      const isLast = !hasMore;
      await guard?.received(page, sent, isLast);
      end.received(page);
      port.onPage({ collection: name, count: documents.length, isLast });
      return { documents: documents.map((document) => toStored(name, document)) as never[], checkpoint };
    },
  };
}

async function dropOthers<Name extends CollectionName>(
  collection: LocalCollection<Name>,
  kept: ReadonlySet<string>,
): Promise<void> {
  const here = await collection.find().exec();
  const gone = here.map((document) => document.primary).filter((id) => !kept.has(id));
  await collection.bulkRemove(gone);
}
