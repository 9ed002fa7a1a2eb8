import { type Operation, parisDay, parisHour } from '@tournee/graphql';
import { newOperation } from './new-operation.ts';

/** A visit of today as a device writes it, not yet sent. */
export function newVisit(cUser: string, cClient: string, commentaire: string, now = new Date()): Operation {
  const payload = { date: parisDay(now), heure: parisHour(now), commentaire, answers: null };
  const about = { entityType: 'client', entityId: cClient } as const;
  return newOperation({ code: 'VC', cUser, payload, about }, now);
}
