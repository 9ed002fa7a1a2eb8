import { runParamsOf, runQueryOf } from './job-run-query.ts';

describe('runQueryOf', () => {
  it('shows the newest runs of all jobs unless told otherwise', () => {
    expect(runQueryOf({})).toEqual({
      job: null,
      status: null,
      sort: 'startedAt',
      isAscending: false,
      page: 1,
    });
  });

  it('does not trip over what somebody wrote into the address', () => {
    const odd = { resultat: 'mort', tri: 'constructor', ordre: 'x', page: '-3' };
    expect(runQueryOf(odd)).toEqual(runQueryOf({}));
    expect(runQueryOf({ page: '1e9' }).page).toBe(1);
  });
});

describe('runParamsOf', () => {
  it('is understood again', () => {
    const query = { job: 'archiving', status: 'failed', sort: 'job', isAscending: true, page: 3 } as const;
    const params = runParamsOf(query);
    expect(params).toEqual({
      tache: 'archiving',
      resultat: 'failed',
      tri: 'tache',
      ordre: 'croissant',
      page: '3',
    });
    expect(runQueryOf(params as Record<string, string>)).toEqual(query);
  });

  it('leaves out what is as usual', () => {
    expect(Object.values(runParamsOf(runQueryOf({})))).toEqual([null, null, null, null, null]);
  });
});
