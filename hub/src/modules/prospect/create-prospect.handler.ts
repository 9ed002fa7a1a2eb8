import { prospectRepository, readRepHolders } from '@tournee/db';
import { cardOf, checkProspectCreation, prospectCreation, refusal } from '@tournee/graphql';
import { type OperationHandler, refused } from '../../operation-handler.ts';
import { payloadFault } from './prospect-access.ts';
import { scopesOfProspect } from './prospect-document.ts';
import { columnsOf } from './prospect-fields.ts';
import { prospectMessages } from './prospect.messages.ts';
import { ownerOf } from './prospect-owner.ts';
import type { ProspectPublisher } from './prospect-publisher.ts';
import { samePhoneNotice } from './same-phone.ts';

/** CP: a new prospect. The operation's name becomes its id, so that what follows can speak of it before it is sent. */
export function createProspectCreation({ publisher }: { publisher: ProspectPublisher }): OperationHandler {
  return {
    code: 'CP',
    async judge(tx, viewer, operation, now) {
      const id = operation.name;
      if (operation.entityType !== 'prospect' || operation.entityId !== id) {
        return refused(refusal('ENTITY_INVALID', prospectMessages.entityInvalid, 'entityId'));
      }
      const parsed = prospectCreation.safeParse(operation.payload);
      if (!parsed.success) return refused(payloadFault(parsed.error));
      const reason = checkProspectCreation(parsed.data);
      if (reason) return refused(reason);
      const card = cardOf(parsed.data);
      const row = {
        ...card,
        tel1Key: null,
        tel2Key: null,
        ...columnsOf(card),
        id,
        nomClient: card.nomClient,
        creatorUserId: viewer.userId,
        cUser: viewer.cUser,
        ownerUserId: ownerOf(card.cRep, viewer.userId, await readRepHolders(tx)),
        createdAt: now,
        updatedAt: now,
        lastMovementAt: now,
        deletedAt: null,
      };
      const isHis = scopesOfProspect(row).some((scope) => viewer.scopes.includes(scope));
      return {
        kind: 'accepted',
        notice: isHis
          ? await samePhoneNotice(tx, viewer, { ...card, id })
          : prospectMessages.attachedElsewhere,
        async apply() {
          await prospectRepository(tx).insert(row);
          return publisher.documents(tx, id);
        },
      };
    },
  };
}
