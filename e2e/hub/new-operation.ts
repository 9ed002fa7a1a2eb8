import { randomBytes } from 'node:crypto';
import { type Operation, type OperationCode, operationName } from '@tournee/graphql';

export interface NewOperation {
  code: OperationCode;
  cUser: string;
  payload: unknown;
  /** Client or prospect it is about; by default the prospect that the operation creates. */
  about?: { entityType: 'client' | 'prospect'; entityId: string };
}

/** An operation as a device writes it, not yet sent. */
export function newOperation({ code, cUser, payload, about }: NewOperation, now = new Date()): Operation {
  const id = operationName(code, cUser, now, randomBytes(8));
  return {
    id,
    code,
    cUser,
    ...(about ?? { entityType: 'prospect', entityId: id }),
    createdAt: now.toISOString(),
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
