import type { RepHolders } from '@tournee/db';

/**
 * Whose a prospect is: whoever holds the rep code that it is attached to. As long as nobody else does, it stays his whose
 * it was: the one who created it never loses it to nobody.
 */
export function ownerOf(cRep: string | null, current: number, holders: RepHolders): number {
  const candidates = cRep?.trim() ? holders.holdersOf(cRep) : [];
  return candidates.includes(current) ? current : (candidates[0] ?? current);
}
