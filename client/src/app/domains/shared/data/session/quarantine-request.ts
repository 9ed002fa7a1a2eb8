import type { Operation } from '@tournee/graphql';
import { dataOf, exchange } from '../hub/graphql-exchange.ts';
import type { HandOverTicket } from './hand-over-ticket.ts';

const QUARANTINE =
  'mutation QuarantineOperations($refreshToken: String, $rows: [OperationInput!]!) ' +
  '{ quarantineOperations(refreshToken: $refreshToken, rows: $rows) { kept } }';

/** Most operations the hub takes at once. */
const ROWS_MAX = 100;
const TIMEOUT_MS = 60_000;

/**
 * Hands operations to the hub's quarantine.
 * @returns names of those that the hub keeps now
 * @throws HubError when there was no good answer; those of earlier batches are kept all the same, and may be sent again
 */
export async function requestQuarantine(
  ticket: HandOverTicket,
  operations: readonly Operation[],
): Promise<Set<string>> {
  const { hubOrigin } = ticket;
  const refreshToken = ticket.refreshToken ?? null;
  const kept = new Set<string>();
  for (let start = 0; start < operations.length; start += ROWS_MAX) {
    const rows = operations.slice(start, start + ROWS_MAX);
    const result = await exchange({
      url: `${hubOrigin}/graphql`,
      body: JSON.stringify({ query: QUARANTINE, variables: { refreshToken, rows } }),
      accessToken: null,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      usesCookie: refreshToken === null,
    });
    const receipt = dataOf(result)['quarantineOperations'] as { kept: string[] };
    for (const name of receipt.kept) kept.add(name);
  }
  return kept;
}
