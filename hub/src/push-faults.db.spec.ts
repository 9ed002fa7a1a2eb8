import {
  appUserRepository,
  clientRelation,
  fleetRepository,
  integrationErrorRepository,
  mail,
  operationRepository,
} from '@tournee/db';
import { COLLECTIONS, type IntegrationError, type Operation, type OperationInput } from '@tournee/graphql';
import type { Viewer } from './context.ts';
import { createLog } from './logger.ts';
import { dataOf, eventually, updateSettings } from './testing/test-admin.ts';
import { codeOf, startTestHub, type TestHub } from './testing/test-hub.ts';
import { push, pushRaw, visitOperation } from './testing/test-operations.ts';
import { createIntegrationErrorRecorder } from './modules/integration-error/integration-error.recorder.ts';
import { PushService } from './sync/push.service.ts';

const REPLAY = 'mutation ($id: ID!) { replayOperation(id: $id) { state reason { code } } }';
const CLOSE = 'mutation ($id: ID!, $note: String!) { closeIntegrationError(id: $id, note: $note) { state } }';

let test: TestHub;
let token: string;
let admin: string;
const lines: string[] = [];

beforeEach(async () => {
  lines.length = 0;
  const log = createLog({ level: 'debug', file: { write: (line) => void lines.push(line) } });
  test = await startTestHub({ log });
  token = (await test.signIn()).accessToken;
  admin = (await test.signIn('direction')).accessToken;
});
afterEach(() => test.remove());

const relations = () => test.database.db.select().from(clientRelation);
const errorOf = (id: string) => integrationErrorRepository(test.database.db).find(id);
const eventsOf = (id: string) => integrationErrorRepository(test.database.db).events([id]);
const statuses = (answers: readonly Operation[]): string[] => answers.map(({ status }) => status);

/** What the base holds of C0002 cannot be read: the integration of whatever is said about it throws. */
function setFleet(counts: string): Promise<unknown> {
  const now = test.clock.now();
  const row = { cClient: 'C0002', counts, userId: 1, operation: 'by hand', saidAt: now, updatedAt: now };
  return fleetRepository(test.database.db).save(row);
}

async function faultyVisit(): Promise<OperationInput> {
  await setFleet('{');
  return visitOperation({ entityId: 'C0002' });
}

const mend = (): Promise<unknown> => setFleet('[]');

/** Sends some as a device does: all of them again, until the hub answers. */
async function pushUntilAnswered(
  ...sent: OperationInput[]
): Promise<{ answers: Operation[]; tries: number }> {
  for (let tries = 1; tries <= 5; tries += 1) {
    const answer = await pushRaw(test, token, sent);
    if (answer.data) return { answers: answer.data['pushOperations'] as unknown as Operation[], tries };
    expect(codeOf(answer)).toBe('INTERNAL');
  }
  throw new Error('The queue is blocked.');
}

async function pulledOperations(): Promise<Operation[]> {
  const { query, pullField } = COLLECTIONS.operation;
  const answer = await test.query(query, { limit: 1000 }, token);
  return (answer.data?.[pullField] as unknown as { documents: Operation[] }).documents;
}

describe('an operation whose integration throws', () => {
  it('does not keep the ones behind it from going through, at its first try already', async () => {
    const [bad, good] = [await faultyVisit(), visitOperation()];
    expect(codeOf(await pushRaw(test, token, [bad, good]))).toBe('INTERNAL');
    expect(await operationRepository(test.database.db).find(good.id)).toMatchObject({ status: 'integrated' });
    expect(await relations()).toHaveLength(1);
  });

  it('is kept whole at its third try, answered, and told to administrators', async () => {
    await updateSettings(test, admin, [{ name: 'mail.errorAddresses', value: ['errors@pneus.example'] }]);
    const [bad, good] = [await faultyVisit(), visitOperation()];
    const { answers, tries } = await pushUntilAnswered(bad, good);
    expect(tries).toBe(3);
    expect(statuses(answers)).toEqual(['failed', 'integrated']);
    expect(answers[0]?.reason?.message).toContain('en attente de l’administrateur');
    expect(await push(test, token, bad)).toEqual([answers[0]]);
    expect((await pulledOperations()).find(({ id }) => id === bad.id)).toEqual(answers[0]);
    expect(await errorOf(bad.id)).toMatchObject({
      state: 'open',
      tries: 3,
      reasonCode: 'HUB_FAULT',
      payload: JSON.stringify(bad.payload),
    });
    const troubles = async () =>
      (await test.database.db.select().from(mail)).filter(({ kind }) => kind === 'trouble');
    await eventually(async () => (await troubles()).length > 0);
    expect((await troubles())[0]?.text).toContain(bad.id);
  });

  it('is known with the words of the server to administrators, and to nobody else', async () => {
    const said = Object.assign(new Error('Le garage GARAGE C0001 est bloqué.'), { number: 50_001 });
    const log = createLog({ level: 'debug', file: { write: (line) => void lines.push(line) } });
    const recorder = createIntegrationErrorRecorder({ database: test.database, log });
    const pushes = new PushService({
      database: test.database,
      clock: test.clock,
      log,
      handlers: [{ code: 'VC', judge: () => Promise.reject(said) }],
      onCommit: () => undefined,
      observer: {
        ...recorder,
        disowned: () => Promise.resolve(),
        notDone: () => undefined,
        quotaReached: () => undefined,
      },
    });
    const [author] = await appUserRepository(test.database.db).list();
    const viewer = { userId: author?.id, cUser: 'GA00', deviceId: null } as unknown as Viewer;
    const sent = visitOperation();
    await expect(pushes.push(viewer, [sent])).rejects.toBe(said);
    await expect(pushes.push(viewer, [sent])).rejects.toBe(said);
    const answers = await pushes.push(viewer, [sent]);
    expect(statuses(answers)).toEqual(['failed']);
    expect((await eventsOf(sent.id)).map(({ message }) => message)).toEqual([
      '50001: Le garage GARAGE C0001 est bloqué.',
    ]);
    expect(JSON.stringify(answers)).not.toContain('bloqué');
    expect(lines.join('')).not.toContain('bloqué');
  });

  it('is sent again for ever where the fault lies with the database', async () => {
    const deadlock = Object.assign(new Error('deadlock victim'), { number: 1205 });
    const log = createLog({ level: 'fatal' });
    const pushes = new PushService({
      database: test.database,
      clock: test.clock,
      log,
      handlers: [{ code: 'VC', judge: () => Promise.reject(deadlock) }],
      onCommit: () => undefined,
      observer: {
        ...createIntegrationErrorRecorder({ database: test.database, log }),
        disowned: () => Promise.resolve(),
        notDone: () => undefined,
        quotaReached: () => undefined,
      },
    });
    const viewer = { userId: 1, cUser: 'GA00', deviceId: null } as unknown as Viewer;
    const sent = visitOperation();
    for (let tries = 0; tries < 4; tries += 1) {
      await expect(pushes.push(viewer, [sent])).rejects.toBe(deadlock);
    }
    expect(await operationRepository(test.database.db).find(sent.id)).toBeNull();
  });

  it('is done once when an administrator replays it with success, and its devices learn of it', async () => {
    const bad = await faultyVisit();
    await pushUntilAnswered(bad);
    await mend();
    expect(
      dataOf<IntegrationError>(await test.query(REPLAY, { id: bad.id }, admin), 'replayOperation'),
    ).toMatchObject({ state: 'resolved' });
    expect((await pulledOperations()).find(({ id }) => id === bad.id)).toMatchObject({
      status: 'integrated',
      reason: null,
    });
    expect(statuses(await push(test, token, bad))).toEqual(['integrated']);
    expect(await relations()).toHaveLength(1);
  });

  it('stays kept when a replay meets the fault again', async () => {
    const bad = await faultyVisit();
    await pushUntilAnswered(bad);
    await test.query(REPLAY, { id: bad.id }, admin);
    expect(await errorOf(bad.id)).toMatchObject({ state: 'open', tries: 4 });
    expect(statuses(await push(test, token, bad))).toEqual(['failed']);
  });

  it('is refused, for its author to correct, when an administrator closes it', async () => {
    const bad = await faultyVisit();
    await pushUntilAnswered(bad);
    await test.query(CLOSE, { id: bad.id, note: 'Saisie en double.' }, admin);
    expect((await pulledOperations()).find(({ id }) => id === bad.id)).toMatchObject({
      status: 'rejected',
      reason: { code: 'CLOSED_BY_ADMIN' },
    });
    expect(statuses(await push(test, token, visitOperation({ cites: bad.id })))).toEqual(['integrated']);
  });
});

describe('what builds upon an operation that is kept', () => {
  it('waits beside it, and follows it when it is replayed', async () => {
    const bad = await faultyVisit();
    const correction = visitOperation({ entityId: 'C0002', cites: bad.id });
    const { answers } = await pushUntilAnswered(bad, correction, visitOperation());
    expect(answers.map(({ status, reason }) => [status, reason?.code])).toEqual([
      ['failed', 'HUB_FAULT'],
      ['failed', 'WAITS_FOR_FAILED'],
      ['integrated', undefined],
    ]);
    await mend();
    await test.query(REPLAY, { id: bad.id }, admin);
    expect(statuses(await push(test, token, bad, correction))).toEqual(['integrated', 'rejected']);
    expect(await errorOf(correction.id)).toMatchObject({ reasonCode: 'CITED_DONE' });
    expect(await relations()).toHaveLength(2);
  });

  it('is not judged before it while that is tried again', async () => {
    const bad = await faultyVisit();
    const correction = visitOperation({ entityId: 'C0002', cites: bad.id });
    await pushRaw(test, token, [bad, correction]);
    expect(await operationRepository(test.database.db).find(correction.id)).toBeNull();
  });
});
