import { randomBytes } from 'node:crypto';
import { type Operation, operationName, parisDay, parisHour } from '@tournee/graphql';

/** A visit of today as a device writes it, not yet sent. */
export function newVisit(cUser: string, cClient: string, commentaire: string, now = new Date()): Operation {
  return {
    id: operationName('VC', cUser, now, randomBytes(8)),
    code: 'VC',
    cUser,
    entityType: 'client',
    entityId: cClient,
    createdAt: now.toISOString(),
    payload: { date: parisDay(now), heure: parisHour(now), commentaire, answers: null },
    status: 'pending',
    reason: null,
    integratedAt: null,
    cites: null,
    conflicts: null,
    notice: null,
    deleted: false,
  };
}
