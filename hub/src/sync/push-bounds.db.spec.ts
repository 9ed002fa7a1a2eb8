import { mail, operation } from '@tournee/db';
import type { Operation, OperationInput } from '@tournee/graphql';
import { updateSettings } from '../testing/test-admin.ts';
import { startTestHub, type TestHub } from '../testing/test-hub.ts';
import { PUSH, push, toRows, visitOperation, visitPayload } from '../testing/test-operations.ts';
import { REFUSED_A_DAY } from './refusal-quota.ts';

let test: TestHub;
let token: string;

beforeEach(async () => {
  test = await startTestHub();
  token = (await test.signIn()).accessToken;
});
afterEach(() => test.remove());

const nested = (levels: number): unknown =>
  Array.from({ length: levels }).reduce((inner: unknown) => [inner], 'x');
const ledger = () => test.database.db.select().from(operation);
const traces = async () => {
  const answer: unknown = await test.database.db.execute(
    'select [operation], [payload], [reason_code], [state] from [crm].[integration_error]',
  );
  return (answer as { recordset: object[] }).recordset;
};
/** Refused by its handler: the client is somebody else's. */
const refusedVisit = (fields: Partial<OperationInput> = {}) =>
  visitOperation({ entityId: 'C0101', ...fields });

describe('an operation with too large a payload', () => {
  it.each<[string, unknown, string]>([
    ['in bytes', { commentaire: 'é'.repeat(70_000) }, 'PAYLOAD_TOO_LARGE'],
    ['in depth', nested(33), 'PAYLOAD_TOO_DEEP'],
    ['in keys', { answers: { contact: Array.from({ length: 201 }, () => 'visite') } }, 'PAYLOAD_TOO_WIDE'],
  ])(
    '%s is refused, leaves a trace without it, and lets the next one through',
    async (_what, payload, code) => {
      const sent = visitOperation({ payload });
      const [refused, next] = await push(test, token, sent, visitOperation());
      expect(refused).toMatchObject({ id: sent.id, status: 'rejected', reason: { code, field: 'payload' } });
      // What is too deep could not be written back.
      expect(refused?.payload).toEqual(code === 'PAYLOAD_TOO_DEEP' ? {} : sent.payload);
      expect(next?.status).toBe('integrated');
      expect((await ledger()).map(({ name }) => name)).toEqual([next?.id]);
      expect(await traces()).toEqual([
        { operation: sent.id, payload: '{}', reason_code: code, state: 'open' },
      ]);
    },
  );

  it.each([100, 400])('%i levels deep is refused, whoever it is said to be of', async (levels) => {
    const rows = [visitOperation({ payload: 'DEEP' }), visitOperation({ payload: 'DEEP', cUser: 'PM00' })];
    const body = JSON.stringify({ query: PUSH, variables: { rows: toRows(rows) } });
    const response = await fetch(`${test.hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: body.replaceAll('"DEEP"', '['.repeat(levels) + ']'.repeat(levels)),
    });
    const text = await response.text();
    const { data } = JSON.parse(text) as { data: { pushOperations: Operation[] } };
    expect(data.pushOperations.map(({ reason }) => reason?.code)).toEqual([
      'PAYLOAD_TOO_DEEP',
      'AUTHOR_MISMATCH',
    ]);
  });
});

describe('the quota of refused operations', () => {
  const fill = async (): Promise<void> => {
    for (let sent = 0; sent < REFUSED_A_DAY.operations; sent += 100)
      await push(test, token, ...Array.from({ length: 100 }, () => refusedVisit()));
  };

  it('lets valid ones through beyond it, keeps no more refusals that day, and tells the administrators once', async () => {
    const admin = (await test.signIn('direction')).accessToken;
    await updateSettings(test, admin, [{ name: 'mail.errorAddresses', value: ['errors@pneus.example'] }]);
    await fill();
    const late = refusedVisit();
    const [refused, accepted] = await push(test, token, late, visitOperation(), refusedVisit());
    expect(refused).toMatchObject({ ...late, status: 'rejected', reason: { code: 'QUOTA_REACHED' } });
    expect(accepted?.status).toBe('integrated');
    expect(await ledger()).toHaveLength(REFUSED_A_DAY.operations + 1);
    const kinds = (await test.database.db.select({ cause: mail.cause }).from(mail)).map(({ cause }) => cause);
    expect(kinds.filter((cause) => cause.startsWith('trouble:quota:'))).toHaveLength(1);
    test.clock.advance({ days: 1 });
    token = (await test.signIn()).accessToken;
    expect((await push(test, token, late))[0]?.reason?.code).not.toBe('QUOTA_REACHED');
  }, 60_000);

  it('counts bytes, and traces of payloads that were not kept', async () => {
    const large = () => refusedVisit({ payload: visitPayload({ commentaire: 'x'.repeat(120_000) }) });
    for (let sent = 0; sent < 45; sent += 15) await push(test, token, ...Array.from({ length: 15 }, large));
    expect((await ledger()).length).toBe(
      Math.floor(REFUSED_A_DAY.bytes / JSON.stringify(large().payload).length),
    );
    expect(await traces()).toHaveLength((await ledger()).length);
  }, 60_000);
});
