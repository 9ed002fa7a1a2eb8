import { prospectRepository, type Queryable, visitRepository } from '@tournee/db';
import { checkVisit, parisDay, visitPayload } from '@tournee/graphql';
import { type OperationHandler, refused } from '../../operation-handler.ts';
import type { ModificationDependencies } from './modify-prospect.handler.ts';
import { payloadFault } from './prospect-access.ts';
import { prospectMessages } from './prospect.messages.ts';

export interface ProspectVisitDependencies extends ModificationDependencies {
  /** Parameters that bound a visit. */
  readBounds(tx: Queryable): Promise<Omit<Parameters<typeof checkVisit>[1], 'today' | 'notedOn'>>;
}

/** VP: a visit to a prospect. It took place, so it is kept even when the prospect is gone. */
export function createProspectVisit(dependencies: ProspectVisitDependencies): OperationHandler {
  const { access, publisher } = dependencies;
  return {
    code: 'VP',
    async judge(tx, viewer, operation, now) {
      const parsed = visitPayload.safeParse(operation.payload);
      if (!parsed.success) return refused(payloadFault(parsed.error));
      const located = await access.locate(tx, viewer, operation, now);
      if ('refusal' in located) return refused(located.refusal);
      const reason = checkVisit(parsed.data, {
        today: parisDay(now),
        notedOn: parisDay(operation.notedAt),
        ...(await dependencies.readBounds(tx)),
      });
      if (reason) return refused(reason);
      const { prospect, isMine } = located;
      const { date, heure, commentaire, answers } = parsed.data;
      // What became of it since is not for who follows it no more.
      const noticeOfTheirs = prospect.deletedAt ? prospectMessages.deletedVisit : null;
      return {
        kind: 'accepted',
        notice: isMine ? noticeOfTheirs : prospectMessages.movedVisit,
        async apply() {
          await visitRepository(tx).insert({
            operation: operation.name,
            userId: viewer.userId,
            cUser: viewer.cUser,
            cClient: null,
            prospectId: prospect.id,
            dateVisite: date,
            heureVisite: heure,
            commentaire: commentaire.trim() || null,
            answers: answers && JSON.stringify(answers),
            numRelation: null,
            createdAt: now,
          });
          await prospectRepository(tx).update(prospect.id, { lastMovementAt: now });
          return publisher.documents(tx, prospect.id);
        },
      };
    },
  };
}
