import { type Checkpoint, type CollectionName, COLLECTIONS } from '@tournee/graphql';
import type { GraphQLSyncPullOptions, ReplicationPullHandlerResult } from 'rxdb';
import { toStored } from '../document-nulls.ts';
import type { LocalCollection } from '../local-collections.ts';
import { EpochGuard, type PulledPage } from './epoch-guard.ts';
import type { ReplicationPort } from './replication-port.ts';

/**
 * How a collection is pulled. The query is sent to the letter as the contract has it: the hub answers exactly that text
 * from ready-made JSON.
 */
export function pullOptions<Name extends CollectionName>(
  name: Name,
  collection: LocalCollection<Name>,
  port: ReplicationPort,
): GraphQLSyncPullOptions<never, Checkpoint> {
  const { query, pullField } = COLLECTIONS[name];
  const batchSize = port.pageSizes[name];
  // What a user wrote is never dropped, so operations have nothing to guard: they only pull again.
  const guard =
    name === 'operation' ? null : new EpochGuard(name, port.keeper, (kept) => dropOthers(collection, kept));
  let sent: Checkpoint | null = null;
  return {
    batchSize,
    dataPath: ['data', pullField],
    queryBuilder: (kept, limit) => {
      sent = guard === null ? (kept ?? null) : guard.checkpointToSend(kept);
      return { query, variables: { checkpoint: sent, limit } };
    },
    responseModifier: async (page: PulledPage): Promise<ReplicationPullHandlerResult<never, Checkpoint>> => {
      const { documents, checkpoint } = page;
      const isLast = documents.length < batchSize;
      await guard?.received(page, sent, isLast);
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
