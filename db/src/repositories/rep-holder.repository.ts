import { eq } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { appUser, appUserRep } from '../schema/app-user.table.ts';

/** Whose rep code is whose. */
export interface RepHolders {
  /** Ids of the active users that hold a rep code, the oldest first. */
  holdersOf(cRep: string): readonly number[];
  /** Code in winpneu of a user; null for one that does not exist. */
  cUserOf(userId: number): string | null;
}

const normalise = (code: string): string => code.trim().toUpperCase();

/** Reads the user table: some hundred rows at most. */
export async function readRepHolders(q: Queryable): Promise<RepHolders> {
  const users = await q.select({ id: appUser.id, cUser: appUser.cUser }).from(appUser);
  const reps = await q
    .select({ userId: appUserRep.userId, cRep: appUserRep.cRep })
    .from(appUserRep)
    .innerJoin(appUser, eq(appUser.id, appUserRep.userId))
    .where(eq(appUser.isActive, true))
    .orderBy(appUserRep.userId);
  const codes = new Map(users.map(({ id, cUser }) => [id, cUser]));
  const holders = new Map<string, number[]>();
  for (const { userId, cRep } of reps) {
    holders.set(normalise(cRep), [...(holders.get(normalise(cRep)) ?? []), userId]);
  }
  return {
    holdersOf: (cRep) => holders.get(normalise(cRep)) ?? [],
    cUserOf: (userId) => codes.get(userId) ?? null,
  };
}
