import type * as z from 'zod';
import type { ClientRelation, FleetCount, Operation, OperationReason } from '../generated/schema.ts';
import { fleetPayload } from './fleet.ts';
import { followUpPayload } from './follow-up.ts';
import { byCreation, type OperationCode } from './operation.ts';
import { visitObject, visitPayload } from './visit.ts';

/**
 * What the user sees: the pulled document with his own operations laid over it. Pure, so that device and tests agree.
 */
export interface HistoryEntry extends Omit<ClientRelation, 'num'> {
  /** Null as long as winpneu has no row for it. */
  num: number | null;
  /** State of the operation behind the entry, or null for a row that came from winpneu. */
  state: Operation['status'] | null;
  /** Why the hub refused it, or what conflicts; null otherwise. */
  reason: OperationReason | null;
}

/** What the order of a history goes by. */
type Ordered = Pick<HistoryEntry, 'date' | 'heure' | 'num' | 'operation'>;

/**
 * Relations of a client, newest first, with the visits of this device that the pulled history does not hold yet.
 * An operation that the history already holds is not shown twice.
 */
export function overlayHistory(
  relations: readonly ClientRelation[],
  operations: readonly Operation[],
): HistoryEntry[] {
  const known = new Set(relations.map((relation) => relation.operation));
  const pulled = relations.map((relation): HistoryEntry => ({ ...relation, state: null, reason: null }));
  const own = operations
    .filter((operation) => operation.code === 'VC' && !known.has(operation.id))
    .flatMap((operation) => visitEntry(operation) ?? []);
  return own.length === 0 ? pulled : [...own, ...pulled].sort(newestFirst);
}

/** Day of the last visit, counting the visits of this device that were not refused; `yyyy-mm-dd` or null. */
export function overlayLastVisit(lastVisit: string | null, operations: readonly Operation[]): string | null {
  return operations.reduce<string | null>((latest, operation) => {
    if (operation.code !== 'VC' || operation.status === 'rejected') return latest;
    const date = visitEntry(operation)?.date ?? null;
    return date !== null && (latest === null || date > latest) ? date : latest;
  }, lastVisit);
}

/**
 * « Date de revoir » with what this device said of it last, `yyyy-mm-dd` or null. What is integrated counts until the
 * client's document has come with it: later somebody else's word may stand there.
 * @param pulledAt the hub's time at which clients were last pulled to the end; null when they never were
 */
export function overlayFollowUp(
  followUp: string | null,
  operations: readonly Operation[],
  pulledAt: string | null,
): string | null {
  const said = lastSaid('DR', followUpPayload, operations, pulledAt);
  return said === null ? followUp : said.date;
}

/** « Type de parc » with what this device said of it last. See `overlayFollowUp`. */
export function overlayFleet(
  fleet: readonly FleetCount[] | null,
  operations: readonly Operation[],
  pulledAt: string | null,
): readonly FleetCount[] | null {
  return lastSaid('PA', fleetPayload, operations, pulledAt)?.counts ?? fleet;
}

/** The newest payload of a code that is not in the pulled documents yet. */
function lastSaid<Payload>(
  code: OperationCode,
  schema: z.ZodType<Payload>,
  operations: readonly Operation[],
  pulledAt: string | null,
): Payload | null {
  const said = operations
    .filter((operation) => operation.code === code && isOnItsWay(operation, pulledAt))
    .sort(byCreation)
    .flatMap(({ payload }): Payload[] => {
      const parsed = schema.safeParse(payload);
      return parsed.success ? [parsed.data] : [];
    });
  return said.at(-1) ?? null;
}

/** Not integrated, or integrated after the documents were last pulled. */
function isOnItsWay({ status, integratedAt }: Operation, pulledAt: string | null): boolean {
  if (status === 'pending') return true;
  return status === 'integrated' && pulledAt !== null && (integratedAt ?? '') > pulledAt;
}

function visitEntry(operation: Operation): HistoryEntry | null {
  const parsed = visitPayload.safeParse(operation.payload);
  if (!parsed.success) return null;
  const { date, heure, commentaire, answers } = parsed.data;
  return {
    num: null,
    origine: 'CRV',
    date,
    heure,
    cUser: operation.cUser,
    auteur: null,
    objet: visitObject(date),
    commentaire,
    operation: operation.id,
    answers,
    state: operation.status,
    // Devices strip nulls: the field may be absent there.
    reason: operation.reason ?? null,
  };
}

/**
 * The hub's own order: day, hour as text, number. What has no number yet comes first, and of two such the later one:
 * their names hold the instant at which they were noted.
 */
export function newestFirst(a: Ordered, b: Ordered): number {
  const [first, second] = [sortKey(a), sortKey(b)];
  if (first !== second) return first < second ? 1 : -1;
  if (a.num !== null && b.num !== null) return b.num - a.num;
  if (a.num !== null || b.num !== null) return a.num === null ? -1 : 1;
  return (a.operation ?? '') < (b.operation ?? '') ? 1 : -1;
}

function sortKey(entry: Ordered): string {
  return `${entry.date ?? ''} ${entry.heure ?? ''}`;
}
