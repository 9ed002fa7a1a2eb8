import type { Checkpoint, CollectionName } from '@tournee/graphql';
import { replicateGraphQL, type RxGraphQLReplicationState } from 'rxdb/plugins/replication-graphql';
import type { LocalCollection } from '../local-collections.ts';
import { PullEnd } from './pull-end.ts';
import { pullOptions } from './pull-options.ts';
import { pushOptions } from './push-options.ts';
import { type ReplicationPort, RETRY_MS } from './replication-port.ts';

export type CollectionReplication = RxGraphQLReplicationState<unknown, Checkpoint>;

/**
 * Sets up, without starting it, the replication of a collection: `operation` both ways, the others pull-only.
 * The base belongs to one user of one hub, so its name stands for the user; the epoch is the guard's matter, which can
 * start a collection over without leaving the user with an empty one meanwhile.
 */
export function replicateCollection<Name extends CollectionName>(
  name: Name,
  collection: LocalCollection<Name>,
  port: ReplicationPort,
): CollectionReplication {
  const end = new PullEnd();
  const replication = replicateGraphQL<unknown, Checkpoint>({
    collection,
    replicationIdentifier: `${collection.database.name}/${name}`,
    url: { http: port.url },
    fetch: port.fetchFor(name),
    deletedField: 'deleted',
    live: true,
    autoStart: false,
    // Which tab replicates is settled once for all collections, by a lock of the whole synchronisation.
    waitForLeadership: false,
    retryTime: RETRY_MS,
    pull: pullOptions(name, collection, port, end),
    ...(name === 'operation' ? { push: pushOptions as never } : {}),
  });
  const { pull } = replication;
  if (pull !== undefined) pull.handler = end.wrap(pull.handler);
  return replication;
}
