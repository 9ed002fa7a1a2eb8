import { Agenda, Job } from 'agenda';
import { jobMessages } from './job.messages.ts';

/** winpneu's hours, and the customer's nights, are those of France. */
export const JOB_TIME_ZONE = 'Europe/Paris';

export type ScheduleCheck =
  | { readonly isValid: true; readonly nextRuns: readonly Date[] }
  | { readonly isValid: false; readonly reason: string };

// Fields of a cron expression: minute hour day month weekday, with seconds before them or not. Agenda takes intervals
// in words and bare milliseconds too; the settings promise cron, and « 5 » would be five milliseconds.
const CRON = /^[\d*,/-]+( [\d*,/-]+){0,1}( [\dA-Za-z*,/?#-]+){4}$/;
const MIN_INTERVAL_MS = 10_000;
const SHOWN_RUNS = 3;

/** Agenda computes runs on a job alone: it needs no database for it. */
const NO_AGENDA = Object.create(Agenda.prototype) as Agenda;

/**
 * Checks a cron expression with the parser that Agenda will use, and tells its next runs, in French time.
 * `reason` is a sentence for the admin who typed it.
 */
export function checkSchedule(expression: string, from: Date): ScheduleCheck {
  const cron = normaliseCron(expression);
  if (!CRON.test(cron)) return { isValid: false, reason: jobMessages.notCron(expression) };
  const runs = nextRuns(cron, SHOWN_RUNS, from);
  if (runs.length < SHOWN_RUNS) return { isValid: false, reason: jobMessages.neverRuns(expression) };
  const [first, second] = runs;
  if (first && second && second.getTime() - first.getTime() < MIN_INTERVAL_MS) {
    return { isValid: false, reason: jobMessages.tooOften(expression) };
  }
  return { isValid: true, nextRuns: runs };
}

/** One blank between the fields, none around them: the form in which it is stored and compared. */
export function normaliseCron(expression: string): string {
  return expression.trim().replace(/\s+/g, ' ');
}

/** The next `count` runs after a time; fewer when there are no more, none when Agenda cannot read the expression. */
export function nextRuns(cron: string, count: number, from: Date): Date[] {
  const runs: Date[] = [];
  let after = from;
  while (runs.length < count) {
    const job = new Job(NO_AGENDA, {
      name: 'preview',
      data: undefined,
      type: 'single',
      priority: 0,
      nextRunAt: null,
    });
    job.attrs.lastRunAt = after;
    const next = job.repeatEvery(cron, { timezone: JOB_TIME_ZONE }).attrs.nextRunAt;
    if (next === null || next <= after) break;
    runs.push(next);
    after = next;
  }
  return runs;
}
