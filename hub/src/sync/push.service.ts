import {
  type Database,
  type FeedWriter,
  isTransient,
  isUniqueViolation,
  operationRepository,
  type OperationRow,
  publishing,
  type Queryable,
} from '@tournee/db';
import {
  type FieldConflict,
  type Operation,
  type OperationInput,
  type OperationReason,
  refusal,
} from '@tournee/graphql';
import type { Clock } from '../clock.ts';
import type { Viewer } from '../context.ts';
import { badInput } from '../errors.ts';
import type { Log } from '../logger.ts';
import {
  type IncomingOperation,
  type OperationHandler,
  refused,
  type Verdict,
} from '../operation-handler.ts';
import { type Kept, keptAfterFault, keptWithCause, TRIES_BEFORE_KEPT } from './kept-operation.ts';
import { checkPayload } from './operation-check.ts';
import { echo, operationChange, operationDocument, refusedEcho } from './operation-document.ts';
import { pushMessages } from './push.messages.ts';
import { type RefusalQuota, refusalQuota } from './refusal-quota.ts';
import { checkReplacement, isReplaced, isUndone, lockChain } from './replacement.ts';
import { readSent, type SentOperation } from './sent-operation.ts';
import { Unsettled } from './unsettled.ts';

/** Most operations a call may carry: each is a transaction of its own. */
export const PUSH_ROWS_MAX = 100;

export interface PushDependencies {
  database: Database;
  clock: Clock;
  log: Log;
  handlers: readonly OperationHandler[];
  /** Called after each commit. */
  onCommit(): void;
  observer?: PushObserver | undefined;
}

/** Whoever keeps what becomes of operations. `by`: the administrator who replayed it. */
export interface PushObserver {
  /** In the transaction of the ledger row. */
  recorded(tx: Queryable, row: OperationRow, now: Date, by?: string | null): Promise<void>;
  /** After a fault of the hub: nothing of the operation is kept. Answers how often it was tried, null when nobody knows. */
  failed(author: Viewer, operation: IncomingOperation, fault: OperationFault): Promise<number | null>;
  /** After a refusal that the ledger does not keep: the name is not its sender's to use. */
  disowned(sender: Viewer, operation: IncomingOperation, reason: OperationReason, now: Date): Promise<void>;
  /** After the commit of an operation that was not done. */
  notDone(row: OperationRow): void;
  /** When more was refused to a device than a day allows, once a day. */
  quotaReached(author: Viewer): void;
}

export interface OperationFault {
  readonly error: unknown;
  readonly now: Date;
  readonly by?: string | null;
}

type Judge = (
  tx: Queryable,
  viewer: Viewer,
  operation: IncomingOperation,
  now: Date,
) => Promise<Verdict | Kept> | Verdict | Kept;

export class PushService {
  readonly #dependencies: PushDependencies;
  readonly #handlers: ReadonlyMap<string, OperationHandler>;
  readonly #quota: RefusalQuota;

  constructor(dependencies: PushDependencies) {
    this.#dependencies = dependencies;
    this.#quota = refusalQuota((author) => dependencies.observer?.quotaReached(author));
    this.#handlers = new Map(dependencies.handlers.map((handler) => [handler.code, handler]));
  }

  /**
   * Integrates operations in the order given, each in a transaction of its own, and answers the hub's document of each.
   * A refusal is a status. A fault of the hub is thrown once the others went through: the device sends all of them
   * again, and those that are done are answered from the ledger. At its third try a faulty one is kept, and answered.
   */
  async push(viewer: Viewer, inputs: readonly OperationInput[]): Promise<Operation[]> {
    if (inputs.length > PUSH_ROWS_MAX) throw badInput(pushMessages.tooManyRows(PUSH_ROWS_MAX), 'rows');
    const { database, clock } = this.#dependencies;
    const sent = await readSent(database.db, viewer, inputs, clock.now());
    const names = sent.filter(({ fault }) => !fault).map(({ input }) => input.id);
    const known = await operationRepository(database.db).findMany(names);
    const rows = new Map(known.map((row) => [row.name, row]));
    const unsettled = new Unsettled();
    const answers: Operation[] = [];
    for (const one of sent) {
      const answer = one.fault
        ? await this.#disown(one, one.fault)
        : await this.#answer(one, rows.get(one.input.id), unsettled);
      if (answer) answers.push(answer);
    }
    // One wait for the disk for all of them; until then the device keeps what it sent.
    await this.#dependencies.database.flush();
    unsettled.throwFirst();
    return answers;
  }

  /** Null when it must be sent again. */
  async #answer(
    sent: SentOperation,
    known: OperationRow | undefined,
    unsettled: Unsettled,
  ): Promise<Operation | null> {
    const { input } = sent;
    if (known) return this.#recordedAnswer(sent, known);
    // Dropped on the device before it ever arrived: there is nothing to do.
    if (input.deleted) return echo(input);
    const fault = checkPayload(input.payload);
    if (fault) return this.#refuseUnkept(sent, fault);
    if (unsettled.mustWait(input)) {
      unsettled.leave(input.id);
      return null;
    }
    try {
      return await this.#record(sent, this.#judge);
    } catch (error) {
      return this.#recover(sent, error, unsettled);
    }
  }

  async #findRecorded(sent: SentOperation): Promise<Operation | null> {
    const row = await operationRepository(this.#dependencies.database.db).find(sent.input.id);
    return row && this.#recordedAnswer(sent, row);
  }

  /** Two persons may share a winpneu code: the ledger knows who wrote it, and does not show it to the other. */
  async #recordedAnswer(sent: SentOperation, row: OperationRow): Promise<Operation> {
    if (row.userId === sent.author.userId) return operationDocument(row);
    return this.#disown(sent, refusal('AUTHOR_MISMATCH', pushMessages.authorMismatch, 'cUser'));
  }

  /** Refuses what may not stand in the ledger under its name; it is kept for the administrator under another. */
  async #disown({ input, author, operation }: SentOperation, reason: OperationReason): Promise<Operation> {
    const { clock, observer } = this.#dependencies;
    if (!input.deleted) await observer?.disowned(author, operation, reason, clock.now());
    return refusedEcho(input, reason);
  }

  readonly #judge: Judge = async (tx, viewer, operation, now) => {
    const handler = this.#handlers.get(operation.code);
    if (!handler) return refused(refusal('CODE_UNKNOWN', pushMessages.codeUnknown, 'code'));
    const kept = await keptWithCause(tx, operation);
    if (kept) return kept;
    const fault = await checkReplacement(tx, viewer, operation);
    if (fault) return refused(fault);
    return handler.judge(tx, viewer, operation, now);
  };

  /** Keeps the trace of an operation whose payload is too much to be kept, and nothing in the ledger or the feed. */
  async #refuseUnkept(
    { input, author, operation }: SentOperation,
    reason: OperationReason,
  ): Promise<Operation> {
    const { clock, database, observer } = this.#dependencies;
    const now = clock.now();
    const row = ledgerRow(author, { ...operation, payload: {} }, refused(reason), now);
    const isNoted = await database.transaction(async (tx) => {
      if (!(await this.#quota.allows(tx, author, row.payload.length, now))) return false;
      await observer?.recorded(tx, row, now);
      return true;
    });
    if (!isNoted) return refusedEcho(input, quotaReached());
    observer?.notDone(row);
    return refusedEcho(input, reason);
  }

  async #record({ input, author, operation }: SentOperation, judge: Judge): Promise<Operation> {
    const now = this.#dependencies.clock.now();
    const row = await publishing(
      this.#dependencies.database,
      async (tx, feed) => {
        const verdict = await judge(tx, author, operation, now);
        const entry = ledgerRow(author, operation, verdict, now);
        const isTooMuch =
          verdict.kind === 'refused' &&
          !(await this.#quota.allows(tx, author, Buffer.byteLength(entry.payload), now));
        if (isTooMuch) return null;
        await operationRepository(tx).insert(entry);
        await this.#dependencies.observer?.recorded(tx, entry, now);
        const changes = verdict.kind === 'accepted' ? await verdict.apply() : [];
        await feed.publish([...changes, operationChange(entry)], now);
        return entry;
      },
      { durability: 'later' },
    );
    if (row === null) return refusedEcho(input, quotaReached());
    this.#dependencies.onCommit();
    if (isUndone(row)) this.#dependencies.observer?.notDone(row);
    return operationDocument(row);
  }

  /**
   * Tries a refused or failed operation once more, for an administrator, in its author's name. It goes through the
   * ledger as a push does: what stands there as integrated is not done again.
   */
  async replay(author: Viewer, operation: IncomingOperation, by: string): Promise<'tried' | 'replaced'> {
    const { database, clock, observer } = this.#dependencies;
    const now = clock.now();
    try {
      const outcome = await publishing(database, (tx, feed) =>
        this.#replay(tx, feed, author, operation, { now, by }),
      );
      if (outcome === 'tried') this.#dependencies.onCommit();
      await this.#replayWaiting(author, operation.name, by);
      return outcome;
    } catch (error) {
      this.#dependencies.log.error({ err: error, operation: operation.name }, 'a replay failed');
      await observer?.failed(author, operation, { error, now, by });
      return 'tried';
    }
  }

  /** What was kept because it builds upon this operation follows it, unless this one is kept still. */
  async #replayWaiting(author: Viewer, name: string, by: string): Promise<void> {
    const ledger = operationRepository(this.#dependencies.database.db);
    if ((await ledger.find(name))?.status === 'failed') return;
    for (const { payload, ...row } of await ledger.waitingFor(name, author.userId)) {
      const operation = { ...row, notedAt: row.createdAt, payload: JSON.parse(payload) as unknown };
      await this.replay({ ...author, cUser: row.cUser }, operation, by);
    }
  }

  async #replay(
    tx: Queryable,
    feed: FeedWriter,
    author: Viewer,
    operation: IncomingOperation,
    { now, by }: { now: Date; by: string },
  ): Promise<'tried' | 'replaced'> {
    const ledger = operationRepository(tx);
    const [known] = await lockChain(tx, author.userId, operation.name);
    if (await isReplaced(tx, { name: operation.name, userId: author.userId })) return 'replaced';
    if (known && !isUndone(known)) {
      await this.#dependencies.observer?.recorded(tx, known, now, by);
      return 'tried';
    }
    const incoming = { ...operation, cites: known?.cites ?? operation.cites };
    const verdict = await this.#judge(tx, author, incoming, now);
    const entry = ledgerRow(author, incoming, verdict, now);
    if (!known) await ledger.insert(entry);
    else if (!(await ledger.replaceUndone({ ...entry, receivedAt: known.receivedAt }))) return 'tried';
    await this.#dependencies.observer?.recorded(tx, entry, now, by);
    const changes = verdict.kind === 'accepted' ? await verdict.apply() : [];
    await feed.publish([...changes, operationChange(entry)], now);
    return 'tried';
  }

  async #recover(sent: SentOperation, error: unknown, unsettled: Unsettled): Promise<Operation | null> {
    if (isUniqueViolation(error)) {
      // The same name, at the same instant, by another request: its answer is the answer.
      const winner = await this.#findRecorded(sent);
      if (winner) return winner;
    }
    const { observer, clock, log } = this.#dependencies;
    const { input, author, operation } = sent;
    const tries = await observer?.failed(author, operation, { error, now: clock.now() });
    const isPassing = isTransient(error);
    if (isPassing || (tries ?? 0) < TRIES_BEFORE_KEPT) {
      const isFirst = unsettled.meet(input.id, error, isPassing);
      if (!isFirst) log.error({ err: error, operation: input.id }, 'an operation met a fault');
      return null;
    }
    log.error({ err: error, operation: input.id }, 'an operation is kept for an administrator');
    return this.#record(sent, keptAfterFault);
  }
}

const quotaReached = (): OperationReason => refusal('QUOTA_REACHED', pushMessages.quotaReached);

function ledgerRow(
  viewer: Viewer,
  { notedAt: _notedAt, ...operation }: IncomingOperation,
  verdict: Verdict | Kept,
  now: Date,
): OperationRow {
  const { reason, ...outcome } = outcomeOf(verdict, now);
  return {
    ...operation,
    userId: viewer.userId,
    cUser: viewer.cUser,
    deviceId: viewer.deviceId,
    payload: JSON.stringify(operation.payload),
    reasonCode: reason?.code ?? null,
    reasonMessage: reason?.message ?? null,
    reasonField: reason?.field ?? null,
    receivedAt: now,
    ...outcome,
  };
}

type Outcome = Pick<OperationRow, 'status' | 'integratedAt' | 'conflicts' | 'notice'> & {
  reason: OperationReason | null;
};

function outcomeOf(verdict: Verdict | Kept, now: Date): Outcome {
  if (verdict.kind !== 'accepted') {
    const status = verdict.kind === 'failed' ? 'failed' : 'rejected';
    return { status, reason: verdict.reason, integratedAt: null, conflicts: null, notice: null };
  }
  const { conflicts = [], notice = null } = verdict;
  const done = { integratedAt: now, notice };
  if (conflicts.length === 0) return { ...done, status: 'integrated', reason: null, conflicts: null };
  return {
    ...done,
    status: 'conflict',
    reason: conflictReason(conflicts),
    conflicts: JSON.stringify(conflicts),
  };
}

/** What conflicts, in a word; the values stand in `conflicts`. */
function conflictReason(conflicts: readonly FieldConflict[]): OperationReason {
  const [first] = conflicts;
  return refusal(
    'FIELDS_CHANGED',
    pushMessages.fieldsChanged,
    conflicts.length === 1 ? (first?.field ?? null) : null,
  );
}
