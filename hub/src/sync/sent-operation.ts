import type { Queryable } from '@tournee/db';
import type { OperationInput, OperationReason } from '@tournee/graphql';
import type { Viewer } from '../context.ts';
import type { IncomingOperation } from '../operation-handler.ts';
import { codesOfDay } from './authorship.ts';
import { notingTimes } from './noted-at.ts';
import { checkIdentity } from './operation-check.ts';

/** An operation as it came in, and what the hub knows of its author and time. */
export interface SentOperation {
  readonly input: OperationInput;
  readonly operation: IncomingOperation;
  /** Whose session it is, with the code of the day on which it was noted. */
  readonly author: Viewer;
  /** Why it may not stand in the ledger; null when it may. */
  readonly fault: OperationReason | null;
}

export async function readSent(
  q: Queryable,
  viewer: Viewer,
  inputs: readonly OperationInput[],
  now: Date,
): Promise<SentOperation[]> {
  const named = inputs.map(({ cUser }) => cUser);
  const codeOfDay = await codesOfDay(q, viewer, named);
  const notedAt = await notingTimes(q, viewer, now);
  return inputs.map((input) => {
    const operation = toIncoming(input, notedAt);
    const cUser = codeOfDay(input.cUser, operation.notedAt);
    const author = { ...viewer, cUser: cUser ?? viewer.cUser };
    return { input, operation, author, fault: checkIdentity(input, cUser) };
  });
}

function toIncoming(input: OperationInput, notedAt: (createdAt: Date) => Date): IncomingOperation {
  const { id, code, entityType, entityId, payload, cites = null } = input;
  const createdAt = new Date(input.createdAt);
  return { name: id, code, entityType, entityId, createdAt, notedAt: notedAt(createdAt), payload, cites };
}
