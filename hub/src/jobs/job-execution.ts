import { hostname } from 'node:os';
import { type Database, jobRepository, type JobRunEnd, jobRunRepository } from '@tournee/db';
import type { Job } from 'agenda';
import type { Clock } from '../clock.ts';
import { errorSentence } from '../describe-error.ts';
import type { Log } from '../logger.ts';
import type { TroubleReport } from '../mail/trouble-reporter.ts';
import type { JobCounts, JobDefinition } from './job-definition.ts';
import { attemptAfter } from './job-retry.ts';
import { jobMessages } from './job.messages.ts';

export interface ExecutionServices {
  readonly database: Database;
  readonly log: Log;
  readonly clock: Clock;
  readonly reportTrouble: (report: TroubleReport) => Promise<void>;
  readonly lockMs: number;
  readonly retryDelays: readonly number[];
  /** Aborted when the hub stops. */
  readonly stopSignal: AbortSignal;
  /** Ids of the jobs that run at this moment. */
  readonly running: Set<string>;
}

type Abort = (reason: string) => void;

const HUB = `${hostname()}:${String(process.pid)}`;
const ERROR_LENGTH = 2000;
const DEFAULT_MAX_MINUTES = 60;
const MINUTE = 60_000;

/**
 * Runs a job once: writes its history, keeps its lock alive, and tells the error addresses when the last retry has
 * failed. Rejected when the run fails, so that Agenda plans the retry.
 */
export async function executeJob(
  definition: JobDefinition,
  job: Job,
  services: ExecutionServices,
): Promise<void> {
  // Agenda may still start a job that it had claimed before: the retry does it, here or in another hub.
  services.stopSignal.throwIfAborted();
  const id = job.attrs._id ?? '';
  services.running.add(id);
  try {
    await runOnce(definition, job, services);
  } finally {
    services.running.delete(id);
  }
}

async function runOnce(definition: JobDefinition, job: Job, services: ExecutionServices): Promise<void> {
  const { log, stopSignal, retryDelays } = services;
  const { name } = definition;
  const attempt = attemptAfter(job.attrs.failCount ?? 0, retryDelays);
  const requestedBy = await takeRequester(job, services);
  const history = await startHistory(services, { job: name, attempt: attempt.number, requestedBy });
  const controller = new AbortController();
  const signal = AbortSignal.any([controller.signal, stopSignal]);
  const keeper = keepAlive(definition, job, services, (reason) => controller.abort(new Error(reason)));
  try {
    // The hub may have begun to stop meanwhile: a run that only listens for the signal would not hear it any more.
    signal.throwIfAborted();
    const counts = await definition.run({ signal, requestedBy, log });
    await history.end({ status: 'done', counts: JSON.stringify(counts), error: null });
    logCounts(log, name, counts);
  } catch (error) {
    const message = errorSentence(error).slice(0, ERROR_LENGTH);
    await history.end({ status: 'failed', counts: null, error: message });
    log.error({ job: name, attempt: attempt.number, retryIn: attempt.retryIn, err: error }, 'job failed');
    const isLast = attempt.retryIn === null && !stopSignal.aborted;
    if (isLast) await tell(services, failureReport(definition, attempt.number, message));
    throw error;
  } finally {
    await keeper.stop();
  }
}

type History = { end(result: Omit<JobRunEnd, 'endedAt'>): Promise<void> };

async function startHistory(
  { database, clock, log }: ExecutionServices,
  run: { job: string; attempt: number; requestedBy: string | null },
): Promise<History> {
  const runs = jobRunRepository(database.db);
  const runId = await runs.start({ ...run, hub: HUB, startedAt: clock.now() });
  return {
    async end(result) {
      try {
        await runs.end(runId, { ...result, endedAt: clock.now() });
      } catch (error) {
        // The work is over: whatever becomes of this line of its history, it must not be done again.
        log.error({ job: run.job, runId, err: error }, 'the history of a job run could not be written');
      }
    },
  };
}

function logCounts(log: Log, job: string, counts: JobCounts): void {
  const isIdle = Object.values(counts).every((count) => count === 0);
  if (isIdle) log.debug({ job }, 'job done, nothing to do');
  else log.info({ job, counts }, 'job done');
}

/**
 * Renews the lock while the run lasts: as long as this process lives, nobody else runs the job, however long it
 * takes. A process that dies stops renewing, and another takes over when the lock has expired.
 */
function keepAlive(
  definition: JobDefinition,
  job: Job,
  services: ExecutionServices,
  abort: Abort,
): { stop(): Promise<void> } {
  const maxMinutes = definition.maxMinutes ?? DEFAULT_MAX_MINUTES;
  const limit = Date.now() + maxMinutes * MINUTE;
  let isOverdue = false;
  let renewal: Promise<void> = Promise.resolve();
  const renew = async (): Promise<void> => {
    try {
      await job.touch();
    } catch (error) {
      services.log.warn(
        { job: definition.name, err: error },
        'the lock of a running job could not be renewed',
      );
      abort('the lock is lost');
    }
    if (isOverdue || Date.now() < limit) return;
    isOverdue = true;
    abort('the run takes too long');
    await tell(services, overdueReport(definition, maxMinutes));
  };
  const timer = setInterval(() => {
    renewal = renewal.then(renew);
  }, services.lockMs / 3);
  return {
    async stop() {
      clearInterval(timer);
      await renewal;
    },
  };
}

async function tell({ reportTrouble, log }: ExecutionServices, report: TroubleReport): Promise<void> {
  try {
    await reportTrouble(report);
  } catch (error) {
    log.error({ kind: report.kind, err: error }, 'trouble could not be reported');
  }
}

function failureReport({ name, label }: JobDefinition, attempts: number, error: string): TroubleReport {
  const { title, happened, error: cause, next, advice } = jobMessages.failed;
  return {
    kind: `job-failed:${name}`,
    title: title(label),
    paragraphs: [happened(label, attempts), cause(error), next, advice],
  };
}

function overdueReport({ name, label }: JobDefinition, minutes: number): TroubleReport {
  const { title, happened, advice } = jobMessages.tooLong;
  return {
    kind: `job-too-long:${name}`,
    title: title(label),
    paragraphs: [happened(label, minutes), advice],
  };
}

/** Who asked for the run: noted in the job's data by the runner, and taken from there, for it holds for one run. */
async function takeRequester(job: Job, { database }: ExecutionServices): Promise<string | null> {
  const { _id: id, name, data } = job.attrs as { _id?: string; name: string; data: unknown };
  const isRequest = typeof data === 'object' && data !== null && 'requestedBy' in data;
  if (!isRequest || typeof data.requestedBy !== 'string') return null;
  await jobRepository(database.db).update(id ?? '', name, { data: null });
  return data.requestedBy;
}
