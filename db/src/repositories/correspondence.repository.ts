import { desc } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { appUser, appUserRep } from '../schema/app-user.table.ts';

/** What documents need of the « table de correspondance ». */
export interface Correspondence {
  /** Displayed name by `c_user`, in capitals. Of several persons with one code, the active one speaks for it. */
  authorNames(): Promise<Map<string, string>>;
  /** Rep codes that somebody holds, in capitals. */
  repCodes(): Promise<Set<string>>;
}

export function correspondenceRepository(q: Queryable): Correspondence {
  return {
    authorNames: async () => {
      const rows = await q
        .select({ cUser: appUser.cUser, nomAffiche: appUser.nomAffiche })
        .from(appUser)
        .orderBy(desc(appUser.isActive), appUser.id);
      // The last entry of a key wins: the first rows must come last.
      return new Map(rows.reverse().map((row) => [row.cUser.trim().toUpperCase(), row.nomAffiche]));
    },
    repCodes: async () => {
      const rows = await q.selectDistinct({ cRep: appUserRep.cRep }).from(appUserRep);
      return new Set(rows.map((row) => row.cRep.trim().toUpperCase()));
    },
  };
}
