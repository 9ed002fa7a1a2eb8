import { TestBed } from '@angular/core/testing';
import type { JobRun, JobRunPage, QueryAdminJobRunsArgs } from '@tournee/graphql';
import { HubError } from '../../shared/data/hub/hub-error.ts';
import { JobRequests } from './job-requests.ts';
import { runQueryOf } from '../util/job-run-query.ts';
import { JobRunStore } from './job-run-store.ts';
import { type Deferred, deferred } from './testing/deferred.ts';

let store: JobRunStore;
let asked: { query: QueryAdminJobRunsArgs; answer: Deferred<JobRunPage> }[];

const page = (id: string): JobRunPage => ({ rows: [{ id } as JobRun], total: 1 });

beforeEach(() => {
  asked = [];
  const runs = (query: QueryAdminJobRunsArgs): Promise<JobRunPage> => {
    const answer = deferred<JobRunPage>();
    asked.push({ query, answer });
    return answer.promise;
  };
  TestBed.configureTestingModule({
    providers: [JobRunStore, { provide: JobRequests, useValue: { runs } }],
  });
  store = TestBed.inject(JobRunStore);
});

describe('JobRunStore', () => {
  it('asks for what the address says', async () => {
    const loading = store.load(runQueryOf({ tache: 'archiving', resultat: 'failed', page: '2' }));
    asked[0]!.answer.resolve(page('7'));
    await loading;
    expect(asked[0]!.query).toEqual({
      filter: { job: 'archiving', status: 'failed' },
      sort: { key: 'startedAt', direction: 'desc' },
      page: 2,
      pageSize: 25,
    });
    expect(store.rows().map(({ id }) => id)).toEqual(['7']);
  });

  it('drops an answer that a later question has overtaken', async () => {
    const slow = store.load(runQueryOf({}));
    const quick = store.load(runQueryOf({ page: '2' }));
    asked[1]!.answer.resolve(page('2'));
    await quick;
    asked[0]!.answer.resolve(page('1'));
    await slow;
    expect(store.rows().map(({ id }) => id)).toEqual(['2']);
  });

  it('keeps the rows when the hub goes away', async () => {
    const first = store.load(runQueryOf({}));
    asked[0]!.answer.resolve(page('1'));
    await first;
    const second = store.load(runQueryOf({ page: '2' }));
    expect(store.status()).toBe('loading');
    asked[1]!.answer.reject(new HubError('unreachable', 'NO_ANSWER', 'no'));
    await second;
    expect(store.status()).toBe('failed');
    expect(store.rows()).toHaveLength(1);
  });
});
