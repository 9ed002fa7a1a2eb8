import type { FieldValue, OperationInput, ProspectCreation } from '@tournee/graphql';
import { visitPayload } from './test-operations.ts';

let counter = 0;

function operation(code: string, cUser: string, entityId: string | null, payload: unknown): OperationInput {
  counter += 1;
  const id = `${code}_${cUser}_20261124T081500123_${counter.toString(36).padStart(8, '0')}`;
  return {
    id,
    code,
    cUser,
    entityType: 'prospect',
    entityId: entityId ?? id,
    createdAt: '2026-11-24T08:15:00.123Z',
    payload,
    status: 'pending',
    reason: null,
    integratedAt: null,
    cites: null,
    conflicts: null,
    notice: null,
    deleted: false,
  };
}

/** CP by `GA00`, attached to him, unless the fields say otherwise. */
export function creation(fields: ProspectCreation = {}, cUser = 'GA00'): OperationInput {
  return operation('CP', cUser, null, { nomClient: 'FERME DU MOULIN', cRep: cUser, ...fields });
}

/** MP: what he saw and what he wants, by field. */
export function modification(
  prospectId: string,
  changes: Readonly<Record<string, readonly [from: FieldValue, to: FieldValue]>>,
  cUser = 'GA00',
): OperationInput {
  const pairs = Object.entries(changes).map(([field, [from, to]]) => [field, { from, to }]);
  return operation('MP', cUser, prospectId, { changes: Object.fromEntries(pairs) as object });
}

export function deletion(prospectId: string, cUser = 'GA00'): OperationInput {
  return operation('SP', cUser, prospectId, {});
}

export function prospectVisit(
  prospectId: string,
  cUser = 'GA00',
  commentaire = 'Vu le patron.',
): OperationInput {
  return operation('VP', cUser, prospectId, visitPayload({ commentaire }));
}
