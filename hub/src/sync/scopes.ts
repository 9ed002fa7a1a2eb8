import { ADMIN_SCOPE, agenceScope, repScope } from '@tournee/db';

/** Scopes in which a client stands, whether or not anybody pulls them. Whose they are: `scopesOfUser` in db. */
export function scopesOfClient(client: { cRep: string | null; cAgence: string | null }): string[] {
  return [
    ADMIN_SCOPE,
    ...(client.cRep?.trim() ? [repScope(client.cRep)] : []),
    ...(client.cAgence?.trim() ? [agenceScope(client.cAgence)] : []),
  ];
}
