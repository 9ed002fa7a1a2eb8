import { prospectRepository } from '@tournee/db';
import { prospectDeletion, refusal } from '@tournee/graphql';
import { type OperationHandler, refused } from '../../operation-handler.ts';
import { payloadFault } from './prospect-access.ts';
import type { ModificationDependencies } from './modify-prospect.handler.ts';
import { prospectMessages } from './prospect.messages.ts';

/**
 * SP: a prospect is deleted by whoever created it or whom it is attached to. It leaves all devices and stays in the
 * database; visits to it stay with their authors.
 */
export function createProspectDeletion({ access, publisher }: ModificationDependencies): OperationHandler {
  return {
    code: 'SP',
    async judge(tx, viewer, operation, now) {
      const parsed = prospectDeletion.safeParse(operation.payload);
      if (!parsed.success) return refused(payloadFault(parsed.error));
      const located = await access.locate(tx, viewer, operation, now);
      if ('refusal' in located) return refused(located.refusal);
      const { prospect, isMine } = located;
      // What is no longer his may be deleted by who has it now: he noted this before he could know.
      if (!isMine && prospect.creatorUserId !== viewer.userId) {
        return refused(refusal('PROSPECT_MOVED', prospectMessages.notYoursToDelete));
      }
      return {
        kind: 'accepted',
        async apply() {
          if (prospect.deletedAt) return [];
          await prospectRepository(tx).update(prospect.id, {
            deletedAt: now,
            updatedAt: now,
            lastMovementAt: now,
          });
          return publisher.documents(tx, prospect.id);
        },
      };
    },
  };
}
