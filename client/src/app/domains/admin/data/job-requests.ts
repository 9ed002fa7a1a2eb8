import { inject, Injectable } from '@angular/core';
import type { Job, JobRunPage, QueryAdminJobRunsArgs } from '@tournee/graphql';
import { HubClient } from '../../shared/data/hub/hub-client.ts';
import { SessionStore } from '../../shared/data/session-store.ts';

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
  readonly #client = new HubClient(inject(SessionStore));

  async list(): Promise<Job[]> {
    return (await this.#client.request(LIST, {}))['adminJobs'] as Job[];
  }

  async runs(query: QueryAdminJobRunsArgs): Promise<JobRunPage> {
    return (await this.#client.request(RUNS, query))['adminJobRuns'] as JobRunPage;
  }

  async run(name: string): Promise<Job> {
    return (await this.#client.request(RUN_JOB, { name }))['runJob'] as Job;
  }

  async setPaused(name: string, isPaused: boolean): Promise<Job> {
    return (await this.#client.request(PAUSE, { name, isPaused }))['setJobPaused'] as Job;
  }
}
