import { type ClientRow, clientRepository, type Queryable } from '@tournee/db';
import type { Viewer } from './context.ts';
import type { IncomingOperation } from './operation-handler.ts';

/** Whether a client is a person's, or was until it moved away; `left`: it had when this was noted. */
export type ClientReach = 'mine' | 'formerly' | 'left';

export type FindClient = (
  tx: Queryable,
  viewer: Viewer,
  operation: IncomingOperation,
  now: Date,
) => Promise<{ client: ClientRow; reach: ClientReach } | null>;

/** A code longer than winpneu's column names no client. */
const CODE_MAX_LENGTH = 30;

/**
 * Finds the client that an operation is about, if its author may know it. Null for a client of somebody else's and for
 * one that does not exist: the difference is not his to know.
 */
export function createClientAccess(
  reachOf: (
    tx: Queryable,
    viewer: Viewer,
    asked: { client: ClientRow; notedAt: Date },
    now: Date,
  ) => Promise<ClientReach | 'none'>,
): FindClient {
  return async (tx, viewer, { entityType, entityId, notedAt }, now) => {
    if (entityType !== 'client' || entityId.length > CODE_MAX_LENGTH) return null;
    const client = await clientRepository(tx).find(entityId);
    if (!client) return null;
    const reach = await reachOf(tx, viewer, { client, notedAt }, now);
    return reach === 'none' ? null : { client, reach };
  };
}
