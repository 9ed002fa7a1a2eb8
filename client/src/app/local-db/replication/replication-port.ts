import type { CollectionName } from '@tournee/graphql';
import type { SyncStateKeeper } from '../sync-state.ts';

/** Documents received from the hub at once. */
export interface PulledPages {
  collection: CollectionName;
  /** How many, tombstones included. */
  count: number;
  /** True when the hub has no more for now. */
  isLast: boolean;
}

/** What the replication needs from outside: the road to the hub, and where it stands. */
export interface ReplicationPort {
  /** Absolute address of the hub's GraphQL endpoint. */
  readonly url: string;
  readonly keeper: SyncStateKeeper;
  /** Documents a pull asks for at once. */
  readonly pageSizes: Readonly<Record<CollectionName, number>>;
  /**
   * How a collection's requests are sent. Must reject whatever is not a GraphQL result (RxDB does not look at the HTTP
   * status), renew the session when needed, and may wait as long as there is no network.
   */
  fetchFor(collection: CollectionName): typeof fetch;
  /** Called after each page. */
  onPage(page: PulledPages): void;
}

/** Documents a pull asks for at once. */
export const PAGE_SIZES: Readonly<Record<CollectionName, number>> = {
  client: 500,
  clientHistory: 500,
  prospect: 500,
  visit: 500,
  reference: 500,
  setting: 500,
  operation: 500,
};

/** RxDB waits this long after a failed exchange; waiting for the network is the port's work. */
export const RETRY_MS = 1000;
