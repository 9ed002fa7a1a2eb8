import { appUser, clientRelation, integrationErrorRepository, operation } from '@tournee/db';
import type { OperationInput } from '@tournee/graphql';
import { TestDevice } from '../testing/test-device.ts';
import { codeOf, startTestHub, type TestHub } from '../testing/test-hub.ts';
import { visitOperation } from '../testing/test-operations.ts';

let test: TestHub;
let rep: TestDevice;

beforeEach(async () => {
  test = await startTestHub();
  rep = new TestDevice(test, (await test.signIn('igarnier')).accessToken);
});
afterEach(() => test.remove());

const UPDATE = `mutation ($id: ID!, $user: UserInput!) { updateUser(id: $id, user: $user) { id cUser } }`;
const updateUser = async (id: string, user: object): Promise<void> => {
  const { accessToken } = await test.signIn('direction');
  const answer = await test.query(UPDATE, { id, user }, accessToken);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
};
const becomes = (cUser: string, cReps: string[]): Promise<void> =>
  updateUser('1', {
    userWindows: 'igarnier',
    cUser,
    mail: 'nouveau@pneus.example',
    nomAffiche: 'Nouveau nom',
    role: 'commercial',
    scopeKind: 'rep',
    cReps,
  });
const ERRORS = `{ adminIntegrationErrors(pageSize: 200) { rows { id auteur reason { code } history { message } } total } }`;
const errors = async () => {
  const { accessToken } = await test.signIn('direction');
  const answer = await test.query(ERRORS, {}, accessToken);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data['adminIntegrationErrors'] as unknown as {
    rows: { id: string; auteur: string; reason: { code: string }; history: { message: string }[] }[];
    total: number;
  };
};
const written = async (): Promise<(string | null)[]> =>
  (await test.database.db.select({ cUser: clientRelation.cUser }).from(clientRelation)).map(
    ({ cUser }) => cUser?.trim() ?? null,
  );
const later = (sent: OperationInput, minutes: number): OperationInput => ({
  ...sent,
  createdAt: new Date(test.clock.now().getTime() + minutes * 60_000).toISOString(),
});

describe('a user whose code, name and scopes change while work waits', () => {
  it('has it integrated as theirs, under the code of the day it was noted', async () => {
    await rep.pull('client');
    test.clock.advance({ minutes: 1 });
    await becomes('GB00', ['GB00']);
    test.clock.advance({ minutes: 5 });
    const old = visitOperation();
    expect(await rep.push(old)).toMatchObject([{ status: 'integrated', cUser: 'GA00' }]);
    const [row] = await test.database.db.select().from(operation);
    expect(row).toMatchObject({ userId: 1, cUser: 'GA00', name: old.id });
    expect(await written()).toEqual(['GA00']);
  });

  it('does not write under the old code what was noted after', async () => {
    await becomes('GB00', ['GA00']);
    test.clock.advance({ minutes: 5 });
    const [answer] = await rep.push(later(visitOperation(), -1));
    expect(answer).toMatchObject({ status: 'integrated', cUser: 'GB00' });
    expect(await written()).toEqual(['GB00']);
  });

  it('is known by what the device was told when the table is changed by hand', async () => {
    await rep.pull('client');
    await test.database.db.update(appUser).set({ cUser: 'GB00' });
    expect(await rep.push(visitOperation())).toMatchObject([{ status: 'integrated' }]);
  });
});

describe('an operation that is refused for its author or name', () => {
  const foreign = (): OperationInput => visitOperation({ cUser: 'PM00' });

  it('is kept once for the administrator, as its sender’s, under a name that is nobody’s', async () => {
    const sent = foreign();
    await rep.push(sent);
    await rep.push(sent);
    const { rows, total } = await errors();
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ auteur: 'igarnier', reason: { code: 'AUTHOR_MISMATCH' } });
    expect(rows[0]?.id).not.toBe(sent.id);
    expect(rows[0]?.history[0]?.message).toContain(sent.id);
    // The name is still its owner's to use.
    const owner = new TestDevice(test, (await test.signIn('pmartin')).accessToken);
    expect(await owner.push({ ...sent, entityId: 'C0101' })).toMatchObject([{ status: 'integrated' }]);
  });

  it('can be closed, and not replayed', async () => {
    await rep.push(foreign());
    const { rows } = await errors();
    const { accessToken } = await test.signIn('direction');
    const replay = `mutation ($id: ID!) { replayOperation(id: $id) { id } }`;
    expect(codeOf(await test.query(replay, { id: rows[0]?.id }, accessToken))).toBe('BAD_INPUT');
  });

  it('is kept whatever is wrong with it, a hundred a day, and refused all the same', async () => {
    await rep.push(visitOperation({ id: 'x' }), visitOperation({ entityType: 'invoice'.repeat(9) }));
    expect((await errors()).rows.map(({ reason }) => reason.code).sort()).toEqual([
      'ENTITY_INVALID',
      'NAME_INVALID',
    ]);
    for (let call = 0; call < 2; call += 1) {
      const answers = await rep.push(...Array.from({ length: 60 }, foreign));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['rejected']));
    }
    expect(await integrationErrorRepository(test.database.db).countOpen()).toBe(100);
  });
});
