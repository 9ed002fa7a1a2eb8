import { correspondenceRepository, type Queryable, syncDocRepository } from '@tournee/db';
import { addDays, parisDay } from '@tournee/graphql';

const DAYS_AHEAD = 366;

/** What documents depend on beside their own rows. */
export interface BaseContext {
  /** Day in France, `yyyy-mm-dd`. */
  readonly today: string;
  /** An appointment may lie ahead; what lies beyond this day is odd. */
  readonly farthestDay: string;
  /** Displayed names by `c_user`, in capitals. */
  readonly authors: ReadonlyMap<string, string>;
  /** Rep codes that somebody holds, in capitals. */
  readonly repCodes: ReadonlySet<string>;
  /** Scopes that somebody pulls: nothing is published to others. */
  readonly scopes: ReadonlySet<string>;
}

export async function readBaseContext(q: Queryable, now: Date): Promise<BaseContext> {
  const correspondence = correspondenceRepository(q);
  const today = parisDay(now);
  return {
    today,
    farthestDay: addDays(today, DAYS_AHEAD),
    authors: await correspondence.authorNames(),
    repCodes: await correspondence.repCodes(),
    scopes: new Set(await syncDocRepository(q).scopesInUse()),
  };
}
