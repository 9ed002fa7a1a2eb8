import { hostname } from 'node:os';
import { type Database, jobRepository, type JobRow, jobRunRepository, type JobRunRow } from '@tournee/db';
import { Agenda } from 'agenda';
import type { Clock } from '../clock.ts';
import type { Log } from '../logger.ts';
import type { TroubleReport } from '../mail/trouble-reporter.ts';
import { createAgendaBackend } from './agenda-backend.ts';
import { drawBack } from './draw-back.ts';
import type { JobDefinition } from './job-definition.ts';
import { executeJob, type ExecutionServices } from './job-execution.ts';
import { attemptAfter, RETRY_DELAYS } from './job-retry.ts';
import { checkSchedule, JOB_TIME_ZONE, normaliseCron } from './schedule.ts';

export interface JobRunnerOptions {
  readonly database: Database;
  readonly log: Log;
  readonly clock: Clock;
  readonly jobs: readonly JobDefinition[];
  /** Mails the error addresses, at most once an hour for a kind of trouble. */
  readonly reportTrouble: (report: TroubleReport) => Promise<void>;
  /** How often the database is asked for jobs that are due. Default 5 s. */
  readonly pollMs?: number;
  /** How long a job stays locked when its hub has died. Default 2 minutes. */
  readonly lockMs?: number;
  /** Waits before the retries of a failed run. */
  readonly retryDelays?: readonly number[];
}

/** A job as the admin sees it. */
export interface JobOverview {
  readonly name: string;
  readonly label: string;
  /** Cron expression in French time; null: it runs only when somebody asks. */
  readonly schedule: string | null;
  readonly nextRunAt: Date | null;
  readonly isPaused: boolean;
  readonly isRunning: boolean;
  readonly lastRun: JobRunRow | null;
}

export type RunRequest = 'accepted' | 'running' | 'paused' | 'unknown';

/** Runs the jobs of one hub process; any number of them share the work. */
export interface JobRunner {
  start(): Promise<void>;
  /** Stops claiming jobs, asks running ones to end, waits for them (default 10 s), and frees what was not started. */
  stop(options?: { timeoutMs?: number }): Promise<void>;
  /** To be called when a setting with a schedule has changed, in one process: they all share it. */
  applySchedules(): Promise<void>;
  /** Makes a job due now. */
  requestRun(name: string, requestedBy: string | null): Promise<RunRequest>;
  /** False when there is no such job. */
  setPaused(name: string, isPaused: boolean): Promise<boolean>;
  overview(): Promise<JobOverview[]>;
  /** The newest runs of a job first. */
  history(name: string, limit: number): Promise<JobRunRow[]>;
}

const LOOK_AT_TIMES_MS = 30_000;
const DEFAULTS = { pollMs: 5_000, lockMs: 120_000, stopMs: 10_000 };

export function createJobRunner(options: JobRunnerOptions): JobRunner {
  const { database, jobs, log } = options;
  const retryDelays = options.retryDelays ?? RETRY_DELAYS;
  const lockMs = options.lockMs ?? DEFAULTS.lockMs;
  const stopping = new AbortController();
  const running = new Set<string>();
  const services: ExecutionServices = {
    ...options,
    retryDelays,
    lockMs,
    running,
    stopSignal: stopping.signal,
  };
  const backend = createAgendaBackend(database);
  const agenda = new Agenda({
    backend: backend.agenda,
    name: `${hostname()}:${String(process.pid)}`,
    processEvery: options.pollMs ?? DEFAULTS.pollMs,
    defaultLockLifetime: lockMs,
  });
  agenda.on('error', (error: Error) => log.warn({ err: error }, 'the job runner met an error; it goes on'));
  for (const job of jobs) {
    agenda.define(job.name, (run) => executeJob(job, run, services), {
      concurrency: 1,
      // Without it, Agenda locks every due job at once and lets the locks grow old in its queue.
      lockLimit: 1,
      backoff: ({ attempt }) => attemptAfter(attempt - 1, retryDelays).retryIn,
    });
  }
  return {
    async start() {
      await putInOrder(agenda, options, stopping.signal);
      await agenda.start();
    },
    async stop({ timeoutMs = DEFAULTS.stopMs } = {}) {
      stopping.abort(new Error('the hub stops'));
      await backend.stopClaiming();
      await agenda.drain({ timeout: timeoutMs, closeConnection: false });
      // A run that did not end in time keeps its lock: it may still be at work.
      await backend.releaseHeld([...running]);
    },
    applySchedules: () => applySchedules(agenda, options),
    requestRun: (name, requestedBy) => requestRun(options, name, requestedBy),
    async setPaused(name, isPaused) {
      if (!jobs.some((job) => job.name === name)) return false;
      await (isPaused ? agenda.disable({ name }) : agenda.enable({ name }));
      return true;
    },
    overview: () => overview(options),
    history: (name, limit) => jobRunRepository(database.db).latest([name], limit),
  };
}

/** Schedules and times, before the first job is claimed; times again and again after that. */
async function putInOrder(agenda: Agenda, options: JobRunnerOptions, stop: AbortSignal): Promise<void> {
  await applySchedules(agenda, options);
  await lookAtTimes(options);
  const looking = setInterval(() => void lookAtTimes(options), LOOK_AT_TIMES_MS);
  looking.unref();
  stop.addEventListener('abort', () => clearInterval(looking));
}

/** What a clock that was ahead has left behind is put right within a minute. */
async function lookAtTimes({ database, log, clock }: JobRunnerOptions): Promise<void> {
  try {
    const found = await drawBack(database, clock.now(), new Date());
    if (Object.values(found).some((count) => count > 0))
      log.warn(found, 'times from the future are drawn back');
  } catch (error) {
    log.warn({ err: error }, 'times from the future could not be looked for; it is done again');
  }
}

/**
 * Brings the stored schedules in line with the settings. An unchanged one is left alone: a run that fell due while no
 * hub was up, or the retry of a failed one, must not be pushed to the next night by a restart.
 */
async function applySchedules(
  agenda: Agenda,
  { jobs, database, log, clock }: JobRunnerOptions,
): Promise<void> {
  const stored = jobRepository(database.db);
  for (const job of jobs) {
    const wanted = await job.schedule();
    const known = await stored.findSingle(job.name);
    const cron = wanted === null ? null : normaliseCron(wanted);
    if (cron === null) {
      await unschedule(agenda, job.name, known);
      continue;
    }
    const check = checkSchedule(cron, clock.now());
    if (!check.isValid) {
      // Settings are checked when they are written: this one was not written by us. The old schedule stays.
      log.error({ job: job.name, reason: check.reason }, 'the schedule of a job is not valid');
    } else if (known === null || isOther(known, cron)) {
      await agenda.every(cron, job.name, undefined, { timezone: JOB_TIME_ZONE });
    }
  }
}

function isOther(known: JobRow, cron: string): boolean {
  const isStopped = known.nextRunAt === null && known.lockedAt === null;
  return isStopped || known.repeatInterval !== cron || known.repeatTimezone !== JOB_TIME_ZONE;
}

/** A job without a schedule has its row all the same: somebody may ask for it. */
async function unschedule(agenda: Agenda, name: string, known: JobRow | null): Promise<void> {
  if (known !== null && known.repeatInterval === null) return;
  const job = agenda.create(name);
  job.attrs.type = 'single';
  job.attrs.nextRunAt = null;
  // Said with no value: the columns are emptied.
  Object.assign(job.attrs, { repeatInterval: undefined, repeatTimezone: undefined });
  await job.save();
}

async function requestRun(
  { database, jobs, clock }: JobRunnerOptions,
  name: string,
  requestedBy: string | null,
): Promise<RunRequest> {
  if (!jobs.some((job) => job.name === name)) return 'unknown';
  const stored = jobRepository(database.db);
  const known = await stored.findSingle(name);
  if (known === null) return 'unknown';
  if (known.disabled) return 'paused';
  const data = requestedBy === null ? null : JSON.stringify({ requestedBy });
  return (await stored.makeDue(name, clock.now(), data)) ? 'accepted' : 'running';
}

async function overview({ database, jobs }: JobRunnerOptions): Promise<JobOverview[]> {
  const names = jobs.map((job) => job.name);
  const rows = await jobRepository(database.db).find({ names });
  const runs = jobRunRepository(database.db);
  return Promise.all(
    jobs.map(async ({ name, label }) => {
      const row = rows.find((candidate) => candidate.name === name && candidate.type === 'single');
      const [lastRun] = await runs.latest([name], 1);
      return {
        name,
        label,
        schedule: row?.repeatInterval ?? null,
        nextRunAt: row?.nextRunAt ?? null,
        isPaused: row?.disabled ?? false,
        isRunning: row !== undefined && row.lockedAt !== null,
        lastRun: lastRun ?? null,
      };
    }),
  );
}
