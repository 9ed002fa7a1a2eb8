import { inject, Injectable } from '@angular/core';
import type { Job, JobRunPage, QueryAdminJobRunsArgs } from '@tournee/graphql';
import { AdminHub } from './admin-hub.ts';

const RUN = 'id job status attempt requestedBy hub startedAt endedAt counts error';
const JOB = `name label schedule scheduleSetting nextRuns nextRunAt isPaused isRunning lastRun { ${RUN} }`;
const LIST = `query AdminJobs { adminJobs { ${JOB} } }`;
const RUNS = `query AdminJobRuns($filter: JobRunFilter, $sort: JobRunSort, $page: Int!, $pageSize: Int!) {
  adminJobRuns(filter: $filter, sort: $sort, page: $page, pageSize: $pageSize) { total rows { ${RUN} } }
}`;
const RUN_JOB = `mutation RunJob($name: ID!) { runJob(name: $name) { ${JOB} } }`;
const PAUSE = `mutation SetJobPaused($name: ID!, $isPaused: Boolean!) {
  setJobPaused(name: $name, isPaused: $isPaused) { ${JOB} }
}`;

/** What « Tâches » asks of the hub. Every method throws `HubError`. */
@Injectable({ providedIn: 'root' })
export class JobRequests {
  readonly #hub = inject(AdminHub);

  async list(): Promise<Job[]> {
    return (await this.#hub.ask<{ adminJobs: Job[] }>(LIST)).adminJobs;
  }

  async runs(query: QueryAdminJobRunsArgs, signal: AbortSignal): Promise<JobRunPage> {
    return (await this.#hub.ask<{ adminJobRuns: JobRunPage }>(RUNS, query, signal)).adminJobRuns;
  }

  async run(name: string): Promise<Job> {
    return (await this.#hub.ask<{ runJob: Job }>(RUN_JOB, { name })).runJob;
  }

  async setPaused(name: string, isPaused: boolean): Promise<Job> {
    return (await this.#hub.ask<{ setJobPaused: Job }>(PAUSE, { name, isPaused })).setJobPaused;
  }
}
