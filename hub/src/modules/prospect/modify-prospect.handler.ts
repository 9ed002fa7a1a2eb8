import { prospectRepository, type ProspectRow, type Queryable, readRepHolders } from '@tournee/db';
import {
  type CardFieldName,
  cardOf,
  checkProspectChange,
  type FieldValue,
  mergeChanges,
  prospectChange,
  refusal,
} from '@tournee/graphql';
import { type OperationHandler, refused } from '../../operation-handler.ts';
import { payloadFault, type ProspectAccess } from './prospect-access.ts';
import { columnsOf } from './prospect-fields.ts';
import { prospectMessages } from './prospect.messages.ts';
import { ownerOf } from './prospect-owner.ts';
import type { ProspectPublisher } from './prospect-publisher.ts';

export interface ModificationDependencies {
  access: ProspectAccess;
  publisher: ProspectPublisher;
}

/** MP: fields of a prospect, merged one by one with what became of them since. */
export function createProspectModification({
  access,
  publisher,
}: ModificationDependencies): OperationHandler {
  return {
    code: 'MP',
    async judge(tx, viewer, operation, now) {
      const parsed = prospectChange.safeParse(operation.payload);
      if (!parsed.success) return refused(payloadFault(parsed.error));
      const located = await access.locate(tx, viewer, operation, now);
      if ('refusal' in located) return refused(located.refusal);
      const { prospect, isMine } = located;
      if (prospect.deletedAt) return refused(refusal('PROSPECT_DELETED', prospectMessages.deleted));
      const current = cardOf(prospect);
      const { applied, conflicts } = mergeChanges(current, parsed.data.changes);
      const fields = Object.keys(applied) as CardFieldName[];
      const reason = checkProspectChange({ ...current, ...applied } as typeof current, fields);
      if (reason) return refused(reason);
      return {
        kind: 'accepted',
        // What somebody else's prospect holds now is not his to read, nor to settle.
        conflicts: isMine ? conflicts : [],
        notice: isMine ? null : prospectMessages.movedChange,
        async apply() {
          await writeChange(tx, prospect, applied, now);
          return publisher.documents(tx, prospect.id);
        },
      };
    },
  };
}

async function writeChange(
  tx: Queryable,
  prospect: ProspectRow,
  applied: Partial<Record<CardFieldName, FieldValue>>,
  now: Date,
): Promise<void> {
  const isChanged = Object.keys(applied).length > 0;
  await prospectRepository(tx).update(prospect.id, {
    ...columnsOf(applied),
    ...('cRep' in applied
      ? { ownerUserId: await newOwner(tx, prospect, applied.cRep as string | null) }
      : {}),
    ...(isChanged ? { updatedAt: now } : {}),
    lastMovementAt: now,
  });
}

async function newOwner(tx: Queryable, { ownerUserId }: ProspectRow, cRep: string | null): Promise<number> {
  return ownerOf(cRep, ownerUserId, await readRepHolders(tx));
}
