import { type Operation, type OperationCode, operationName } from '@tournee/graphql';

export interface OperationSubject {
  code: OperationCode;
  entityType: 'client' | 'prospect';
  /** `c_client`, or the prospect's id. */
  entityId: string;
}

export interface OperationAuthor {
  cUser: string;
  now: Date;
}

/**
 * An operation as it begins: named, dated, waiting to be sent.
 * @param cites the operation whose place it takes, if there is one
 */
export function newOperation(
  { code, entityType, entityId }: OperationSubject,
  payload: unknown,
  { cUser, now }: OperationAuthor,
  cites: string | null = null,
): Operation {
  return {
    id: operationName(code, cUser, now, crypto.getRandomValues(new Uint8Array(8))),
    code,
    cUser,
    entityType,
    entityId,
    createdAt: now.toISOString(),
    payload,
    status: 'pending',
    reason: null,
    integratedAt: null,
    cites,
    conflicts: null,
    notice: null,
    deleted: false,
  };
}
