import * as z from 'zod';
import type { OperationReason } from '../generated/schema.ts';
import { addDays, frenchDay, isHour } from './calendar.ts';
import { enteredDay } from './entered-day.ts';
import { refusal } from './operation.ts';
import { checkAnswers, type VisitForm, visitAnswers } from './visit-form.ts';

/** What the customer's text appends to a comment (annex 1). */
export const CRM_MARK = 'saisie via le CRM';

/** Longest comment a rep may type. */
export const COMMENT_MAX_LENGTH = 8000;

/** Payload of VC: a visit to a client. `date` is `yyyy-mm-dd`, `heure` is `hh:mm`, both wall-clock in France. */
export const visitPayload = z.strictObject({
  date: enteredDay,
  heure: z.string().refine(isHour, { message: 'L’heure doit être comprise entre 00:00 et 23:59.' }),
  commentaire: z.string().max(COMMENT_MAX_LENGTH, {
    message: `Le compte rendu dépasse ${String(COMMENT_MAX_LENGTH)} caractères.`,
  }),
  answers: visitAnswers.nullable(),
});
export type VisitPayload = z.infer<typeof visitPayload>;

export interface VisitBounds {
  /** Day in France, `yyyy-mm-dd`. */
  today: string;
  /** How many days back a visit may be noted (setting `visit.maxAgeDays`). */
  maxAgeDays: number;
  /**
   * Day in France on which the rep noted the visit; today where it is not told. The age counts from there: a laptop
   * that was weeks without network has nothing refused that was noted in time.
   */
  notedOn?: string;
  form: VisitForm;
}

/** Earliest day a visit may bear. */
export function earliestVisitDay(bounds: Pick<VisitBounds, 'today' | 'maxAgeDays' | 'notedOn'>): string {
  const { today, notedOn = today, maxAgeDays } = bounds;
  // A device whose clock is ahead gains nothing by it.
  return addDays(notedOn < today ? notedOn : today, -maxAgeDays);
}

/**
 * Checks a visit as the hub will. The device calls it for a quick answer, the hub for the true one.
 * @returns null when the visit may be noted, else why not
 */
export function checkVisit(payload: VisitPayload, bounds: VisitBounds): OperationReason | null {
  if (payload.date > bounds.today) {
    return refusal('VISIT_IN_FUTURE', 'Une visite ne peut pas être notée à une date future.', 'date');
  }
  const earliest = earliestVisitDay(bounds);
  if (payload.date < earliest) {
    return refusal(
      'VISIT_TOO_OLD',
      `Une visite ne peut pas être notée avant le ${frenchDay(earliest)}.`,
      'date',
    );
  }
  return payload.answers === null ? null : checkAnswers(payload.answers, bounds.form);
}

/** `objet` of the relation (annex 1). */
export function visitObject(date: string): string {
  return `Visite du ${frenchDay(date)}`;
}

/** `commentaire` of the relation (annex 1): what the rep typed, then the mark. */
export function visitComment(commentaire: string): string {
  const typed = commentaire.trim();
  return typed === '' ? CRM_MARK : `${typed} ${CRM_MARK}`;
}

/** What the rep typed, from a comment of winpneu: without the mark, where it stands at the end as words of its own. */
export function withoutCrmMark(commentaire: string): string {
  const text = commentaire.trimEnd();
  if (!text.endsWith(CRM_MARK)) return commentaire;
  const typed = text.slice(0, -CRM_MARK.length);
  return typed === '' || /\s$/.test(typed) ? typed.trimEnd() : commentaire;
}
