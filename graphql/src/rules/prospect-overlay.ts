import type { FieldConflict, Operation, OperationStatus, Prospect, Visit } from '../generated/schema.ts';
import { cardOf, type CardFieldName, type FieldValue, normaliseValue } from './card-fields.ts';
import { byCreation, isUnderWay, supersededNames } from './operation.ts';
import { prospectChange, prospectCreation } from './prospect.ts';
import { visitPayload } from './visit.ts';

/** A prospect as its user sees it: the pulled document with his own operations laid over it. */
export interface ProspectView extends Prospect {
  /** True while something he did is not integrated yet: the customer's indicator. */
  isPending: boolean;
  /** He asked for its deletion, which is not integrated yet. */
  isDeletionPending: boolean;
  /** Conflicts that he has not settled yet, with the operation that met them. */
  conflicts: readonly (FieldConflict & { operation: string })[];
}

/**
 * Prospects with the operations of this device laid over them. A prospect that was created here and not pulled yet
 * stands among them. What the hub refused is not laid over: it waits in « Envois » to be corrected.
 * @param pulledAt see `overlayProspect`
 */
export function overlayProspects(
  pulled: readonly Prospect[],
  operations: readonly Operation[],
  pulledAt: string | null = null,
): ProspectView[] {
  const own = groupByProspect(operations);
  const known = new Set(pulled.map(({ id }) => id));
  const created = [...own].flatMap(([id, some]) =>
    known.has(id) ? [] : (overlayProspect(null, some, pulledAt) ?? []),
  );
  return [...pulled.map((prospect) => viewOf(prospect, own.get(prospect.id) ?? [])), ...created];
}

/**
 * One prospect with the operations about it, in any order; null when there is none: it is neither pulled nor created
 * here, or its creation was refused.
 * @param pulledAt the hub's time at which prospects were last pulled to the end. A creation that was integrated before
 *   and did not come is somebody else's by now, or deleted; without it, any that is integrated is taken for that.
 */
export function overlayProspect(
  pulled: Prospect | null,
  operations: readonly Operation[],
  pulledAt: string | null = null,
): ProspectView | null {
  if (pulled) return viewOf(pulled, operations);
  const creation = operations.find((one) => one.code === 'CP' && isOnItsWay(one, pulledAt));
  const prospect = creation ? createdBy(creation) : null;
  return prospect && viewOf(prospect, operations);
}

function isOnItsWay(operation: Operation, pulledAt: string | null): boolean {
  const { status, integratedAt } = operation;
  if (isUnderWay(operation)) return true;
  return status === 'integrated' && pulledAt !== null && (integratedAt ?? '') > pulledAt;
}

function viewOf(pulled: Prospect, operations: readonly Operation[]): ProspectView {
  const settled = supersededNames(operations);
  const laid = operations.filter((operation) => isNewerThan(pulled, operation)).sort(byCreation);
  const values = Object.assign({}, ...laid.map(changedValues)) as Partial<Prospect>;
  return {
    ...pulled,
    ...values,
    isPending: operations.some(isUnderWay),
    isDeletionPending: laid.some(({ code }) => code === 'SP'),
    conflicts: operations
      .filter(({ id, status }) => status === 'conflict' && !settled.has(id))
      .flatMap(({ id, conflicts }) => (conflicts ?? []).map((conflict) => ({ ...conflict, operation: id }))),
  };
}

/** Not done yet, or integrated after the state that was pulled: both instants are the hub's. */
function isNewerThan(pulled: Prospect, operation: Operation): boolean {
  const { status, integratedAt } = operation;
  if (isUnderWay(operation)) return true;
  return status !== 'rejected' && (integratedAt ?? '') > pulled.updatedAt;
}

/** What an operation sets; fields in conflict stay as the hub has them. */
function changedValues({ code, payload, conflicts }: Operation): Partial<Record<CardFieldName, FieldValue>> {
  if (code !== 'MP') return {};
  const parsed = prospectChange.safeParse(payload);
  if (!parsed.success) return {};
  const inConflict = new Set((conflicts ?? []).map(({ field }) => field));
  const changes = Object.entries(parsed.data.changes).filter(([field]) => !inConflict.has(field));
  return Object.fromEntries(changes.map(([field, { to }]) => [field, normaliseValue(to)]));
}

/** The prospect that a creation makes, as the hub will have it. */
function createdBy({ id, cUser, createdAt, payload }: Operation): Prospect | null {
  const parsed = prospectCreation.safeParse(payload);
  if (!parsed.success) return null;
  return {
    ...cardOf(parsed.data),
    id,
    cUser,
    ownerCUser: cUser,
    createdAt,
    // Older than anything the hub says: every operation about it is laid over.
    updatedAt: '',
    lastMovementAt: createdAt,
    deleted: false,
  };
}

/** A visit to a prospect, as its history shows it. */
export interface ProspectVisitView extends Visit {
  /** State of the operation behind it; null for one that was pulled. */
  state: OperationStatus | null;
}

/** Visits to a prospect, newest first, with those of this device that were not pulled yet. */
export function overlayProspectVisits(
  visits: readonly Visit[],
  operations: readonly Operation[],
): ProspectVisitView[] {
  const known = new Set(visits.map(({ id }) => id));
  const own = operations
    .filter(({ code, id }) => code === 'VP' && !known.has(id))
    .flatMap((one) => noted(one) ?? []);
  const pulled = visits.map((visit): ProspectVisitView => ({ ...visit, state: null }));
  return [...own, ...pulled].sort((a, b) => (visitKey(a) < visitKey(b) ? 1 : -1));
}

function noted({ id, cUser, entityId, payload, status }: Operation): ProspectVisitView | null {
  const parsed = visitPayload.safeParse(payload);
  if (!parsed.success) return null;
  const commentaire = parsed.data.commentaire.trim() || null;
  return {
    ...parsed.data,
    commentaire,
    id,
    cUser,
    cClient: null,
    prospectId: entityId,
    deleted: false,
    state: status,
  };
}

function visitKey({ date, heure, id }: Visit): string {
  return `${date} ${heure} ${id}`;
}

function groupByProspect(operations: readonly Operation[]): Map<string, Operation[]> {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    if (operation.entityType !== 'prospect') continue;
    const group = groups.get(operation.entityId);
    if (group) group.push(operation);
    else groups.set(operation.entityId, [operation]);
  }
  return groups;
}
