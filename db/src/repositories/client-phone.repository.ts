import { and, eq, like, or, type SQL } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { client, type ClientRow } from '../schema/client.table.ts';
import { ADMIN_SCOPE, agenceScope, repScope } from '../scope.ts';

const CLIENTS_MAX = 50;
const CODES_MAX = 50;
/** The end of a number, which all ways of writing it share: `03 20 12 34 56`, `+33 (0)3.20.12.34.56`. */
const DIGITS_COMPARED = 8;

/**
 * Clients of some scopes whose telephone may be one of these numbers, however winpneu writes it. A first sieve: the
 * caller compares the numbers themselves.
 */
export async function clientsWithPhone(
  q: Queryable,
  keys: readonly string[],
  scopes: readonly string[],
): Promise<ClientRow[]> {
  const isReached = reachOf(scopes);
  if (keys.length === 0 || isReached === null) return [];
  const isWritten = keys.flatMap((key) => {
    const pattern = `%${Array.from(key.slice(-DIGITS_COMPARED)).join('%')}%`;
    return [like(client.tel1, pattern), like(client.tel2, pattern)];
  });
  return q
    .select()
    .top(CLIENTS_MAX)
    .from(client)
    .where(and(isReached, or(...isWritten)));
}

/** Undefined: all clients; null: none. */
function reachOf(scopes: readonly string[]): SQL | undefined | null {
  if (scopes.includes(ADMIN_SCOPE)) return undefined;
  const conditions = scopes.slice(0, CODES_MAX).flatMap((scope) => {
    const code = scope.slice(scope.indexOf(':') + 1);
    if (scope === repScope(code)) return eq(client.cRep, code);
    return scope === agenceScope(code) ? eq(client.cAgence, code) : [];
  });
  return conditions.length === 0 ? null : or(...conditions);
}
