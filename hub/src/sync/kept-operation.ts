import { type FeedWriter, operationRepository, type OperationRow, type Queryable } from '@tournee/db';
import { type OperationReason, refusal } from '@tournee/graphql';
import type { IncomingOperation } from '../operation-handler.ts';
import { operationChange } from './operation-document.ts';
import { pushMessages } from './push.messages.ts';
import { causesOf } from './unsettled.ts';

/** After so many faults an operation is kept by the hub: its author's queue must not end at it. */
export const TRIES_BEFORE_KEPT = 3;
export const HUB_FAULT = 'HUB_FAULT';
export const WAITS_FOR_FAILED = 'WAITS_FOR_FAILED';

/** What is not done, and not refused either: an administrator sees to it. */
export interface Kept {
  readonly kind: 'failed';
  readonly reason: OperationReason;
}

export function keptAfterFault(): Kept {
  return { kind: 'failed', reason: refusal(HUB_FAULT, pushMessages.kept) };
}

/** An operation that builds upon one that is kept waits beside it: judged now, it would be refused, or done twice. */
export async function keptWithCause(tx: Queryable, operation: IncomingOperation): Promise<Kept | null> {
  const names = causesOf(operation).filter((name) => name !== operation.name);
  const causes = await operationRepository(tx).findMany(names);
  if (!causes.some(({ status }) => status === 'failed')) return null;
  return { kind: 'failed', reason: refusal(WAITS_FOR_FAILED, pushMessages.keptWithCause) };
}

/** An administrator lets it go: its author's devices learn that it is refused, and its author may correct it. */
export async function refuseKept(tx: Queryable, feed: FeedWriter, name: string, now: Date): Promise<void> {
  const ledger = operationRepository(tx);
  const row = await ledger.find(name);
  if (row?.status !== 'failed') return;
  const refused: OperationRow = {
    ...row,
    status: 'rejected',
    reasonCode: 'CLOSED_BY_ADMIN',
    reasonMessage: pushMessages.closedByAdmin,
  };
  if (await ledger.replaceUndone(refused)) await feed.publish([operationChange(refused)], now);
}
