import { type Queryable, syncDocRepository, userScopeRepository } from '@tournee/db';
import type { CollectionName } from '@tournee/graphql';
import type { Viewer } from '../context.ts';

/**
 * `mine`: it stands in one of his scopes. `formerly`: it did, when he last pulled. `none`: it never did, or too long
 * ago, or does not exist; which of these is not his to know.
 */
export type Reach = 'mine' | 'formerly' | 'none';

/** As long as a session lives without contact: whoever was away for longer has to sign in again, and starts over. */
const FORMER_SCOPE_DAYS = 60;

export interface ReachQuestion {
  collection: CollectionName;
  id: string;
  /** Scopes in which it stands, as its row says now. */
  scopes: readonly string[];
}

/**
 * Whether a document is a person's, or was his before it moved away or before he was given other codes: what he noted
 * about it in the meantime, offline, is still integrated. The feed tells: a document leaves a scope as a tombstone.
 */
export async function reachOf(
  tx: Queryable,
  viewer: Viewer,
  question: ReachQuestion,
  now: Date,
): Promise<Reach> {
  if (question.scopes.some((scope) => viewer.scopes.includes(scope))) return 'mine';
  const since = new Date(now.getTime() - FORMER_SCOPE_DAYS * 86_400_000);
  const pulled = await userScopeRepository(tx).pulledSince(viewer.userId, since);
  const his = new Set([...viewer.scopes, ...pulled]);
  const placements = await syncDocRepository(tx).placements(question.collection, [question.id]);
  return placements.some(({ scope }) => his.has(scope)) ? 'formerly' : 'none';
}
