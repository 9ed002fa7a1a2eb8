import { setTimeout as delay } from 'node:timers/promises';
import { client, clientRelation, integrationErrorRepository, mail, operation } from '@tournee/db';
import {
  type Job,
  type JobRunPage,
  type OutboxMail,
  type OutboxMailPage,
  readHistoryVolumeId,
} from '@tournee/graphql';
import { startSmtpServer, type SmtpFixture } from './mail/testing/smtp-fixture.ts';
import { dataOf, eventually, refusalOf, updateSettings } from './testing/test-admin.ts';
import { codeOf, startTestHub, type TestHub } from './testing/test-hub.ts';
import { push, visitOperation, visitPayload } from './testing/test-operations.ts';

const JOBS =
  '{ adminJobs { name label schedule scheduleSetting nextRuns isPaused isRunning lastRun { status counts error requestedBy } } }';
const RUNS =
  'query ($filter: JobRunFilter) { adminJobRuns(filter: $filter) { total rows { job status counts requestedBy } } }';
const RUN = 'mutation ($name: ID!) { runJob(name: $name) { name } }';
const PAUSE =
  'mutation ($name: ID!, $isPaused: Boolean!) { setJobPaused(name: $name, isPaused: $isPaused) { isPaused } }';
const MAILS =
  'query ($filter: OutboxMailFilter) { adminMails(filter: $filter) { total rows { id status recipient text html lastError } } }';
const RETRY = 'mutation ($id: ID!) { retryMail(id: $id) { status } }';
const NO_SMTP = { port: 1, host: '127.0.0.1' };
const NIGHTS = [
  { name: 'mail.schedule', value: null },
  { name: 'base.refreshMode', value: 'schedule' },
];

describe('automate', () => {
  let test: TestHub;
  let admin: string;

  beforeEach(async () => {
    test = await startTestHub({
      clock: { now: () => new Date() },
      jobs: { settleMs: 0, pollMs: 50, mailDelayMs: 20, refreshDelayMs: 50 },
    });
    admin = (await test.signIn('direction')).accessToken;
    await updateSettings(test, admin, NIGHTS);
  });
  afterEach(() => test.remove());

  const jobOf = async (name: string): Promise<Job> =>
    dataOf<Job[]>(await test.query(JOBS, {}, admin), 'adminJobs').find((job) => job.name === name) as Job;
  const run = async (name: string): Promise<Job> => {
    const before = dataOf<JobRunPage>(
      await test.query(RUNS, { filter: { job: name, status: 'done' } }, admin),
      'adminJobRuns',
    ).total;
    expect(codeOf(await test.query(RUN, { name }, admin))).toBeNull();
    await eventually(async () => {
      const failed = (await jobOf(name)).lastRun;
      if (failed?.status === 'failed') throw new Error(`${name}: ${failed.error ?? ''}`);
      const { total } = dataOf<JobRunPage>(
        await test.query(RUNS, { filter: { job: name, status: 'done' } }, admin),
        'adminJobRuns',
      );
      return total > before;
    });
    return jobOf(name);
  };

  it('shows all jobs with their next three runs, and follows a changed schedule without a restart', async () => {
    const jobs = dataOf<Job[]>(await test.query(JOBS, {}, admin), 'adminJobs');
    expect(jobs.map(({ name }) => name)).toEqual([
      'base-refresh',
      'prospect-pruning',
      'archiving',
      'mail-outbox',
      'retention',
      'daily-check',
    ]);
    expect(await jobOf('mail-outbox')).toMatchObject({ schedule: null, nextRuns: [] });
    await updateSettings(test, admin, [{ name: 'base.refreshSchedule', value: ' 30  4 * * 1-5 ' }]);
    const refresh = await jobOf('base-refresh');
    expect(refresh).toMatchObject({ schedule: '30 4 * * 1-5', scheduleSetting: 'base.refreshSchedule' });
    expect(refresh.nextRuns).toHaveLength(3);
  });

  it('runs each job on demand, keeps what it did and who asked, and pauses it', async () => {
    for (const name of [
      'base-refresh',
      'prospect-pruning',
      'archiving',
      'mail-outbox',
      'retention',
      'daily-check',
    ]) {
      expect((await run(name)).lastRun).toMatchObject({
        status: 'done',
        error: null,
        requestedBy: 'direction',
      });
    }
    await test.query(PAUSE, { name: 'archiving', isPaused: true }, admin);
    expect(refusalOf(await test.query(RUN, { name: 'archiving' }, admin))).toEqual({
      code: 'BAD_INPUT',
      field: 'name',
    });
    expect((await jobOf('archiving')).isPaused).toBe(true);
    expect(codeOf(await test.query(RUN, { name: 'none' }, admin))).toBe('BAD_INPUT');
  });

  it.each([
    ['integration', { refreshed: true, planned: 0 }],
    ['both', { refreshed: true, planned: 3 }],
    ['schedule', { refreshed: false, planned: 3 }],
  ])('refreshes the base after an integration, by its schedule, or both: %s', async (value, expected) => {
    await updateSettings(test, admin, [{ name: 'base.refreshMode', value }]);
    const visit = { payload: visitPayload({ date: today() }) };
    await push(test, (await test.signIn()).accessToken, visitOperation(visit));
    if (expected.refreshed)
      await eventually(async () => (await jobOf('base-refresh')).lastRun?.status === 'done');
    // Many times as long as it would take.
    else await delay(1000);
    const { lastRun, nextRuns } = await jobOf('base-refresh');
    expect({ refreshed: lastRun !== null, planned: nextRuns.length }).toEqual(expected);
    expect(lastRun?.requestedBy ?? null).toBeNull();
  });

  it('archives old relations but disputes, and their histories leave the devices', async () => {
    const base = { typeEntite: 'C', cEntite: 'C0001', objet: 'x', cArchive: 'N' };
    const old = new Date('2019-05-01T00:00:00Z');
    const many = Array.from({ length: 150 }, () => ({ ...base, origineRelation: 'CRV', dateRelation: old }));
    for (const some of [many, many, many]) await test.database.db.insert(clientRelation).values(some);
    await test.database.db.insert(clientRelation).values([
      { ...base, origineRelation: 'LIT', dateRelation: old },
      { ...base, origineRelation: 'CRV', dateRelation: new Date() },
      { ...base, origineRelation: 'CRV', dateRelation: new Date('1900-01-01T00:00:00Z') },
    ]);
    expect((await run('archiving')).lastRun?.counts).toEqual({ archived: 0, histories: 0 });
    await updateSettings(test, admin, [{ name: 'relation.archiveMonths', value: 36 }]);
    expect((await run('archiving')).lastRun?.counts).toMatchObject({ archived: 450 });
    const rows = await test.database.db.select().from(clientRelation);
    expect(rows.filter(({ cArchive }) => cArchive === 'N')).toHaveLength(3);
    const histories = await test.query(
      '{ pullClientHistories(limit: 100) { documents { id relations { num } } checkpoint { seq } } }',
      {},
      admin,
    );
    const { documents } = dataOf<{ documents: { id: string; relations: unknown[] }[] }>(
      histories,
      'pullClientHistories',
    );
    const volumes = documents.filter(({ id }) => readHistoryVolumeId(id).cClient === 'C0001');
    expect(volumes.flatMap(({ relations }) => relations)).toHaveLength(3);
    expect(await test.database.db.select().from(client)).toHaveLength(4);
  });

  it('forgets the content of old operations, and never integrates their names again', async () => {
    const rep = (await test.signIn()).accessToken;
    const sent = visitOperation({ payload: visitPayload({ date: today() }) });
    const refused = visitOperation({ payload: visitPayload({ date: '2099-01-01' }) });
    const corrected = visitOperation({
      payload: visitPayload({ date: '2099-01-01', commentaire: 'secret' }),
    });
    await push(test, rep, sent, refused, corrected);
    await test.query(
      'mutation ($id: ID!, $payload: JSON) { replayOperation(id: $id, payload: $payload) { id } }',
      { id: corrected.id, payload: visitPayload({ date: today() }) },
      admin,
    );
    await test.database.db.update(operation).set({ receivedAt: new Date('2020-01-01T00:00:00Z') });
    expect((await run('retention')).lastRun?.counts).toMatchObject({ operations: 2 });
    const [again, still] = await push(test, rep, sent, refused);
    expect(again).toMatchObject({ status: 'integrated', payload: {} });
    // A refusal is answered as it was, with what it was about: it waits for somebody.
    expect(still).toMatchObject({ status: 'rejected', payload: { date: '2099-01-01' } });
    expect(await test.database.db.select().from(clientRelation)).toHaveLength(2);
    const error = await integrationErrorRepository(test.database.db).find(corrected.id);
    expect(error).toMatchObject({ state: 'resolved', payload: '{}' });
  });

  it('tells the error addresses what waits for somebody', async () => {
    await updateSettings(test, admin, [{ name: 'mail.errorAddresses', value: ['errors@pneus.example'] }]);
    const rep = (await test.signIn()).accessToken;
    await push(test, rep, visitOperation({ payload: visitPayload({ date: '2099-01-01' }) }));
    expect((await run('daily-check')).lastRun?.counts).toMatchObject({ integrationErrors: 1 });
    const rows = await test.database.db.select().from(mail);
    const check = rows.find(({ subject }) => subject.includes('Contrôle quotidien'));
    expect(check?.text).toContain('Erreurs d’intégration à traiter : 1.');
  });

  describe('mail', () => {
    let smtp: SmtpFixture;
    beforeEach(async () => {
      smtp = await startSmtpServer();
    });
    afterEach(() => smtp.close());

    const request = async (): Promise<void> => {
      const rep = (await test.signIn()).accessToken;
      const payload = { changes: { villeFac: { from: null, to: 'LILLE' } } };
      await push(
        test,
        rep,
        visitOperation({ id: `MC_GA00_20261124T081500123_${randomName()}`, code: 'MC', payload }),
      );
    };
    const server = ({ host, port }: { host: string; port: number }) => [
      { name: 'mail.accountantAddresses', value: ['compta@pneus.example'] },
      { name: 'smtp.host', value: host },
      { name: 'smtp.port', value: port },
    ];

    it('leaves as soon as the operation is integrated, by the server of the settings', async () => {
      await updateSettings(test, admin, server(smtp.settings));
      await request();
      await eventually(async () => smtp.received.length > 0);
      const [received] = smtp.received;
      expect(received).toMatchObject({ from: 'igarnier@pneus.example', to: ['compta@pneus.example'] });
      expect(received?.parsed.subject).toBe('[Modification Client] C0001 GARAGE C0001');
    });

    it('without an address is kept, and sent on demand when the settings name some', async () => {
      await updateSettings(test, admin, [
        { name: 'mail.accountantAddresses', value: [] },
        ...server(NO_SMTP).slice(1),
      ]);
      await request();
      const find = async (): Promise<OutboxMail | undefined> =>
        dataOf<OutboxMailPage>(
          await test.query(MAILS, { filter: { kind: 'client-change-request' } }, admin),
          'adminMails',
        ).rows[0];
      const failed = await find();
      expect(failed).toMatchObject({ status: 'failed', recipient: '' });
      expect(refusalOf(await test.query(RETRY, { id: failed?.id }, admin))).toEqual({
        code: 'BAD_INPUT',
        field: 'id',
      });
      await updateSettings(test, admin, [
        ...server(smtp.settings).slice(1),
        { name: 'mail.accountantAddresses', value: ['compta@pneus.example', 'chef@pneus.example'] },
      ]);
      expect(codeOf(await test.query(RETRY, { id: failed?.id }, admin))).toBeNull();
      await eventually(async () => smtp.received.length === 2);
      expect(smtp.received.flatMap(({ to }) => to).sort()).toEqual([
        'chef@pneus.example',
        'compta@pneus.example',
      ]);
    });

    it('hides a link that opens an account, from administrators too', async () => {
      await test.query('mutation { sendPasswordReset(userId: "1") }', {}, admin);
      const { rows } = dataOf<OutboxMailPage>(
        await test.query(MAILS, { filter: { kind: 'password-reset' } }, admin),
        'adminMails',
      );
      expect(rows[0]?.text).toContain('/reinitialiser?jeton=•••');
      expect(rows[0]?.html).toContain('jeton=•••');
    });
  });

  it.each(['igarnier', 'compta'])('refuses %s', async (userName) => {
    const { accessToken } = await test.signIn(userName);
    const answers = [
      await test.query(JOBS, {}, accessToken),
      await test.query(RUNS, {}, accessToken),
      await test.query(RUN, { name: 'none' }, accessToken),
      await test.query(PAUSE, { name: 'archiving', isPaused: true }, accessToken),
      await test.query(MAILS, {}, accessToken),
      await test.query(RETRY, { id: '1' }, accessToken),
      await test.query('{ adminMail(id: "1") { id } }', {}, accessToken),
    ];
    expect(new Set(answers.map(codeOf))).toEqual(new Set(['FORBIDDEN']));
  });
});

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function randomName(): string {
  return Math.random().toString(36).slice(2).padEnd(8, 'x').slice(0, 8);
}
