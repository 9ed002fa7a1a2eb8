import { operationRepository, prospectRepository, type ProspectRow, type Queryable } from '@tournee/db';
import { type OperationReason, refusal } from '@tournee/graphql';
import type * as z from 'zod';
import type { Viewer } from '../../context.ts';
import type { IncomingOperation } from '../../operation-handler.ts';
import { prospectMessages } from './prospect.messages.ts';
import { scopesOfProspect } from './prospect-document.ts';

/** `formerly`: it was theirs when this was noted, and is somebody else's now; `left`: it was no more. */
export type ProspectReach = 'mine' | 'formerly' | 'left' | 'none';

export interface ProspectAccessDependencies {
  /** Whether a document is a person's, or was: the feed knows. */
  reachOf(tx: Queryable, viewer: Viewer, question: ReachQuestion, now: Date): Promise<ProspectReach>;
}

interface ReachQuestion {
  collection: 'prospect';
  id: string;
  scopes: readonly string[];
  notedAt: Date;
}

export type Located = { prospect: ProspectRow; isMine: boolean } | { refusal: OperationReason };

export interface ProspectAccess {
  /**
   * The prospect that an operation is about, locked to the end of the transaction, if its author may know it. Somebody
   * else's and one that does not exist get the same answer: the difference is not his to know.
   */
  locate(tx: Queryable, viewer: Viewer, operation: IncomingOperation, now: Date): Promise<Located>;
}

export function createProspectAccess(dependencies: ProspectAccessDependencies): ProspectAccess {
  return {
    async locate(tx, viewer, operation, now) {
      if (operation.entityType !== 'prospect') {
        return { refusal: refusal('ENTITY_INVALID', prospectMessages.entityInvalid, 'entityId') };
      }
      const prospect = await prospectRepository(tx).findAndLock(operation.entityId);
      if (!prospect) return { refusal: await whyMissing(tx, viewer, operation.entityId) };
      // A deleted one stands in no scope any more; whose it was is told by the row.
      const scopes = scopesOfProspect({ ...prospect, deletedAt: null });
      const reach = await dependencies.reachOf(
        tx,
        viewer,
        { collection: 'prospect', id: prospect.id, scopes, notedAt: operation.notedAt },
        now,
      );
      const fault = whyNot(reach, prospect, viewer, operation);
      if (fault) return { refusal: fault };
      return { prospect, isMine: reach === 'mine' };
    },
  };
}

/** Whoever created it for somebody else speaks of it from before the hub had it, and no later. */
function whyNot(
  reach: ProspectReach,
  { creatorUserId, createdAt }: ProspectRow,
  viewer: Viewer,
  { notedAt }: IncomingOperation,
): OperationReason | null {
  if (reach === 'mine' || reach === 'formerly') return null;
  const isCreator = creatorUserId === viewer.userId;
  if (isCreator && reach === 'none' && notedAt <= createdAt) return null;
  if (isCreator || reach === 'left') return refusal('PROSPECT_MOVED', prospectMessages.moved);
  return refusal('PROSPECT_NOT_YOURS', prospectMessages.notYours);
}

/** What depends on a refused creation of his own is refused with its cause; of anything else he learns nothing. */
async function whyMissing(tx: Queryable, viewer: Viewer, id: string): Promise<OperationReason> {
  const creation = await operationRepository(tx).find(id);
  const isRefused = creation?.userId === viewer.userId && creation.status === 'rejected';
  if (!isRefused) return refusal('PROSPECT_NOT_YOURS', prospectMessages.notYours);
  const message = prospectMessages.creationRefused(creation.reasonMessage ?? '');
  return refusal('DEPENDS_ON_REJECTED', message.slice(0, REASON_MAX_LENGTH));
}

const REASON_MAX_LENGTH = 400;

/** A payload that does not have the shape of its code. */
export function payloadFault(error: z.ZodError): OperationReason {
  const [issue] = error.issues;
  // Rules of ours come with a sentence for the user; the rest is zod's, in English, and no rep can act upon it.
  const message = issue?.code === 'custom' ? issue.message : prospectMessages.payloadInvalid;
  const names = (issue?.path ?? []).map(String).filter((name) => !['changes', 'to', 'from'].includes(name));
  return refusal('PAYLOAD_INVALID', message, names.join('.').slice(0, FIELD_MAX_LENGTH) || null);
}

const FIELD_MAX_LENGTH = 60;
