import {
  type Database,
  databaseWords,
  type IntegrationErrorEventRow,
  integrationErrorRepository,
  type IntegrationErrorRow,
  isTransient,
  isUniqueViolation,
  type OperationRow,
  publishing,
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
   * Notes an answered operation, in the transaction of its ledger row: a refusal opens an error, and so does one that is
   * kept; an integration settles one, also those of the operations it takes the place of. `by` is the administrator who
   * replayed it.
   */
  recorded(tx: Queryable, row: OperationRow, now: Date, by?: string | null): Promise<void>;
  /**
   * Notes that the hub could not answer an operation; in a transaction of its own, for the first one is lost. Answers how
   * often it was tried, faults of the database itself not counted; null when that could not be kept.
   */
  failed(author: Viewer, operation: IncomingOperation, fault: Fault): Promise<number | null>;
}

export interface Fault {
  readonly error: unknown;
  readonly now: Date;
  readonly by?: string | null;
}

type Reason = Pick<IntegrationErrorRow, 'reasonCode' | 'reasonMessage' | 'reasonField'>;
type Operation = Omit<IntegrationErrorRow, keyof Reason | 'state' | 'tries' | 'firstTriedAt' | 'lastTriedAt'>;

interface Trial {
  readonly operation: Operation;
  readonly reason: Reason;
  readonly kind: 'refused' | 'failed' | 'replayFailed';
  readonly now: Date;
  readonly by: string | null;
  /** False where it is the same try, or none of its own fault. */
  readonly isCounted: boolean;
  /** What the server said, for administrators; the reason's sentence where it said nothing. */
  readonly words: string | null;
}

const WORDS_LENGTH = 1000;

export function createIntegrationErrorRecorder({
  database,
  log,
}: {
  database: Database;
  log: Log;
}): IntegrationErrorRecorder {
  return {
    async recorded(tx, row, now, by = null) {
      if (row.status !== 'rejected' && row.status !== 'failed') return settle(tx, row, now, by);
      const first = row.status === 'failed' ? 'failed' : 'refused';
      const kind = by === null ? first : 'replayFailed';
      const isCounted = row.reasonCode !== HUB_FAULT;
      const trial = { operation: operationOf(row), reason: reasonOf(row), kind, now, by } as const;
      await open(tx, { ...trial, isCounted, words: null });
    },

    async failed(author, incoming, { error: fault, now, by = null }) {
      const { name, payload, notedAt: _notedAt, ...rest } = incoming;
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
        const words = databaseWords(fault)?.slice(0, WORDS_LENGTH) ?? null;
        const trial = { operation, reason, kind, now, by, isCounted: !isTransient(fault), words } as const;
        // Two faults of one operation at one instant are two tries: counted one after the other.
        return await publishing(database, (tx) => open(tx, trial));
      } catch (error) {
        // The first fault is what counts, and it is thrown: a database that is gone keeps no errors either.
        if (!isUniqueViolation(error))
          log.error({ err: error, operation: name }, 'an integration error was not kept');
        return null;
      }
    },
  };
}

/** Notes a try that failed. A device repeats a failed one every few seconds: that is counted, not told each time. */
async function open(tx: Queryable, trial: Trial): Promise<number> {
  const { operation, reason, kind, now, by, words } = trial;
  const errors = integrationErrorRepository(tx);
  const known = await errors.find(operation.operation);
  const isNewPayload = known !== null && known.payload !== operation.payload;
  const tries = (known?.tries ?? 0) + (trial.isCounted ? 1 : 0);
  if (known === null) {
    await errors.insert({
      ...operation,
      ...reason,
      state: 'open',
      tries,
      firstTriedAt: now,
      lastTriedAt: now,
    });
  } else {
    const { payload } = operation;
    await errors.update(known.operation, {
      ...reason,
      payload,
      state: 'open',
      tries,
      lastTriedAt: now,
    });
    if (kind === 'failed' && known.state === 'open' && known.reasonCode === reason.reasonCode) return tries;
  }
  await errors.addEvent({
    operation: operation.operation,
    at: now,
    kind,
    by,
    code: reason.reasonCode,
    message: words ?? reason.reasonMessage,
    payload: isNewPayload ? operation.payload : null,
  });
  return tries;
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
