import { type FeedChange, type OperationRow, userScope } from '@tournee/db';
import {
  type FieldConflict,
  type Operation,
  type OperationInput,
  type OperationReason,
  payloadFault,
} from '@tournee/graphql';

/** An operation as devices know it, from the ledger. Keys in the order of the GraphQL type: its feed body is this. */
export function operationDocument(row: OperationRow): Operation {
  return {
    id: row.name,
    code: row.code,
    cUser: row.cUser,
    entityType: row.entityType,
    entityId: row.entityId,
    createdAt: row.createdAt.toISOString(),
    payload: JSON.parse(row.payload) as unknown,
    status: row.status as Operation['status'],
    reason:
      row.reasonCode === null
        ? null
        : { code: row.reasonCode, message: row.reasonMessage ?? '', field: row.reasonField },
    integratedAt: row.integratedAt?.toISOString() ?? null,
    cites: row.cites,
    conflicts: row.conflicts === null ? null : (JSON.parse(row.conflicts) as FieldConflict[]),
    notice: row.notice,
    deleted: false,
  };
}

/** The author's devices learn the state of his operation by the feed too. */
export function operationChange(row: OperationRow): FeedChange {
  const { deleted: _, ...body } = operationDocument(row);
  return { collection: 'operation', id: row.name, scope: userScope(row.userId), body: JSON.stringify(body) };
}

/** What a device sent, refused without a trace in the ledger: there is no name of the author's to keep it under. */
export function refusedEcho(input: OperationInput, reason: OperationReason): Operation {
  return { ...echo(input), status: 'rejected', reason };
}

/** What a device sent, unchanged, but for a payload so deep that it could not be written. */
export function echo(input: OperationInput): Operation {
  const {
    reason = null,
    integratedAt = null,
    cites = null,
    conflicts = null,
    notice = null,
    payload,
    ...rest
  } = input;
  return {
    ...rest,
    payload: payloadFault(payload) === 'PAYLOAD_TOO_DEEP' ? {} : payload,
    integratedAt,
    cites,
    conflicts: conflicts?.map(({ field, mine = null, theirs = null }) => ({ field, mine, theirs })) ?? null,
    notice,
    reason: reason && { code: reason.code, message: reason.message, field: reason.field ?? null },
  };
}
