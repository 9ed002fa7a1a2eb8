import { createHash } from 'node:crypto';
import {
  type Database,
  type IntegrationErrorRow,
  integrationErrorRepository,
  isUniqueViolation,
} from '@tournee/db';
import { isInstantKept, type OperationReason, payloadFault } from '@tournee/graphql';
import type { Viewer } from '../../context.ts';
import type { IncomingOperation } from '../../operation-handler.ts';
import { integrationErrorMessages } from './integration-error.messages.ts';

const PREFIX = 'REFUS_';
/** What is kept of a device in a day. */
const PER_DEVICE_AND_DAY = 100;
const DAY_MS = 86_400_000;

/** Whether an error is one of an operation whose name its sender may not use: it cannot be replayed under it. */
export function isDisowned(operation: string): boolean {
  return operation.startsWith(PREFIX);
}

/**
 * Keeps an operation that may not stand in the ledger, for the administrator. Threat: somebody takes a name that another
 * person will use, or fills the table. So it stands under a name of the hub's, made from sender and content, as the
 * sender's, once however often it is sent, and a hundred a day.
 * @returns the name under which it is kept, or null when it is not, or was already
 */
export async function keepDisowned(
  database: Database,
  sender: Viewer,
  operation: IncomingOperation,
  reason: OperationReason,
  now: Date,
): Promise<string | null> {
  const row = disownedRow(sender, operation, reason, now);
  try {
    return await database.transaction(async (tx) => {
      const errors = integrationErrorRepository(tx);
      if (await errors.find(row.operation)) return null;
      const since = new Date(now.getTime() - DAY_MS);
      if ((await errors.countOfDevice(sender.deviceId, PREFIX, since)) >= PER_DEVICE_AND_DAY) return null;
      await errors.insert(row);
      await errors.addEvent({
        operation: row.operation,
        at: now,
        kind: 'refused',
        by: null,
        code: reason.code,
        message: integrationErrorMessages.sentAs(operation.name.slice(0, 64)),
        payload: null,
      });
      return row.operation;
    });
  } catch (error) {
    // The same request twice at once.
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

function disownedRow(
  { userId, cUser, deviceId }: Viewer,
  { name, code, entityType, entityId, payload, notedAt }: IncomingOperation,
  reason: OperationReason,
  now: Date,
): IntegrationErrorRow {
  const text = JSON.stringify(payload);
  const digest = createHash('sha256').update(JSON.stringify([name, code, entityType, entityId, text]));
  return {
    operation: `${PREFIX}${String(userId)}_${digest.digest('hex').slice(0, 32)}`,
    code: /^[A-Z]{2}$/.test(code) ? code : '??',
    userId,
    cUser,
    deviceId,
    entityType: entityType.slice(0, 12),
    entityId: entityId.slice(0, 64),
    payload: payloadFault(payload) === null ? text : '{}',
    state: 'open',
    reasonCode: reason.code,
    reasonMessage: reason.message,
    reasonField: reason.field ?? null,
    tries: 1,
    createdAt: isInstantKept(notedAt) ? notedAt : now,
    firstTriedAt: now,
    lastTriedAt: now,
    cites: null,
  };
}
