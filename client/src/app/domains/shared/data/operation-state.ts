import type { Operation } from '@tournee/graphql';

/**
 * Where an operation stands, as its author sees it.
 * - `replaced`: refused or in conflict, and another one has taken its place since
 * - `given-up`: refused, and its author let it go
 */
export type SendingState = Operation['status'] | 'replaced' | 'given-up';

/** Names of operations that another one of this device cites. What became of that one is shown by itself. */
export function citedNames(operations: readonly Operation[]): Set<string> {
  return new Set(operations.flatMap(({ cites }) => cites ?? []));
}

export function sendingState(
  { id, status }: Operation,
  cited: ReadonlySet<string>,
  givenUp: ReadonlySet<string>,
): SendingState {
  if (status !== 'rejected' && status !== 'conflict') return status;
  if (cited.has(id)) return 'replaced';
  return givenUp.has(id) ? 'given-up' : status;
}
