import {
  and,
  asc,
  count,
  desc,
  eq,
  getColumns,
  gt,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  ne,
  type SQL,
} from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { isUniqueViolation } from '../engines/engine-errors.ts';
import { mail, type MailRow } from '../schema/mail.table.ts';

export type MailStatus = 'queued' | 'sending' | 'sent' | 'failed' | 'uncertain';

/** A mail to be sent. The rest of its row is the sender's business. */
export type NewMail = Pick<
  MailRow,
  | 'cause'
  | 'recipient'
  | 'kind'
  | 'messageId'
  | 'senderName'
  | 'senderAddress'
  | 'recipients'
  | 'subject'
  | 'text'
  | 'html'
  | 'isTrouble'
  | 'createdAt'
> & {
  /** Why it cannot be sent: it is kept as failed from the start. */
  readonly failure?: string;
};

/** How a try ended. */
export type MailOutcome =
  | {
      readonly status: 'sent';
      readonly response: string;
      readonly sentAt: Date;
      /** What is kept of it, where that is less than what was sent. */
      readonly text?: string;
      readonly html?: string;
    }
  | { readonly status: 'queued'; readonly nextTryAt: Date; readonly lastError: string }
  | { readonly status: 'failed' | 'uncertain'; readonly lastError: string };

export interface MailPage {
  readonly statuses?: readonly MailStatus[];
  readonly offset: number;
  readonly limit: number;
}

/** `crm.mail`, the outbox. Who sends from it claims a row first; all that he writes then asks for his claim. */
export interface MailRepository {
  /** False when this cause has a mail to this recipient already. */
  insert(row: NewMail): Promise<boolean>;
  find(id: number): Promise<MailRow | null>;
  /** True when there is a mail to claim: whoever finds none writes nothing. */
  hasDue(now: Date): Promise<boolean>;
  /** Claims the mail that has waited longest. To be called in a transaction, as `claimNextJob` is. */
  claimNext(now: Date, claim: string): Promise<MailRow | null>;
  /** Notes that the end of the message is about to go out. False: the claim is lost, it must not go out. */
  markHandedOver(id: number, claim: string, now: Date): Promise<boolean>;
  /** Writes how a try ended. An answer that comes after the lock expired still counts, unless the mail was queued again. */
  finish(id: number, claim: string, outcome: MailOutcome): Promise<void>;
  /** Mails whose sender died: queued again when nothing can have arrived, else uncertain. Answers how many of each. */
  recover(deadline: Date, now: Date, uncertainError: string): Promise<{ queued: number; uncertain: number }>;
  /** Nothing queued is tried before `until`: the server itself is in trouble. */
  postpone(until: Date): Promise<void>;
  /** An admin's order: sends a refused or uncertain mail once more. False when it is neither, or has no recipient. */
  requeue(id: number, now: Date): Promise<boolean>;
  /** Gives a mail that had no recipient one. False when it has one already. */
  address(id: number, recipient: string, recipients: string): Promise<boolean>;
  /** True when a mail with such a cause was made after `since`. `causePrefix` holds no wildcard. */
  hasCauseSince(causePrefix: string, since: Date): Promise<boolean>;
  /** The newest mails first. */
  page(wanted: MailPage): Promise<{ rows: MailRow[]; total: number }>;
}

export function mailRepository(q: Queryable): MailRepository {
  return {
    insert: (row) => insert(q, row),
    find: (id) => find(q, id),
    hasDue: (now) => hasDue(q, now),
    claimNext: (now, claim) => claimNext(q, now, claim),
    markHandedOver: (id, claim, now) => markHandedOver(q, id, claim, now),
    finish: (id, claim, outcome) => finish(q, id, claim, outcome),
    recover: (deadline, now, uncertainError) => recover(q, deadline, now, uncertainError),
    postpone: (until) => postpone(q, until),
    requeue: (id, now) => requeue(q, id, now),
    address: (id, recipient, recipients) => address(q, id, recipient, recipients),
    hasCauseSince: (causePrefix, since) => hasCauseSince(q, causePrefix, since),
    page: (wanted) => page(q, wanted),
  };
}

const CLAIM_ATTEMPTS = 25;
const CAUSE_WINDOW_MS = 2 * 3_600_000;

async function insert(q: Queryable, { failure, ...row }: NewMail): Promise<boolean> {
  const isSame = and(eq(mail.cause, row.cause), eq(mail.recipient, row.recipient));
  // Looked up first: an error inside a transaction is costly, and a repeated cause is the rule when operations are pushed again.
  const known = await q.select({ id: mail.id }).from(mail).where(isSame);
  if (known.length > 0) return false;
  try {
    const fate =
      failure === undefined
        ? ({ status: 'queued', nextTryAt: row.createdAt } as const)
        : ({ status: 'failed', lastError: failure } as const);
    await q.insert(mail).values({ ...row, ...fate, tries: 0 });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

async function hasDue(q: Queryable, now: Date): Promise<boolean> {
  return (await nextCandidate(q, isDueBy(now))) !== undefined;
}

/** The claim repeats the condition: of several senders that saw the same mail one gets it. */
async function claimNext(tx: Queryable, now: Date, claim: string): Promise<MailRow | null> {
  const isDue = isDueBy(now);
  for (let attempt = 0; attempt < CLAIM_ATTEMPTS; attempt += 1) {
    const candidate = await nextCandidate(tx, isDue);
    if (candidate === undefined) return null;
    const rows = await tx
      .update(mail)
      .set({ status: 'sending', tries: candidate.tries + 1, lockedAt: now, claim, handedOverAt: null })
      .output({ inserted: getColumns(mail) })
      .where(and(eq(mail.id, candidate.id), isDue));
    if (rows[0] !== undefined) return rows[0].inserted;
  }
  return null;
}

function isDueBy(now: Date): SQL | undefined {
  return and(eq(mail.status, 'queued'), lte(mail.nextTryAt, now));
}

async function nextCandidate(
  q: Queryable,
  condition: SQL | undefined,
): Promise<Pick<MailRow, 'id' | 'tries'> | undefined> {
  const [candidate] = await q
    .select({ id: mail.id, tries: mail.tries })
    .top(1)
    .from(mail)
    .where(condition)
    .orderBy(asc(mail.nextTryAt), asc(mail.id));
  return candidate;
}

async function find(q: Queryable, id: number): Promise<MailRow | null> {
  const [row] = await q.select().from(mail).where(eq(mail.id, id));
  return row ?? null;
}

async function markHandedOver(q: Queryable, id: number, claim: string, now: Date): Promise<boolean> {
  const rows = await q
    .update(mail)
    .set({ handedOverAt: now })
    .output({ inserted: { id: mail.id } })
    .where(and(eq(mail.id, id), eq(mail.claim, claim), eq(mail.status, 'sending')));
  return rows.length > 0;
}

async function finish(q: Queryable, id: number, claim: string, outcome: MailOutcome): Promise<void> {
  await q
    .update(mail)
    .set({ nextTryAt: null, lastError: null, ...outcome, lockedAt: null })
    .where(and(eq(mail.id, id), eq(mail.claim, claim)));
}

async function recover(
  q: Queryable,
  deadline: Date,
  now: Date,
  uncertainError: string,
): Promise<{ queued: number; uncertain: number }> {
  const isAbandoned = and(eq(mail.status, 'sending'), lte(mail.lockedAt, deadline));
  const queued = await q
    .update(mail)
    .set({ status: 'queued', nextTryAt: now, lockedAt: null, claim: null })
    .output({ inserted: { id: mail.id } })
    .where(and(isAbandoned, isNull(mail.handedOverAt)));
  const uncertain = await q
    .update(mail)
    .set({ status: 'uncertain', nextTryAt: null, lockedAt: null, lastError: uncertainError })
    .output({ inserted: { id: mail.id } })
    .where(and(isAbandoned, isNotNull(mail.handedOverAt)));
  return { queued: queued.length, uncertain: uncertain.length };
}

async function postpone(q: Queryable, until: Date): Promise<void> {
  await q
    .update(mail)
    .set({ nextTryAt: until })
    .where(and(eq(mail.status, 'queued'), lt(mail.nextTryAt, until)));
}

async function requeue(q: Queryable, id: number, now: Date): Promise<boolean> {
  const rows = await q
    .update(mail)
    .set({ status: 'queued', tries: 0, nextTryAt: now, handedOverAt: null, claim: null })
    .output({ inserted: { id: mail.id } })
    .where(and(eq(mail.id, id), ne(mail.recipient, ''), inArray(mail.status, ['failed', 'uncertain'])));
  return rows.length > 0;
}

async function address(q: Queryable, id: number, recipient: string, recipients: string): Promise<boolean> {
  const rows = await q
    .update(mail)
    .set({ recipient, recipients })
    .output({ inserted: { id: mail.id } })
    .where(and(eq(mail.id, id), eq(mail.recipient, '')));
  return rows.length > 0;
}

async function hasCauseSince(q: Queryable, causePrefix: string, since: Date): Promise<boolean> {
  // One that a clock gone ahead has dated must not silence the others until then.
  const until = new Date(since.getTime() + CAUSE_WINDOW_MS);
  const rows = await q
    .select({ id: mail.id })
    .top(1)
    .from(mail)
    .where(and(like(mail.cause, `${causePrefix}%`), gt(mail.createdAt, since), lt(mail.createdAt, until)));
  return rows.length > 0;
}

async function page(
  q: Queryable,
  { statuses, offset, limit }: MailPage,
): Promise<{ rows: MailRow[]; total: number }> {
  const isWanted: SQL | undefined = statuses === undefined ? undefined : inArray(mail.status, [...statuses]);
  const [counted] = await q.select({ total: count() }).from(mail).where(isWanted);
  const rows = await q.select().from(mail).where(isWanted).orderBy(desc(mail.id)).offset(offset).fetch(limit);
  return { rows, total: counted?.total ?? 0 };
}
