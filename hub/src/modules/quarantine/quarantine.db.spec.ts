import { deviceRepository, operation, quarantine } from '@tournee/db';
import type { OperationInput } from '@tournee/graphql';
import {
  codeOf,
  type GraphqlAnswer,
  startTestHub,
  type TestHub,
  type TestSession,
} from '../../testing/test-hub.ts';
import { pushRaw, visitOperation, visitPayload } from '../../testing/test-operations.ts';
import { QUARANTINE_ROWS_MAX } from './quarantine.service.ts';

const QUARANTINE = `mutation ($refreshToken: String!, $rows: [OperationInput!]!) {
  quarantineOperations(refreshToken: $refreshToken, rows: $rows) { kept }
}`;
const READ = `query ($userId: ID, $page: Int! = 1) {
  adminQuarantine(userId: $userId, page: $page) {
    rows { id name code entityType entityId createdAt payload cites userId nomAffiche deviceName receivedAt } total
  }
}`;

let test: TestHub;
let session: TestSession;

beforeEach(async () => {
  test = await startTestHub();
  session = await test.signIn();
});
afterEach(() => test.remove());

const handOver = (rows: OperationInput[], refreshToken = session.refreshToken): Promise<GraphqlAnswer> =>
  test.query(QUARANTINE, { refreshToken, rows });
const keptOf = (answer: GraphqlAnswer): string[] =>
  (answer.data?.['quarantineOperations'] as unknown as { kept: string[] }).kept;
const revoke = () =>
  deviceRepository(test.database.db).revoke(session.deviceId, 'signed-out', test.clock.now());
const rows = () => test.database.db.select().from(quarantine);

describe('quarantineOperations', () => {
  it('keeps what a revoked device could not send, for an administrator to read', async () => {
    await revoke();
    const sent = visitOperation();
    expect(codeOf(await pushRaw(test, session.accessToken, [sent]))).toBe('SESSION_REVOKED');
    expect(keptOf(await handOver([sent]))).toEqual([sent.id]);
    expect(await test.database.db.select().from(operation)).toEqual([]);
    const admin = (await test.signIn('direction')).accessToken;
    expect((await test.query(READ, {}, admin)).data?.['adminQuarantine']).toEqual({
      rows: [
        {
          id: '1',
          name: sent.id,
          code: 'VC',
          entityType: 'client',
          entityId: 'C0001',
          createdAt: sent.createdAt,
          payload: sent.payload,
          cites: null,
          userId: session.user.id,
          nomAffiche: 'igarnier',
          deviceName: 'portable',
          receivedAt: '2026-11-24T09:00:00.000Z',
        },
      ],
      total: 1,
    });
    const nobodys = await test.query(READ, { userId: '99' }, admin);
    expect(nobodys.data?.['adminQuarantine']).toEqual({ rows: [], total: 0 });
  });

  it('accepts a token that has ended, and one of a deactivated user', async () => {
    await test.database.db.execute(
      `update [crm].[app_user] set [is_active] = 0 where [user_windows] = 'igarnier'`,
    );
    test.clock.advance({ days: 90 });
    expect(keptOf(await handOver([visitOperation()]))).toHaveLength(1);
  });

  it('keeps a name once, and says of it that it is safe', async () => {
    await revoke();
    const sent = visitOperation();
    await handOver([sent]);
    expect(keptOf(await handOver([sent, sent]))).toEqual([sent.id]);
    expect(await rows()).toHaveLength(1);
  });

  it('is refused while the device may still push, and to whoever has no token', async () => {
    expect(codeOf(await handOver([visitOperation()]))).toBe('FORBIDDEN');
    await revoke();
    expect(codeOf(await handOver([visitOperation()], 'x'.repeat(43)))).toBe('UNAUTHENTICATED');
    expect(await rows()).toEqual([]);
  });

  it('leaves out what bears another name or cannot be read', async () => {
    await revoke();
    const good = visitOperation();
    const bad = [
      visitOperation({ cUser: 'PM00' }),
      visitOperation({ id: 'nonsense' }),
      visitOperation({ entityType: 'user' }),
      visitOperation({ cites: 'x' }),
      visitOperation({ payload: { text: 'x'.repeat(130_000) } }),
      visitOperation({ payload: Array.from({ length: 201 }, () => 'x') }),
      visitOperation({ payload: JSON.parse('['.repeat(33) + ']'.repeat(33)) as unknown }),
    ];
    expect(keptOf(await handOver([...bad, good]))).toEqual([good.id]);
  });

  it('is bounded: rows of a call, operations and size of a device', async () => {
    await revoke();
    const many = Array.from({ length: QUARANTINE_ROWS_MAX + 1 }, () => visitOperation());
    expect(codeOf(await handOver(many))).toBe('BAD_INPUT');
    const large = Array.from({ length: 60 }, () =>
      visitOperation({ payload: visitPayload({ commentaire: 'x'.repeat(95_000) }) }),
    );
    const kept = [
      ...keptOf(await handOver(large.slice(0, 20))),
      ...keptOf(await handOver(large.slice(20, 40))),
      ...keptOf(await handOver(large.slice(40))),
    ];
    expect(kept.length).toBe(52);
    expect(await rows()).toHaveLength(52);
  });
});

describe('adminQuarantine', () => {
  it('is for administrators only', async () => {
    expect(codeOf(await test.query(READ, {}, session.accessToken))).toBe('FORBIDDEN');
    expect(codeOf(await test.query(READ))).toBe('UNAUTHENTICATED');
    const accountant = (await test.signIn('compta')).accessToken;
    expect(codeOf(await test.query(READ, {}, accountant))).toBe('FORBIDDEN');
  });
});
