import { type Queryable, syncDocRepository, userScopeRepository } from '@tournee/db';
import type { CollectionName } from '@tournee/graphql';
import type { Viewer } from '../context.ts';

/**
 * `mine`: it stands in one of their scopes. `formerly`: it did when this was noted. `left`: it did, and had left when this
 * was noted. `none`: it never did, or too long ago, or does not exist; which of these is not theirs to know.
 */
export type Reach = 'mine' | 'formerly' | 'left' | 'none';

/** As long as a session lives without contact: whoever was away for longer has to sign in again, and starts over. */
const FORMER_SCOPE_DAYS = 60;

export interface ReachQuestion {
  collection: CollectionName;
  id: string;
  /** Scopes in which it stands, as its row says now. */
  scopes: readonly string[];
  /** See `IncomingOperation.notedAt`. */
  notedAt: Date;
}

/**
 * Whether a document is a person's, or was when they noted something about it: before it moved away, or before they were
 * given other codes. The journal of moves is the feed, where a document leaves a scope as a tombstone with its date, and
 * `crm.user_scope`, where a scope leaves a person.
 */
export async function reachOf(
  tx: Queryable,
  viewer: Viewer,
  question: ReachQuestion,
  now: Date,
): Promise<Reach> {
  if (question.scopes.some((scope) => viewer.scopes.includes(scope))) return 'mine';
  const ends = await endsOf(tx, viewer, question, now);
  if (ends.length === 0) return 'none';
  return ends.some((end) => end >= question.notedAt.getTime()) ? 'formerly' : 'left';
}

/** Until when it stood in each of their scopes, present and former. A move that devices were not told of has no end yet. */
async function endsOf(
  tx: Queryable,
  viewer: Viewer,
  { collection, id }: ReachQuestion,
  now: Date,
): Promise<number[]> {
  const since = new Date(now.getTime() - FORMER_SCOPE_DAYS * 86_400_000);
  const pulled = await userScopeRepository(tx).pulledSince(viewer.userId, since);
  const held = new Map(pulled.map((row) => [row.scope, row]));
  const placements = await syncDocRepository(tx).placements(collection, [id]);
  return placements.flatMap(({ scope, deleted, updatedAt }) => {
    const hold = held.get(scope);
    const isTheirs = viewer.scopes.includes(scope);
    if (!hold && !isTheirs) return [];
    // It was gone before they came: they never saw it.
    if (deleted && (hold?.heldSince ?? updatedAt) > updatedAt) return [];
    const documentLeft = deleted ? updatedAt.getTime() : Infinity;
    const scopeLeft = isTheirs ? Infinity : (hold?.leftAt?.getTime() ?? Infinity);
    return Math.min(documentLeft, scopeLeft);
  });
}
