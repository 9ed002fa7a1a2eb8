import { clientRelation, integrationErrorRepository, mail, operationRepository } from '@tournee/db';
import type { IntegrationError, IntegrationErrorPage } from '@tournee/graphql';
import { dataOf, eventually, refusalOf, updateSettings } from '../../testing/test-admin.ts';
import { codeOf, type GraphqlAnswer, startTestHub, type TestHub } from '../../testing/test-hub.ts';
import { push, visitOperation, visitPayload } from '../../testing/test-operations.ts';
import { createIntegrationErrorRecorder } from './integration-error.recorder.ts';
import { silentLog } from '../../logger.ts';
import type { Viewer } from '../../context.ts';

const FIELDS = `id code entityLabel auteur state tries payload reason { code message field } history { kind by code message payload }`;
const LIST = `query ($filter: IntegrationErrorFilter, $sort: IntegrationErrorSort) {
  adminIntegrationErrors(filter: $filter, sort: $sort) { total rows { ${FIELDS} } }
}`;
const FIND = `query ($id: ID!) { adminIntegrationError(id: $id) { ${FIELDS} } }`;
const REPLAY = `mutation ($id: ID!, $payload: JSON) { replayOperation(id: $id, payload: $payload) { ${FIELDS} } }`;
const CLOSE = `mutation ($id: ID!, $note: String!) { closeIntegrationError(id: $id, note: $note) { ${FIELDS} } }`;
const REOPEN = `mutation ($id: ID!) { reopenIntegrationError(id: $id) { ${FIELDS} } }`;
const FUTURE = visitPayload({ date: '2027-01-01' });

describe('integration errors', () => {
  let test: TestHub;
  let admin: string;
  let rep: string;

  beforeEach(async () => {
    test = await startTestHub();
    admin = (await test.signIn('direction')).accessToken;
    rep = (await test.signIn()).accessToken;
  });
  afterEach(() => test.remove());

  const refused = async (): Promise<string> => {
    const [answer] = await push(test, rep, visitOperation({ payload: FUTURE }));
    expect(answer?.status).toBe('rejected');
    return answer?.id ?? '';
  };
  const find = async (id: string): Promise<IntegrationError> =>
    dataOf(await test.query(FIND, { id }, admin), 'adminIntegrationError');
  const replay = (id: string, payload?: unknown): Promise<GraphqlAnswer> =>
    test.query(REPLAY, { id, payload }, admin);
  const relations = async () => test.database.db.select().from(clientRelation);

  it('keeps a refused operation with its reason, author and payload, and mails the error addresses once', async () => {
    await updateSettings(test, admin, [{ name: 'mail.errorAddresses', value: ['errors@pneus.example'] }]);
    const id = await refused();
    await refused();
    expect(await find(id)).toMatchObject({
      code: 'VC',
      entityLabel: 'GARAGE C0001',
      auteur: 'igarnier',
      state: 'open',
      tries: 1,
      payload: FUTURE,
      reason: { code: 'VISIT_IN_FUTURE', field: 'date' },
      history: [{ kind: 'refused', by: null }],
    });
    const troubles = async () =>
      (await test.database.db.select().from(mail)).filter(({ kind }) => kind === 'trouble');
    await eventually(async () => (await troubles()).length > 0);
    const [first, ...more] = await troubles();
    expect(more).toEqual([]);
    expect(first?.text).toContain('VISIT_IN_FUTURE');
    expect(first?.text).not.toContain('Vu le patron');
  });

  it('integrates a corrected payload once, however often it is replayed and sent again', async () => {
    const operation = visitOperation({ payload: FUTURE });
    await push(test, rep, operation);
    const answers = await Promise.all([1, 2, 3].map(() => replay(operation.id, visitPayload())));
    expect(answers.filter((answer) => codeOf(answer) === null).length).toBeGreaterThanOrEqual(1);
    expect(await find(operation.id)).toMatchObject({ state: 'resolved', payload: visitPayload() });
    const [again] = await push(test, rep, operation);
    expect(again).toMatchObject({ status: 'integrated', reason: null, payload: visitPayload() });
    expect(await relations()).toHaveLength(1);
    expect(refusalOf(await replay(operation.id)).field).toBe('id');
  });

  it('answers a new refusal as the reason, and counts the try', async () => {
    const id = await refused();
    const again = dataOf<IntegrationError>(
      await replay(id, visitPayload({ date: '2020-01-01' })),
      'replayOperation',
    );
    expect(again).toMatchObject({ state: 'open', tries: 2, reason: { code: 'VISIT_TOO_OLD' } });
    expect(again.history).toMatchObject([
      { kind: 'refused' },
      { kind: 'replayFailed', by: 'direction', payload: { date: '2020-01-01' } },
    ]);
    expect(await relations()).toHaveLength(0);
  });

  it('is settled by a new operation that cites the old one, which then cannot be replayed', async () => {
    const id = await refused();
    await push(test, rep, visitOperation({ cites: id }));
    expect(await find(id)).toMatchObject({
      state: 'resolved',
      history: [{ kind: 'refused' }, { kind: 'integrated' }],
    });
    await integrationErrorRepository(test.database.db).update(id, { state: 'open' });
    expect(codeOf(await replay(id, visitPayload()))).toBe('BAD_INPUT');
    expect(await relations()).toHaveLength(1);
  });

  it('cannot be replayed once a correction of its correction was integrated, and is settled with it', async () => {
    const first = await refused();
    const second = visitOperation({ payload: FUTURE, cites: first });
    await push(test, rep, second, visitOperation({ cites: second.id }));
    for (const id of [first, second.id]) {
      expect(await find(id)).toMatchObject({ state: 'resolved' });
      await integrationErrorRepository(test.database.db).update(id, { state: 'open' });
      expect(codeOf(await replay(id, visitPayload()))).toBe('BAD_INPUT');
    }
    expect(await relations()).toHaveLength(1);
  });

  it('is not done by a correction of its correction when an administrator was quicker', async () => {
    const first = await refused();
    const second = visitOperation({ payload: FUTURE, cites: first });
    await push(test, rep, second);
    await replay(first, visitPayload());
    const [third] = await push(test, rep, visitOperation({ cites: second.id }));
    expect(third?.reason?.code).toBe('CITED_DONE');
    expect(await find(second.id)).toMatchObject({ state: 'open' });
    expect(
      dataOf<IntegrationError>(await replay(second.id, visitPayload()), 'replayOperation'),
    ).toMatchObject({ state: 'open', reason: { code: 'CITED_DONE' } });
    expect(await relations()).toHaveLength(1);
  });

  it('remembers what an operation takes the place of also when the hub failed to integrate it', async () => {
    const first = await refused();
    const recorder = createIntegrationErrorRecorder({ database: test.database, log: silentLog() });
    const { id: name, code, entityType, entityId, payload, createdAt } = visitOperation();
    const row = await operationRepository(test.database.db).find(first);
    const author = { userId: row?.userId, cUser: 'GA00', deviceId: null } as unknown as Viewer;
    const at = { createdAt: new Date(createdAt), notedAt: new Date(createdAt) };
    const incoming = { name, code, entityType, entityId, payload, ...at };
    await recorder.failed(
      author,
      { ...incoming, cites: first },
      { error: new Error(), now: test.clock.now() },
    );
    expect(dataOf<IntegrationError>(await replay(name), 'replayOperation')).toMatchObject({
      state: 'resolved',
    });
    expect(await find(first)).toMatchObject({ state: 'resolved' });
    expect(await relations()).toHaveLength(1);
  });

  it('keeps what the hub failed to do, tells a repetition once, and is settled when the device gets through', async () => {
    const recorder = createIntegrationErrorRecorder({ database: test.database, log: silentLog() });
    const sent = visitOperation();
    const { id: name, code, entityType, entityId, payload } = sent;
    const author = { userId: 1, cUser: 'GA00', deviceId: null } as unknown as Viewer;
    const incoming = {
      name,
      code,
      entityType,
      entityId,
      payload,
      createdAt: new Date(sent.createdAt),
      notedAt: new Date(sent.createdAt),
      cites: null,
    };
    for (let tries = 0; tries < 3; tries += 1)
      await recorder.failed(author, incoming, { error: new Error(), now: test.clock.now() });
    expect(await find(name)).toMatchObject({
      state: 'open',
      tries: 3,
      reason: { code: 'HUB_FAULT' },
      history: [{ kind: 'failed' }],
    });
    await push(test, rep, sent);
    expect(await find(name)).toMatchObject({ state: 'resolved', tries: 4 });
  });

  it('closes with a note, and opens again', async () => {
    const id = await refused();
    expect(refusalOf(await test.query(CLOSE, { id, note: ' ' }, admin)).field).toBe('note');
    const closed = dataOf<IntegrationError>(
      await test.query(CLOSE, { id, note: 'Vu avec lui.' }, admin),
      'closeIntegrationError',
    );
    expect(closed).toMatchObject({
      state: 'closed',
      history: [{}, { kind: 'closed', by: 'direction', message: 'Vu avec lui.' }],
    });
    expect(codeOf(await replay(id))).toBe('BAD_INPUT');
    expect(dataOf(await test.query(REOPEN, { id }, admin), 'reopenIntegrationError')).toMatchObject({
      state: 'open',
    });
  });

  it('filters and sorts', async () => {
    const id = await refused();
    await refused();
    const page = async (variables: object): Promise<IntegrationErrorPage> =>
      dataOf(await test.query(LIST, { ...variables }, admin), 'adminIntegrationErrors');
    expect((await page({ filter: { state: 'open', code: 'VC', text: 'c0001' } })).total).toBe(2);
    expect((await page({ filter: { text: id } })).rows.map((row) => row.id)).toEqual([id]);
    expect((await page({ filter: { state: 'closed' } })).total).toBe(0);
    expect((await page({ sort: { key: 'tries', direction: 'asc' } })).rows).toHaveLength(2);
  });

  it('refuses whoever is no administrator before it looks anything up', async () => {
    const id = await refused();
    const answers = [
      await test.query(LIST, {}, rep),
      await test.query(FIND, { id }, rep),
      await test.query(REPLAY, { id: 'none' }, rep),
      await test.query(CLOSE, { id, note: 'x' }, rep),
      await test.query(REOPEN, { id }, rep),
    ];
    expect(new Set(answers.map(codeOf))).toEqual(new Set(['FORBIDDEN']));
  });
});
