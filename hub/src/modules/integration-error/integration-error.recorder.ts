import {
  type Database,
  type IntegrationErrorEventRow,
  integrationErrorRepository,
  type IntegrationErrorRow,
  isUniqueViolation,
  type OperationRow,
  type Queryable,
} from '@tournee/db';
import type { Viewer } from '../../context.ts';
import type { Log } from '../../logger.ts';
import type { IncomingOperation } from '../../operation-handler.ts';
import { integrationErrorMessages } from './integration-error.messages.ts';

export const HUB_FAULT = 'HUB_FAULT';

/** Keeps what becomes of operations that are refused or fail. */
export interface IntegrationErrorRecorder {
  /**
   * Notes an answered operation, in the transaction of its ledger row: a refusal opens an error, an integration settles
   * one, also those of the operations it takes the place of. `by` is the administrator who replayed it.
   */
  recorded(tx: Queryable, row: OperationRow, now: Date, by?: string | null): Promise<void>;
  /** Notes that the hub could not answer an operation; in a transaction of its own, for the first one is lost. */
  failed(author: Viewer, operation: IncomingOperation, now: Date, by?: string | null): Promise<void>;
}

type Reason = Pick<IntegrationErrorRow, 'reasonCode' | 'reasonMessage' | 'reasonField'>;
type Operation = Omit<IntegrationErrorRow, keyof Reason | 'state' | 'tries' | 'firstTriedAt' | 'lastTriedAt'>;

interface Trial {
  readonly operation: Operation;
  readonly reason: Reason;
  readonly kind: 'refused' | 'failed' | 'replayFailed';
  readonly now: Date;
  readonly by: string | null;
}

export function createIntegrationErrorRecorder({
  database,
  log,
}: {
  database: Database;
  log: Log;
}): IntegrationErrorRecorder {
  return {
    async recorded(tx, row, now, by = null) {
      if (row.status !== 'rejected') return settle(tx, row, now, by);
      const kind = by === null ? 'refused' : 'replayFailed';
      await open(tx, { operation: operationOf(row), reason: reasonOf(row), kind, now, by });
    },

    async failed(author, incoming, now, by = null) {
      const { name, payload, ...rest } = incoming;
      const { userId, cUser, deviceId } = author;
      const operation = {
        ...rest,
        operation: name,
        payload: JSON.stringify(payload),
        userId,
        cUser,
        deviceId,
      };
      const reason = {
        reasonCode: HUB_FAULT,
        reasonMessage: integrationErrorMessages.hubFault,
        reasonField: null,
      };
      const kind = by === null ? 'failed' : 'replayFailed';
      try {
        await database.transaction((tx) => open(tx, { operation, reason, kind, now, by }));
      } catch (error) {
        // The first fault is what counts, and it is thrown: a database that is gone keeps no errors either.
        if (!isUniqueViolation(error))
          log.error({ err: error, operation: name }, 'an integration error was not kept');
      }
    },
  };
}

/** Notes a try that failed. A device repeats a failed one every few seconds: that is counted, not told each time. */
async function open(tx: Queryable, { operation, reason, kind, now, by }: Trial): Promise<void> {
  const errors = integrationErrorRepository(tx);
  const known = await errors.find(operation.operation);
  const isNewPayload = known !== null && known.payload !== operation.payload;
  if (known === null) {
    await errors.insert({
      ...operation,
      ...reason,
      state: 'open',
      tries: 1,
      firstTriedAt: now,
      lastTriedAt: now,
    });
  } else {
    const { payload } = operation;
    await errors.update(known.operation, {
      ...reason,
      payload,
      state: 'open',
      tries: known.tries + 1,
      lastTriedAt: now,
    });
    if (kind === 'failed' && known.state === 'open' && known.reasonCode === reason.reasonCode) return;
  }
  await errors.addEvent({
    operation: operation.operation,
    at: now,
    kind,
    by,
    code: reason.reasonCode,
    message: reason.reasonMessage,
    payload: isNewPayload ? operation.payload : null,
  });
}

async function settle(tx: Queryable, row: OperationRow, now: Date, by: string | null): Promise<void> {
  const errors = integrationErrorRepository(tx);
  const known = await errors.find(row.name);
  const event = { at: now, kind: 'integrated', by, code: null };
  if (known !== null && (await errors.moveTo(row.name, 'resolved'))) {
    const isNewPayload = known.payload !== row.payload;
    await errors.update(row.name, { payload: row.payload, tries: known.tries + 1, lastTriedAt: now });
    await errors.addEvent({
      ...event,
      operation: row.name,
      message: null,
      payload: isNewPayload ? row.payload : null,
    });
  }
  await settleCited(tx, row, event);
}

/** What it takes the place of is settled with it: the operation it cites, the one that this cited, and so on. */
async function settleCited(
  tx: Queryable,
  { name, userId, cites }: OperationRow,
  event: Pick<IntegrationErrorEventRow, 'at' | 'kind' | 'by' | 'code'>,
): Promise<void> {
  const errors = integrationErrorRepository(tx);
  const message = integrationErrorMessages.replacedBy(name);
  const seen = new Set<string>();
  let next = cites;
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    const cited: IntegrationErrorRow | null = await errors.find(next);
    // Somebody else's error is not this author's to settle.
    if (cited?.userId !== userId) return;
    if (await errors.moveTo(cited.operation, 'resolved'))
      await errors.addEvent({ ...event, operation: cited.operation, message, payload: null });
    next = cited.cites;
  }
}

function operationOf(row: OperationRow): Operation {
  const { name, code, userId, cUser, deviceId, entityType, entityId, payload, createdAt, cites } = row;
  return { operation: name, code, userId, cUser, deviceId, entityType, entityId, payload, createdAt, cites };
}

function reasonOf({ reasonCode, reasonMessage, reasonField }: OperationRow): Reason {
  return { reasonCode: reasonCode ?? 'UNKNOWN', reasonMessage: reasonMessage ?? '', reasonField };
}
