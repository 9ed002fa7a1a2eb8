import {
  isEntityId,
  isInstantKept,
  type OperationInput,
  type OperationReason,
  parseOperationName,
  type PayloadFault,
  payloadFault,
  refusal,
} from '@tournee/graphql';
import { pushMessages } from './push.messages.ts';

const ENTITY_TYPES = ['client', 'prospect'];

/**
 * Checks what must be right before an operation may stand in the ledger: a name of its author's, and a shape that fits.
 * What fails here is refused without a trace: a name in the ledger is answered for ever, so nobody may put one there
 * for somebody else.
 * @returns null when it is in order
 */
export function checkIdentity(input: OperationInput, cUser: string | null): OperationReason | null {
  const parts = parseOperationName(input.id);
  if (parts?.code !== input.code) return refusal('NAME_INVALID', pushMessages.nameInvalid, 'id');
  if (parts.cUser !== input.cUser || cUser === null) {
    return refusal('AUTHOR_MISMATCH', pushMessages.authorMismatch, 'cUser');
  }
  if (!ENTITY_TYPES.includes(input.entityType) || !isEntityId(input.entityId)) {
    return refusal('ENTITY_INVALID', pushMessages.entityInvalid, 'entityId');
  }
  if (!isInstantKept(new Date(input.createdAt))) {
    return refusal('CREATED_AT_INVALID', pushMessages.createdAtInvalid, 'createdAt');
  }
  if (input.cites != null && !parseOperationName(input.cites)) {
    return refusal('NAME_INVALID', pushMessages.nameInvalid, 'cites');
  }
  return null;
}

const PAYLOAD_MESSAGES: Readonly<Record<PayloadFault, string>> = {
  PAYLOAD_TOO_DEEP: pushMessages.payloadTooDeep,
  PAYLOAD_TOO_WIDE: pushMessages.payloadTooWide,
  PAYLOAD_TOO_LARGE: pushMessages.payloadTooLarge,
};

/** Checks that a payload is small enough to be stored. What fails here leaves a trace, without its payload. */
export function checkPayload(payload: unknown): OperationReason | null {
  const fault = payloadFault(payload);
  return fault && refusal(fault, PAYLOAD_MESSAGES[fault], 'payload');
}
