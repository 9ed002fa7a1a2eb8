import type { ClientRelation, Operation } from '../../generated/schema.ts';

/** A relation as winpneu gives it, with what a test cares for. */
export function relation(more: Partial<ClientRelation> = {}): ClientRelation {
  return {
    num: 1,
    origine: 'CRV',
    date: '2026-11-20',
    heure: '10:00',
    cUser: 'GA00',
    auteur: 'Isabelle Garnier',
    objet: 'Visite du 20/11/2026',
    commentaire: 'saisie via le CRM',
    operation: null,
    answers: null,
    ...more,
  };
}

/** A visit noted on this device and not sent yet. */
export function visitOperation(
  more: Partial<Operation> = {},
  payload: Record<string, unknown> = {},
): Operation {
  return {
    id: 'VC_GA00_20261124T101500123_7f3a9c2k',
    code: 'VC',
    cUser: 'GA00',
    entityType: 'client',
    entityId: '000100',
    createdAt: '2026-11-24T10:15:00.123Z',
    payload: { date: '2026-11-24', heure: '11:15', commentaire: 'Tarif remis', answers: null, ...payload },
    status: 'pending',
    reason: null,
    integratedAt: null,
    cites: null,
    conflicts: null,
    notice: null,
    deleted: false,
    ...more,
  };
}
