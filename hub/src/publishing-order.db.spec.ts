import { openTestDatabase, type TestDatabase } from '@tournee/db/testing';
import { winpneuBase } from '@tournee/db/testing/winpneu';
import { OPERATION_CODES, type OperationInput } from '@tournee/graphql';
import { composeHub } from './composition.ts';
import { createHubJobs } from './hub-jobs.ts';
import { silentLog } from './logger.ts';
import { RIGHT_PAYLOADS } from './testing/fuzz/right-payloads.ts';
import { recordTransactions } from './testing/recorded-statements.ts';
import { fillTestBase, TEST_PASSWORD } from './testing/test-base.ts';
import { testClock } from './testing/test-clock.ts';
import { type GraphqlAnswer, SIGN_IN } from './testing/test-hub.ts';
import { push, visitOperation } from './testing/test-operations.ts';
import { creation, deletion } from './testing/test-prospects.ts';

const LOCKS_CLOCK = 'update [crm].[sync_clock] set';
const WRITES_FEED = /^(insert into|update|delete from|delete) \[crm\]\.\[sync_(clock|doc|floor)\]/;
const CHANGE = `mutation ($changes: [SettingValueInput!]!) { updateSettings(changes: $changes) { name } }`;
const ABOUT_CLIENTS: readonly string[] = ['VC', 'MC', 'DR', 'PA'];
const CARD = { adr1Fac: '1 rue du Port', villeFac: 'LILLE', tel1: '03 20 12 34 56' };

const clock = testClock();
let test: TestDatabase;
let transactions: string[][];
let hub: ReturnType<typeof composeHub>;
let rep: string;
let admin: string;

const query = async (text: string, variables: object = {}, token?: string): Promise<GraphqlAnswer> => {
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  const body = JSON.stringify({ query: text, variables });
  const request = new Request('http://localhost/graphql', { method: 'POST', headers, body });
  const response = await hub.yoga.fetch(request, { req: { headers: {}, socket: {} } } as never);
  return (await response.json()) as GraphqlAnswer;
};

const signIn = async (userName: string): Promise<string> => {
  const { data } = await query(SIGN_IN, { userName, password: TEST_PASSWORD });
  return (data?.['signIn'] as unknown as { accessToken: string }).accessToken;
};

beforeAll(async () => {
  test = await openTestDatabase();
  await fillTestBase(test.database);
  transactions = recordTransactions(test.database);
  const options = { database: test.database, clock, log: silentLog(), secret: 'secret of the tests' };
  const parts = { isProduction: false, smtpUrl: null, dataFolder: '', localUrl: () => '' };
  hub = composeHub({ ...options, ...parts, pruneLogs: () => Promise.resolve(0) });
  rep = await signIn('igarnier');
  admin = await signIn('direction');
});
beforeEach(() => {
  transactions.length = 0;
});
afterAll(() => test.remove());

/** What the transactions that write the feed begin with. */
const beginnings = (): string[] =>
  transactions
    .filter((statements) => statements.some((statement) => WRITES_FEED.test(statement)))
    .map(([first = '']) => (first.startsWith(LOCKS_CLOCK) ? 'clock' : first));

const operationOf = (code: string, prospectId: string): OperationInput => {
  if (code === 'CP') return creation(CARD);
  const about = ABOUT_CLIENTS.includes(code)
    ? { entityType: 'client', entityId: 'C0001' }
    : { entityType: 'prospect', entityId: prospectId };
  const { id } = visitOperation();
  const payload = RIGHT_PAYLOADS[code as keyof typeof RIGHT_PAYLOADS];
  return visitOperation({ ...about, code, id: id.replace(/^VC/, code), payload });
};

describe('the first statement of what publishes', () => {
  it.each(OPERATION_CODES)('locks the clock when %s is pushed', async (code) => {
    const prospect = creation(CARD);
    await push({ query }, rep, prospect);
    transactions.length = 0;
    const [answer] = await push({ query }, rep, operationOf(code, prospect.id));
    expect(['integrated', 'conflict']).toContain(answer?.status);
    expect(beginnings()).toEqual(['clock']);
  });

  it('locks the clock when an operation is refused, replayed, or let go by an administrator', async () => {
    const refused = visitOperation({ entityId: 'C9999' });
    const [answer] = await push({ query }, rep, refused);
    expect(answer).toMatchObject({ status: 'rejected' });
    const replay = `mutation { replayOperation(id: "${refused.id}") { state } }`;
    expect((await query(replay, {}, admin)).errors).toBeUndefined();
    expect(beginnings()).toEqual(['clock', 'clock']);
    const close = `mutation { closeIntegrationError(id: "${refused.id}", note: "vu") { state } }`;
    expect((await query(close, {}, admin)).errors).toBeUndefined();
    expect(transactions.at(-1)?.[0]).toContain(LOCKS_CLOCK);
  });

  it('locks the clock when a parameter of devices changes', async () => {
    const changes = [{ name: 'visit.maxAgeDays', value: 21 }];
    expect((await query(CHANGE, { changes }, admin)).errors).toBeUndefined();
    expect(beginnings()).toEqual(['clock']);
  });

  it('locks the clock in each job, as often as it publishes', async () => {
    await winpneuBase(test.database).relation('C0001', { dateRelation: new Date('2019-01-05T00:00:00Z') });
    await query(CHANGE, { changes: [{ name: 'relation.archiveMonths', value: 24 }] }, admin);
    const gone = creation(CARD);
    await push({ query }, rep, gone, creation(CARD));
    await push({ query }, rep, deletion(gone.id));
    const { settings, mail } = hub.automate;
    const steady = { whenSteady: () => Promise.resolve(), pruneLogs: () => Promise.resolve(0) };
    const jobs = createHubJobs({
      database: test.database,
      clock,
      log: silentLog(),
      settings,
      mail,
      ...steady,
    });
    const found: Record<string, string[]> = {};
    const context = { signal: new AbortController().signal, requestedBy: null, log: silentLog() };
    clock.advance({ days: 800 });
    await winpneuBase(test.database).changeClient('C0002', { nomClient: 'NEUF' });
    // The refresh last: it would do the work of the others.
    for (const job of jobs.toReversed()) {
      transactions.length = 0;
      await job.run(context);
      found[job.name] = [...new Set(beginnings())];
    }
    expect(found).toEqual({
      'base-refresh': ['clock'],
      'prospect-pruning': ['clock'],
      archiving: ['clock'],
      'mail-outbox': [],
      retention: ['clock'],
      'daily-check': [],
    });
  });
});
