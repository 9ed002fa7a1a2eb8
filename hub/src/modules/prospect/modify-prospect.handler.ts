import { prospectRepository, type ProspectRow, type Queryable, readRepHolders } from '@tournee/db';
import {
  type CardFieldName,
  cardOf,
  checkProspectChange,
  type FieldValue,
  mergeChanges,
  type OperationReason,
  type ProspectCard,
  type ProspectChange,
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
      if (isMine && prospect.deletedAt) return refused(refusal('PROSPECT_DELETED', prospectMessages.deleted));
      const mayAttach = viewer.role === 'admin' || (isMine && prospect.ownerUserId === viewer.userId);
      const changes = mayAttach ? parsed.data.changes : withoutAttachment(parsed.data.changes);
      const asked = Object.keys(parsed.data.changes).length;
      const kept = Object.keys(changes).length;
      if (kept === 0 && asked > 0) {
        return refused(refusal('ATTACHMENT_NOT_YOURS', prospectMessages.attachmentNotYours, 'cRep'));
      }
      const current = cardOf(prospect);
      const { applied, conflicts } = mergeChanges(current, changes);
      const reason = faultOf(current, isMine ? applied : wantedBy(changes));
      if (reason) return refused(reason);
      const attachmentLeft = kept < asked ? prospectMessages.attachmentLeft : null;
      return {
        kind: 'accepted',
        // What somebody else's prospect holds now is not theirs to read, nor to settle.
        conflicts: isMine ? conflicts : [],
        notice: isMine ? attachmentLeft : prospectMessages.movedChange,
        async apply() {
          await writeChange(tx, prospect, applied, now);
          return publisher.documents(tx, prospect.id);
        },
      };
    },
  };
}

type Changes = ProspectChange['changes'];
type Values = Partial<Record<CardFieldName, FieldValue>>;

/** Whom a prospect is attached to is said by whose it is, and by administrators. */
function withoutAttachment({ cRep: _cRep, cAgence: _cAgence, ...others }: Changes): Changes {
  return others;
}

/**
 * All that a former owner asks for, whether or not it is still applied: a refusal that depends on what the field holds now
 * would tell it.
 */
function wantedBy(changes: Changes): Values {
  return Object.fromEntries(Object.entries(changes).map(([field, change]) => [field, change.to]));
}

function faultOf(current: ProspectCard, values: Values): OperationReason | null {
  return checkProspectChange(
    { ...current, ...values } as ProspectCard,
    Object.keys(values) as CardFieldName[],
  );
}

async function writeChange(tx: Queryable, prospect: ProspectRow, applied: Values, now: Date): Promise<void> {
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
