/**
 * Names of the feed's scopes. Codes of winpneu come padded and, in a base without regard to case, in either case: a
 * scope's name is the same for all of them.
 */
const normalise = (code: string): string => code.trim().toUpperCase();

/** Sees every client, prospect and visit. */
export const ADMIN_SCOPE = 'admin';

/** Drop-down lists and settings: everybody pulls it. */
export const ALL_SCOPE = 'all';

/** Clients of a rep (`c_rep`). */
export const repScope = (cRep: string): string => `rep:${normalise(cRep)}`;

/** Clients of an office (`c_agence`). */
export const agenceScope = (cAgence: string): string => `agence:${normalise(cAgence)}`;

/** What only one person pulls: his operations, his visits. */
export const userScope = (userId: number): string => `user:${String(userId)}`;

export interface ScopeOwner {
  readonly id: number;
  readonly role: string;
  /** `rep`: his own codes; `agence`: his office; `tous`: everything. */
  readonly scopeKind: string;
  readonly cAgence: string | null;
  readonly cReps: readonly string[];
}

/** Scopes that a person pulls, sorted. The accountant works online: only what is his and what is everybody's. */
export function scopesOfUser(owner: ScopeOwner): string[] {
  return [...new Set([ALL_SCOPE, userScope(owner.id), ...clientScopesOfUser(owner)])].sort();
}

function clientScopesOfUser({ role, scopeKind, cAgence, cReps }: ScopeOwner): string[] {
  if (role === 'comptable') return [];
  if (scopeKind === 'tous') return [ADMIN_SCOPE];
  if (scopeKind === 'agence') return cAgence === null || cAgence.trim() === '' ? [] : [agenceScope(cAgence)];
  return scopeKind === 'rep' ? cReps.map(repScope) : [];
}
