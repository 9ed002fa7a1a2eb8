import { clientRelation } from '@tournee/db';
import { startTestHub, type TestHub } from '../testing/test-hub.ts';
import { push, visitOperation, visitPayload } from '../testing/test-operations.ts';

let test: TestHub;
let token: string;

beforeEach(async () => {
  test = await startTestHub();
  token = (await test.signIn()).accessToken;
});
afterEach(() => test.remove());

const relations = () => test.database.db.select().from(clientRelation);

describe('a correction', () => {
  it('takes the place of a refused operation, once', async () => {
    const refusedOne = visitOperation({ payload: visitPayload({ date: '2026-12-24' }) });
    const first = visitOperation({ cites: refusedOne.id });
    const second = visitOperation({ cites: refusedOne.id });
    const answers = await push(test, token, refusedOne, first, second, first);
    expect(answers.map(({ status, reason }) => [status, reason?.code])).toEqual([
      ['rejected', 'VISIT_IN_FUTURE'],
      ['integrated', undefined],
      ['rejected', 'CITED_REPLACED'],
      ['integrated', undefined],
    ]);
    expect(await relations()).toHaveLength(1);
  });

  it('may follow a correction that was refused itself', async () => {
    const [one, two] = [visitOperation({ payload: {} }), visitOperation({ payload: {} })];
    const answers = await push(
      test,
      token,
      one,
      { ...two, cites: one.id },
      visitOperation({ cites: one.id }),
    );
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'integrated']);
  });

  it('does not do again what was integrated meanwhile', async () => {
    const done = visitOperation();
    const [, answer] = await push(test, token, done, visitOperation({ cites: done.id }));
    expect(answer?.reason?.code).toBe('CITED_DONE');
    expect(await relations()).toHaveLength(1);
  });

  it('may cite what the ledger does not know: it was refused without a trace', async () => {
    const [answer] = await push(
      test,
      token,
      visitOperation({ cites: 'VC_GA00_20261124T081500123_zzzzzzzz' }),
    );
    expect(answer?.status).toBe('integrated');
  });

  it('is one of all those that follow a refused operation, however long the chain', async () => {
    const refusedPayload = { payload: visitPayload({ date: '2026-12-24' }) };
    const one = visitOperation(refusedPayload);
    const two = visitOperation({ ...refusedPayload, cites: one.id });
    const three = visitOperation({ cites: two.id });
    const beside = visitOperation({ ...refusedPayload, cites: one.id });
    const answers = await push(
      test,
      token,
      ...[one, two, beside, three],
      visitOperation({ cites: one.id }),
      visitOperation({ cites: beside.id }),
    );
    expect(answers.map(({ status, reason }) => reason?.code ?? status)).toEqual([
      'VISIT_IN_FUTURE',
      'VISIT_IN_FUTURE',
      'VISIT_IN_FUTURE',
      'integrated',
      'CITED_REPLACED',
      'CITED_REPLACED',
    ]);
    expect(await relations()).toHaveLength(1);
  });

  it('bears operations that cite each other in a circle', async () => {
    const [one, two] = [visitOperation({ payload: {} }), visitOperation({ payload: {} })];
    const answers = await push(
      test,
      token,
      { ...one, cites: two.id },
      { ...two, cites: one.id },
      visitOperation({ cites: one.id }),
    );
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'integrated']);
  });
});
