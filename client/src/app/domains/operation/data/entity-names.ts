import type { Operation } from '@tournee/graphql';
import type { LocalBase } from '../../../local-db/local-base.ts';
import { entityKey } from './sending-groups.ts';

/** Names of the clients and prospects that some operations are about, by `entityKey`; those nobody knows are left out. */
export async function readEntityNames(
  base: LocalBase,
  operations: readonly Operation[],
): Promise<Map<string, string>> {
  const idsOf = (type: string): string[] => [
    ...new Set(operations.filter(({ entityType }) => entityType === type).map(({ entityId }) => entityId)),
  ];
  const [clients, prospects] = await Promise.all([
    base.documents('client', idsOf('client')),
    base.documents('prospect', idsOf('prospect')),
  ]);
  return new Map([
    // A prospect that was created here, and has not come back yet.
    ...operations.flatMap(createdName),
    ...clients.map(({ id, nomClient }) => [`client:${id}`, nomClient] as const),
    ...prospects.map(({ id, nomClient }) => [`prospect:${id}`, nomClient] as const),
  ]);
}

function createdName(operation: Operation): (readonly [string, string])[] {
  if (operation.code !== 'CP') return [];
  const { nomClient } = operation.payload as { nomClient?: unknown };
  return typeof nomClient === 'string' ? [[entityKey(operation), nomClient]] : [];
}
