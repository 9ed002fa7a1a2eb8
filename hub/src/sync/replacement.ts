import { operationRepository, type Queryable } from '@tournee/db';
import { type OperationReason, refusal } from '@tournee/graphql';
import type { Viewer } from '../context.ts';
import type { IncomingOperation } from '../operation-handler.ts';
import { pushMessages } from './push.messages.ts';

/**
 * Whether an operation may take the place of the one it cites. A refused one is corrected once: the same intent must not
 * be done twice because two devices corrected it, or because an administrator was quicker. Conflicts are settled as often
 * as somebody likes: that is merged like any other change.
 * @returns null when it may, or cites nothing that the ledger knows of its author
 */
export async function checkReplacement(
  tx: Queryable,
  viewer: Viewer,
  { cites }: IncomingOperation,
): Promise<OperationReason | null> {
  if (cites === null) return null;
  const ledger = operationRepository(tx);
  const cited = await ledger.findAndLock(cites);
  if (cited?.userId !== viewer.userId) return null;
  if (cited.status === 'integrated') return refusal('CITED_DONE', pushMessages.citedIsDone);
  const isReplaced = cited.status === 'rejected' && (await ledger.isReplaced(cites));
  return isReplaced ? refusal('CITED_REPLACED', pushMessages.citedIsReplaced) : null;
}
