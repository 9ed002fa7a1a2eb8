import { type Database, futureTimeRepository, jobRepository, type JobRow } from '@tournee/db';
import { LONGEST_RETRY_MS } from '../mail/mail-retry.ts';
import { RETRY_DELAYS } from './job-retry.ts';
import { nextRuns } from './schedule.ts';

const TOLERATED_MS = 60_000;

export interface DrawnBack {
  readonly jobs: number;
  readonly mails: number;
  readonly mailLocks: number;
  readonly jobLocks: number;
  readonly attempts: number;
}

/**
 * Puts right what a hub wrote while its clock was ahead: a next run or try that lies further ahead than any could, a lock
 * or an attempt to sign in from the future. Without it, jobs, mails and sign-ins would stand still until that day comes.
 * @param machineNow the time by which Agenda plans: it knows no other clock than the machine's
 */
export async function drawBack(database: Database, now: Date, machineNow: Date): Promise<DrawnBack> {
  const times = futureTimeRepository(database.db);
  let jobs = 0;
  for (const row of await jobRepository(database.db).find({})) {
    const next = nextRunOf(row, machineNow);
    if (next === null || row.nextRunAt === null) continue;
    if (await times.drawBackJob(row.id, row.nextRunAt, next)) jobs += 1;
  }
  return {
    jobs,
    mails: await times.drawBackMails(now, after(now, LONGEST_RETRY_MS + TOLERATED_MS)),
    mailLocks: await times.drawBackMailLocks(now, after(now, TOLERATED_MS)),
    jobLocks: await times.drawBackJobLocks(machineNow, after(machineNow, TOLERATED_MS)),
    attempts: await times.forgetAttempts(after(now, TOLERATED_MS)),
  };
}

function after(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}

/** When a job should run instead; null when its next run is as it should be. */
function nextRunOf({ nextRunAt, repeatInterval }: JobRow, now: Date): Date | null {
  if (nextRunAt === null || repeatInterval === null) return null;
  const [next] = nextRuns(repeatInterval, 1, now);
  // The retry of a failed run may lie behind the next run of the schedule.
  const latest = Math.max(next?.getTime() ?? 0, now.getTime() + Math.max(...RETRY_DELAYS)) + TOLERATED_MS;
  return next !== undefined && nextRunAt.getTime() > latest ? next : null;
}
