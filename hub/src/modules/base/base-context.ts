import { correspondenceRepository, type Queryable, syncDocRepository } from '@tournee/db';
import { addDays, parisDay } from '@tournee/graphql';

const DAYS_AHEAD = 366;

/** What documents depend on beside their own rows. */
export interface DocumentContext {
  /** Day in France, `yyyy-mm-dd`. */
  readonly today: string;
  /** Displayed names by `c_user`, in capitals. */
  readonly authors: ReadonlyMap<string, string>;
  /** Scopes that somebody pulls: nothing is published to others. */
  readonly scopes: ReadonlySet<string>;
}

/** What a refresh needs besides, to tell odd rows. */
export interface BaseContext extends DocumentContext {
  /** An appointment may lie ahead; what lies beyond this day is odd. */
  readonly farthestDay: string;
  /** Rep codes that somebody holds, in capitals. */
  readonly repCodes: ReadonlySet<string>;
}

export async function readDocumentContext(q: Queryable, now: Date): Promise<DocumentContext> {
  return {
    today: parisDay(now),
    authors: await correspondenceRepository(q).authorNames(),
    scopes: new Set(await syncDocRepository(q).scopesInUse()),
  };
}

export async function readBaseContext(q: Queryable, now: Date): Promise<BaseContext> {
  const context = await readDocumentContext(q, now);
  return {
    ...context,
    farthestDay: addDays(context.today, DAYS_AHEAD),
    repCodes: await correspondenceRepository(q).repCodes(),
  };
}
