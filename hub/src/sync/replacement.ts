import { operationRepository, type OperationRow, type Queryable } from '@tournee/db';
import { type OperationReason, refusal } from '@tournee/graphql';
import type { Viewer } from '../context.ts';
import type { IncomingOperation } from '../operation-handler.ts';
import { pushMessages } from './push.messages.ts';

// A refused operation, its corrections, theirs, and so on, are one intent: of all of them, one is done. A conflict ends
// the intent: it was done in part, and may be settled as often as somebody likes, for that is merged like any other change.

/**
 * Whether an operation may take the place of the one it cites. The same intent must not be done twice because two
 * devices corrected it, or because an administrator was quicker.
 * @returns null when it may, or cites nothing that the ledger knows of its author
 */
export async function checkReplacement(
  tx: Queryable,
  { userId }: Pick<Viewer, 'userId'>,
  { cites }: Pick<IncomingOperation, 'cites'>,
): Promise<OperationReason | null> {
  if (cites === null) return null;
  const chain = await lockChain(tx, userId, cites);
  const conflict = chain.findIndex(({ status }) => status === 'conflict');
  const intent = conflict === -1 ? chain : chain.slice(0, conflict);
  if (intent.some(({ status }) => status === 'integrated')) {
    return refusal('CITED_DONE', pushMessages.citedIsDone);
  }
  const first = intent.at(-1);
  if (first === undefined || !(await isReplaced(tx, first))) return null;
  return refusal('CITED_REPLACED', pushMessages.citedIsReplaced);
}

/** Whether an operation that was done has taken the place of this one, or of one that had taken its place. */
export async function isReplaced(
  tx: Queryable,
  { name, userId }: Pick<OperationRow, 'name' | 'userId'>,
): Promise<boolean> {
  const seen = new Set([name]);
  let level = [name];
  while (level.length > 0) {
    const links = await operationRepository(tx).citing(level, userId);
    if (links.some((link) => !isUndone(link))) return true;
    level = links.map((link) => link.name).filter((one) => !seen.has(one));
    for (const one of level) seen.add(one);
  }
  return false;
}

/**
 * An operation, what it cites, what that cites, and so on, as far as the ledger knows them of this author. Locked to the
 * end of the transaction by the last of them: whoever corrects or replays one of them meanwhile waits for us.
 */
export async function lockChain(tx: Queryable, userId: number, name: string): Promise<OperationRow[]> {
  const ledger = operationRepository(tx);
  const names = (await readChain(tx, userId, name)).map((row) => row.name);
  const first = names.at(-1);
  if (first === undefined) return [];
  await ledger.findAndLock(first);
  // Read again: who cites whom never changes, but what became of it may have, until we had the lock.
  return readChain(tx, userId, name);
}

/** Refused, or kept after a fault: of these nothing was done, and the intent may still be done by another one. */
export function isUndone({ status }: Pick<OperationRow, 'status'>): boolean {
  return status === 'rejected' || status === 'failed';
}

async function readChain(tx: Queryable, userId: number, name: string): Promise<OperationRow[]> {
  const chain: OperationRow[] = [];
  const seen = new Set<string>();
  let next: string | null = name;
  // A name can be cited before it is used: a device that lies could close a circle.
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    const row: OperationRow | null = await operationRepository(tx).find(next);
    if (row?.userId !== userId) break;
    chain.push(row);
    next = row.cites;
  }
  return chain;
}
