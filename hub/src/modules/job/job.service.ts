import { type Database, jobRunListRepository, type JobRunRow } from '@tournee/db';
import type { Job, JobRun, JobRunFilter, JobRunPage, JobRunSort } from '@tournee/graphql';
import type { Clock } from '../../clock.ts';
import { assertAdmin, type Viewer } from '../../context.ts';
import { badInput } from '../../errors.ts';
import { type PageArguments, pageRequest } from '../../paging.ts';

interface Overview {
  readonly name: string;
  readonly label: string;
  readonly schedule: string | null;
  readonly nextRunAt: Date | null;
  readonly isPaused: boolean;
  readonly isRunning: boolean;
  readonly lastRun: JobRunRow | null;
}

export type NotRun = 'running' | 'paused' | 'unknown';

/** What this module needs of the job runner. */
export interface JobAdmin {
  overview(): Promise<readonly Overview[]>;
  requestRun(name: string, requestedBy: string | null): Promise<'accepted' | NotRun>;
  setPaused(name: string, isPaused: boolean): Promise<boolean>;
}

export interface JobDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly jobs: JobAdmin;
  /** Parameter that holds a job's schedule. */
  readonly scheduleSetting: (name: string) => string | null;
  readonly nextRuns: (cron: string, from: Date) => readonly Date[];
  /** Sentence for the administrator. */
  readonly notRun: (reason: NotRun, name: string) => string;
}

export interface JobRunArguments extends PageArguments {
  readonly filter: JobRunFilter | null;
  readonly sort: JobRunSort | null;
}

const NEWEST_FIRST = { key: 'id', direction: 'desc' } as const;

/** Scheduled work, as administrators see and command it. */
export class JobService {
  readonly #dependencies: JobDependencies;

  constructor(dependencies: JobDependencies) {
    this.#dependencies = dependencies;
  }

  /** @throws FORBIDDEN */
  async list(viewer: Viewer): Promise<Job[]> {
    assertAdmin(viewer);
    const overviews = await this.#dependencies.jobs.overview();
    return overviews.map((overview) => this.#toJob(overview));
  }

  /** @throws FORBIDDEN, BAD_INPUT */
  async runs(viewer: Viewer, { filter, sort, ...args }: JobRunArguments): Promise<JobRunPage> {
    assertAdmin(viewer);
    const runs = jobRunListRepository(this.#dependencies.database.db);
    const { rows, total } = await runs.page({ ...pageRequest(args), ...filter, sort: sort ?? NEWEST_FIRST });
    return { rows: rows.map(toRun), total };
  }

  /** @throws FORBIDDEN, BAD_INPUT when it is running, paused or unknown */
  async run(viewer: Viewer, name: string): Promise<Job> {
    assertAdmin(viewer);
    const { jobs, notRun } = this.#dependencies;
    const answer = await jobs.requestRun(name, viewer.userWindows);
    if (answer !== 'accepted') throw badInput(notRun(answer, name), 'name');
    return this.#find(name);
  }

  /** @throws FORBIDDEN, BAD_INPUT */
  async setPaused(viewer: Viewer, name: string, isPaused: boolean): Promise<Job> {
    assertAdmin(viewer);
    const { jobs, notRun } = this.#dependencies;
    if (!(await jobs.setPaused(name, isPaused))) throw badInput(notRun('unknown', name), 'name');
    return this.#find(name);
  }

  async #find(name: string): Promise<Job> {
    const { jobs, notRun } = this.#dependencies;
    const overview = (await jobs.overview()).find((one) => one.name === name);
    if (!overview) throw badInput(notRun('unknown', name), 'name');
    return this.#toJob(overview);
  }

  #toJob({ nextRunAt, lastRun, ...rest }: Overview): Job {
    const { scheduleSetting, nextRuns, clock } = this.#dependencies;
    const runs = rest.schedule === null ? [] : nextRuns(rest.schedule, clock.now());
    return {
      ...rest,
      scheduleSetting: scheduleSetting(rest.name),
      nextRuns: runs.map((run) => run.toISOString()),
      nextRunAt: nextRunAt?.toISOString() ?? null,
      lastRun: lastRun && toRun(lastRun),
    };
  }
}

function toRun({ id, status, startedAt, endedAt, counts, ...rest }: JobRunRow): JobRun {
  return {
    ...rest,
    id: String(id),
    status: status as JobRun['status'],
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    counts: counts === null ? null : (JSON.parse(counts) as unknown),
  };
}
