import type { Operation } from '@tournee/graphql';
import type { SendingState } from '../../shared/data/operation-state.ts';

export interface Sending {
  operation: Operation;
  state: SendingState;
}

/** What was said about one client or prospect, newest first. */
export interface SendingGroup {
  /** `client:000107` */
  key: string;
  entityType: string;
  entityId: string;
  /** As the base has it, or as the user named it; null when it is not here. */
  name: string | null;
  sendings: readonly Sending[];
}

export const SENDING_FILTERS = ['all', 'pending', 'rejected', 'conflict', 'integrated', 'closed'] as const;
export type SendingFilter = (typeof SENDING_FILTERS)[number];

/** Under which filter a state is found; `all` has them all. */
export function filterOf(state: SendingState): SendingFilter {
  if (state === 'replaced' || state === 'given-up') return 'closed';
  // Received by the hub, and not done yet: its author waits for it all the same.
  return state === 'failed' ? 'pending' : state;
}

export function countByFilter(sendings: readonly Sending[]): Readonly<Record<SendingFilter, number>> {
  const counts = { all: sendings.length, pending: 0, rejected: 0, conflict: 0, integrated: 0, closed: 0 };
  for (const { state } of sendings) counts[filterOf(state)] += 1;
  return counts;
}

/**
 * Sendings by client or prospect; the one with the newest comes first.
 * @param sendings newest first
 */
export function groupSendings(
  sendings: readonly Sending[],
  names: ReadonlyMap<string, string>,
): SendingGroup[] {
  const groups = new Map<string, { entityType: string; entityId: string; sendings: Sending[] }>();
  for (const sending of sendings) {
    const { entityType, entityId } = sending.operation;
    const key = entityKey(sending.operation);
    const group = groups.get(key);
    if (group) group.sendings.push(sending);
    else groups.set(key, { entityType, entityId, sendings: [sending] });
  }
  return [...groups].map(([key, group]) => ({ ...group, key, name: names.get(key) ?? null }));
}

export function entityKey({ entityType, entityId }: Pick<Operation, 'entityType' | 'entityId'>): string {
  return `${entityType}:${entityId}`;
}
