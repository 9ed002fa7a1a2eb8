import { randomUUID } from 'node:crypto';
import {
  chunks,
  type Database,
  groupBy,
  type JobFilter,
  type JobLock,
  jobRepository,
  type JobRow,
} from '@tournee/db';
import type {
  AgendaBackend,
  JobParameters,
  JobRepository,
  JobRepositoryOptions,
  RemoveJobsOptions,
} from 'agenda';
import { contains, overviewOf, queryFilter, querySort, removalFilter, withStates } from './agenda-query.ts';
import { toParameters, toState } from './agenda-rows.ts';
import { saveJob } from './agenda-save.ts';

/** Agenda's storage, and what the hub needs besides to leave in good order. */
export interface HubBackend {
  readonly agenda: AgendaBackend;
  /** From now on no job is claimed; fulfilled when claims under way have ended. */
  stopClaiming(): Promise<void>;
  /** Frees the jobs that this process holds, but those that are still running. */
  releaseHeld(exceptIds: readonly string[]): Promise<void>;
}

/**
 * The lock that a job runs under. It travels on Agenda's own object, which copies it along (its key is enumerable)
 * and never stores it. `nextRunAt` is what this process last wrote: a value that somebody else wrote meanwhile, such
 * as a new schedule, is not overwritten when the job ends.
 */
const HELD = Symbol('held');
interface Held {
  readonly claim: string;
  nextRunAt: Date | null;
}

/**
 * Agenda on `crm.job`, the same on both engines. Beyond what Agenda asks of a backend: a process that lost its lock
 * (it slept too long, and another took over) can neither write the job's state nor free the other's lock.
 * There is no notification channel: processes poll.
 */
export function createAgendaBackend(database: Database): HubBackend {
  const claims = new ClaimCounter();
  const jobs = jobRepository(database.db);
  const repository: JobRepository = {
    ...reading(database),
    ...changing(database),
    ...locking(database, claims),
    // The hub opens the database before it makes the backend, and nobody would hear of a failure here.
    connect: async () => undefined,
  };
  return {
    agenda: {
      name: database.engine === 'embedded' ? 'SQLite' : 'SQL Server',
      repository,
      ownsConnection: false,
      connect: async () => undefined,
      disconnect: async () => undefined,
    },
    stopClaiming: () => claims.stop(),
    releaseHeld: (exceptIds) => jobs.releaseOf(claims.owner, { exceptIds }),
  };
}

/** Names of locks: this process's own name, and a number. */
class ClaimCounter {
  readonly owner = randomUUID();
  readonly #underWay = new Set<Promise<unknown>>();
  #count = 0;
  #isStopped = false;

  /** Runs a claim; undefined when none was made. */
  async take(
    options: JobRepositoryOptions | undefined,
    lockedAt: Date,
    claim: (lock: JobLock) => Promise<JobRow | null>,
  ): Promise<JobParameters | undefined> {
    if (this.#isStopped) return undefined;
    this.#count += 1;
    const lock = {
      claim: `${this.owner}.${this.#count}`,
      lockedAt,
      modifiedBy: options?.lastModifiedBy ?? null,
    };
    const taking = claim(lock);
    this.#underWay.add(taking);
    try {
      const row = await taking;
      if (row === null) return undefined;
      const held: Held = { claim: lock.claim, nextRunAt: row.nextRunAt };
      return Object.assign(toParameters(row), { [HELD]: held });
    } finally {
      this.#underWay.delete(taking);
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.allSettled(this.#underWay);
  }
}

function heldOf(job: JobParameters): Held | undefined {
  return (job as JobParameters & { [HELD]?: Held })[HELD];
}

// SQL Server takes 2,100 parameters in a statement.
const IDS_PER_STATEMENT = 1000;

type Part<Key extends keyof JobRepository> = Pick<JobRepository, Key>;

function reading({
  db,
}: Database): Part<'queryJobs' | 'getJobsOverview' | 'getDistinctJobNames' | 'getJobById' | 'getQueueSize'> {
  const jobs = jobRepository(db);
  return {
    async queryJobs(options = {}) {
      const { skip = 0, limit = 0, sort } = options;
      const rows = await jobs.find(queryFilter(options), querySort(sort));
      const found = withStates(rows, options, new Date());
      return { jobs: found.slice(skip, limit > 0 ? skip + limit : undefined), total: found.length };
    },
    async getJobsOverview() {
      const now = new Date();
      const byName = groupBy(await jobs.find({}), (row) => row.name);
      return [...byName]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, rows]) => overviewOf(name, rows, now));
    },
    getDistinctJobNames: () => jobs.names(),
    async getJobById(id) {
      const [row] = await jobs.find({ ids: [id] });
      return row === undefined ? null : toParameters(row);
    },
    getQueueSize: () => jobs.countDue(new Date()),
  };
}

function changing(
  database: Database,
): Part<'saveJob' | 'removeJobs' | 'disableJobs' | 'enableJobs' | 'purgeAllJobs'> {
  const jobs = jobRepository(database.db);
  /** Does something to the jobs that the options mean, and counts them. */
  const forEach = async (
    options: RemoveJobsOptions,
    change: (filter: JobFilter) => Promise<number>,
  ): Promise<number> => {
    const filter = removalFilter(options);
    if (filter === null) return 0;
    if (options.data === undefined) return change(filter);
    const rows = await jobs.find(filter);
    const ids = rows.filter((row) => contains(toParameters(row).data, options.data)).map((row) => row.id);
    let changed = 0;
    for (const some of chunks(ids, IDS_PER_STATEMENT)) changed += await change({ ids: some });
    return changed;
  };
  return {
    async saveJob<DATA>(job: JobParameters<DATA>, options: JobRepositoryOptions | undefined) {
      const row = await saveJob(jobs, job, options?.lastModifiedBy ?? null, new Date());
      return row === null ? job : (toParameters(row) as JobParameters<DATA>);
    },
    removeJobs: (options) => forEach(options, (filter) => jobs.remove(filter)),
    disableJobs: (options) => forEach(options, (filter) => jobs.setDisabled(filter, true)),
    enableJobs: (options) => forEach(options, (filter) => jobs.setDisabled(filter, false)),
    purgeAllJobs: () => jobs.remove({}),
  };
}

function locking(
  database: Database,
  claims: ClaimCounter,
): Part<'lockJob' | 'getNextJobToRun' | 'unlockJob' | 'unlockJobs' | 'saveJobState'> {
  const jobs = jobRepository(database.db);
  return {
    async lockJob(job, options) {
      const { _id: id, name, nextRunAt } = job;
      if (!id) return undefined;
      return claims.take(options, new Date(), (lock) => jobs.claim({ id, name, nextRunAt }, lock));
    },
    // Five arguments are Agenda's wish.
    getNextJobToRun: (name, nextScanAt, lockDeadline, now, options) =>
      claims.take(options, now ?? new Date(), async (lock) => {
        const due = { name, dueBy: nextScanAt, lockDeadline };
        if (!(await jobs.hasDue(due))) return null;
        return database.transaction((tx) => jobRepository(tx).claimNext(due, lock));
      }),
    async unlockJob(job) {
      if (job._id) await jobs.release(job._id, heldOf(job)?.claim ?? null);
    },
    unlockJobs: (ids) => jobs.releaseOf(claims.owner, { ids }),
    async saveJobState(job, options) {
      const { _id: id, name } = job;
      if (!id) throw new Error('Cannot save job state without job ID');
      const held = heldOf(job);
      const state = toState(job, options?.lastModifiedBy ?? null);
      const write = { id, name, state, claim: held?.claim ?? null, knownNextRunAt: held?.nextRunAt };
      // In a transaction, because that is tried again on a lock conflict: a lost end of a job would make it run twice.
      const isSaved = await database.transaction((tx) => jobRepository(tx).saveState(write));
      if (!isSaved) {
        throw new Error(
          `job ${id} (name: ${name}) cannot be updated in the database, maybe it does not exist anymore?`,
        );
      }
      if (held !== undefined) held.nextRunAt = state.nextRunAt;
    },
  };
}
