import type { OperationInput } from '@tournee/graphql';
import { refusalOf } from './testing/test-admin.ts';
import { type GraphqlAnswer, startTestHub, type TestHub } from './testing/test-hub.ts';
import { push, PUSH, pushRaw, toRows, visitOperation, visitPayload } from './testing/test-operations.ts';
import { creation, modification, prospectVisit } from './testing/test-prospects.ts';

const YEARS = ['0000', '0001', '1752', '9999'];
const REPORT = 'mutation ($report: DeviceReportInput!) { reportDevice(report: $report) }';

describe('values at the edge of what can be kept', () => {
  let test: TestHub;
  let token: string;

  beforeAll(async () => {
    test = await startTestHub();
    token = (await test.signIn()).accessToken;
  });
  afterAll(() => test.remove());

  const refusalOfPush = async (...operations: OperationInput[]): Promise<unknown[]> => {
    const operation = (await push(test, token, ...operations)).at(-1);
    return [operation?.status, operation?.reason?.code, operation?.reason?.field];
  };

  describe.each(YEARS)('a date of the year %s', (year) => {
    const date = `${year}-11-23`;

    it('is refused as the day of a visit, to a client or a prospect', async () => {
      const payload = visitPayload({ date });
      const refusal = ['rejected', 'PAYLOAD_INVALID', 'date'];
      expect(await refusalOfPush(visitOperation({ payload }))).toEqual(refusal);
      const prospect = creation();
      expect(await refusalOfPush(prospect, { ...prospectVisit(prospect.id), payload })).toEqual(refusal);
    });

    it('is refused as the day on which to see a client again', async () => {
      const operation = visitOperation();
      const followUp = { ...operation, id: operation.id.replace('VC', 'DR'), code: 'DR', payload: { date } };
      expect(await refusalOfPush(followUp)).toEqual(['rejected', 'PAYLOAD_INVALID', 'date']);
    });

    it('is refused as the date on which a company was founded', async () => {
      expect(await refusalOfPush(creation({ dateCreationSte: date }))).toEqual([
        'rejected',
        'PAYLOAD_INVALID',
        'dateCreationSte',
      ]);
      const prospect = creation();
      const change = modification(prospect.id, { dateCreationSte: [null, date] });
      expect(await refusalOfPush(prospect, change)).toEqual([
        'rejected',
        'PAYLOAD_INVALID',
        'dateCreationSte',
      ]);
      const request = { ...change, id: change.id.replace('MP', 'MC'), code: 'MC' };
      expect(await refusalOfPush({ ...request, entityType: 'client', entityId: 'C0001' })).toEqual([
        'rejected',
        'PAYLOAD_INVALID',
        'changes.dateCreationSte.to',
      ]);
      const client = creation({ dateCreationSte: date });
      const card = { card: client.payload, signature: null };
      const creationOfClient = { ...client, id: client.id.replace('CP', 'CC'), code: 'CC', payload: card };
      expect(await refusalOfPush(creationOfClient)).toEqual([
        'rejected',
        'PAYLOAD_INVALID',
        'card.dateCreationSte',
      ]);
    });

    it('is refused as the moment of an operation, and keeps none behind it back', async () => {
      const wrong = visitOperation({ createdAt: `${date}T08:15:00.000Z` });
      const [first, second] = await push(test, token, wrong, visitOperation());
      expect(first).toMatchObject({
        status: 'rejected',
        createdAt: wrong.createdAt,
        reason: { code: 'CREATED_AT_INVALID', field: 'createdAt' },
      });
      expect(second?.status).toBe('integrated');
    });

    it('is refused as what a device reports', async () => {
      const report = { version: '1', documents: 1, unsent: 1, oldestUnsentAt: `${date}T08:15:00.000Z` };
      expect(refusalOf(await test.query(REPORT, { report }, token))).toEqual({
        code: 'BAD_INPUT',
        field: 'oldestUnsentAt',
      });
    });
  });

  it.each(['2026-02-30T08:15:00.000Z', '2026-11-24T24:00:00.000Z', '10000-11-24T08:15:00.000Z'])(
    'refuses %s, which is no instant, before anything is done',
    async (createdAt) => {
      const answer = await pushRaw(test, token, [visitOperation({ createdAt })]);
      expect(refusalOf(answer).code).toBe('BAD_INPUT');
    },
  );

  it.each([33, 41])('counts an id of %p astral characters as the column does', async (count) => {
    expect(await refusalOfPush(visitOperation({ entityId: '😀'.repeat(count) }))).toEqual([
      'rejected',
      'ENTITY_INVALID',
      'entityId',
    ]);
  });

  it.each(['k'.repeat(61), `${'k'.repeat(51)}😀`, 'constructor'])(
    'does not know the answer %s',
    async (key) => {
      const operation = visitOperation({ payload: visitPayload({ answers: { [key]: ['visite'] } }) });
      expect((await refusalOfPush(operation)).slice(0, 2)).toEqual(['rejected', 'ANSWER_UNKNOWN']);
    },
  );

  it.each([
    ['nested 501 deep', '['.repeat(501) + ']'.repeat(501), 'trop imbriquée'],
    ['nested 6000 deep', '['.repeat(6000) + ']'.repeat(6000), 'trop imbriquée'],
    ['a number beyond all', '1e999', 'trop grand'],
    ['a key that is a prototype', '{"a":[{"__proto__":{}}]}', 'pas permis'],
  ])('refuses %s, in a payload or beside it, before anything is done', async (_what, json, sentence) => {
    const mark = 'what JSON.stringify cannot write';
    for (const operation of [
      visitOperation({ payload: mark }),
      visitOperation({ id: 'x', payload: { date: mark } }),
      visitOperation({ conflicts: [{ field: 'x', mine: mark, theirs: null }] }),
    ]) {
      const body = JSON.stringify({ query: PUSH, variables: { rows: toRows([operation]) } });
      const response = await fetch(`${test.hub.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: body.replace(JSON.stringify(mark), json),
      });
      const answer = (await response.json()) as GraphqlAnswer;
      expect([response.status, refusalOf(answer).code]).toEqual([400, 'BAD_INPUT']);
      expect(answer.errors?.[0]?.message).toContain(sentence);
    }
  });

  it('refuses what is nested 400 deep as a payload of a wrong shape', async () => {
    const deep = JSON.parse('['.repeat(400) + ']'.repeat(400)) as unknown;
    expect((await refusalOfPush(visitOperation({ payload: deep })))[0]).toBe('rejected');
  });
});
