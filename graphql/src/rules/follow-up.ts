import * as z from 'zod';
import type { OperationReason } from '../generated/schema.ts';
import { addDays } from './calendar.ts';
import { enteredDay } from './entered-day.ts';
import { refusal } from './operation.ts';

/** Payload of DR: the day on which to see the client again, `yyyy-mm-dd`; null for none any more. */
export const followUpPayload = z.strictObject({
  date: enteredDay.nullable(),
});
export type FollowUpPayload = z.infer<typeof followUpPayload>;

const DAYS_AHEAD_MAX = 1830;

/** The choices of the customer's text, in days or months from today. */
export const FOLLOW_UP_CHOICES = [
  { label: '1 semaine', short: '1 sem.', days: 7, months: 0 },
  { label: '2 semaines', short: '2 sem.', days: 14, months: 0 },
  { label: '1 mois', short: '1 mois', days: 0, months: 1 },
  { label: '3 mois', short: '3 mois', days: 0, months: 3 },
  { label: '6 mois', short: '6 mois', days: 0, months: 6 },
  { label: '1 an', short: '1 an', days: 0, months: 12 },
] as const;

export type FollowUpChoice = (typeof FOLLOW_UP_CHOICES)[number];

/** The day that a choice names, counted from `today` (`yyyy-mm-dd`). The 31st becomes the last day of a shorter month. */
export function followUpDay(
  { days, months }: Pick<FollowUpChoice, 'days' | 'months'>,
  today: string,
): string {
  const [year = 0, month = 1, dayOfMonth = 1] = today.split('-').map(Number);
  const first = Date.UTC(year, month - 1 + months, 1);
  const lastDay = new Date(first);
  lastDay.setUTCMonth(lastDay.getUTCMonth() + 1, 0);
  const start = new Date(first).toISOString().slice(0, 10);
  return addDays(start, Math.min(dayOfMonth, lastDay.getUTCDate()) - 1 + days);
}

/**
 * Checks a « date de revoir ».
 * @param saidOn day in France on which the user said it: an operation that was long on its way is judged by that day
 * @returns null when it may be kept, else why not
 */
export function checkFollowUp({ date }: FollowUpPayload, saidOn: string): OperationReason | null {
  if (date === null) return null;
  if (date < saidOn)
    return refusal('FOLLOW_UP_IN_PAST', 'La date de revoir ne peut pas être passée.', 'date');
  if (date > addDays(saidOn, DAYS_AHEAD_MAX)) {
    return refusal('FOLLOW_UP_TOO_FAR', 'La date de revoir ne peut pas dépasser cinq ans.', 'date');
  }
  return null;
}
