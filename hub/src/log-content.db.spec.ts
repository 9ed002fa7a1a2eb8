import { createLog } from './logger.ts';
import { eventually, updateSettings } from './testing/test-admin.ts';
import { startTestHub, type TestHub } from './testing/test-hub.ts';
import { push, pushRaw, visitOperation, visitPayload } from './testing/test-operations.ts';

// The last one stands for the word of a mail server, which may repeat addresses and what the mail says.
const SECRETS = [
  'Client mécontent',
  'GARAGE C0001',
  'compta@pneus.example',
  'motdepasse-smtp',
  'LILLE-SUD',
  'ECONNREFUSED',
];

describe('logs', () => {
  let test: TestHub;
  const lines: string[] = [];

  beforeAll(async () => {
    const log = createLog({ level: 'debug', file: { write: (line) => void lines.push(line) } });
    test = await startTestHub({
      log,
      clock: { now: () => new Date() },
      jobs: { pollMs: 50, mailDelayMs: 20 },
    });
  });
  afterAll(() => test.remove());

  it('carry ids, and no content of customers, whether all goes well or not', async () => {
    const admin = (await test.signIn('direction')).accessToken;
    const rep = (await test.signIn()).accessToken;
    await updateSettings(test, admin, [
      { name: 'mail.accountantAddresses', value: ['compta@pneus.example'] },
      { name: 'mail.errorAddresses', value: ['compta@pneus.example'] },
      { name: 'smtp.host', value: '127.0.0.1' },
      { name: 'smtp.port', value: 1 },
      { name: 'smtp.password', value: 'motdepasse-smtp' },
    ]);
    const payload = { changes: { villeFac: { from: null, to: 'LILLE-SUD' } } };
    const change = visitOperation({ id: 'MC_GA00_20261124T081500123_aaaaaaaa', code: 'MC', payload });
    await push(
      test,
      rep,
      change,
      visitOperation({ payload: visitPayload({ date: '2099-01-01', commentaire: 'Client mécontent' }) }),
    );
    await pushRaw(test, rep, [visitOperation({ entityId: 'GARAGE C0001' })]);
    await test.query('mutation { runJob(name: "base-refresh") { name } }', {}, admin);
    await eventually(async () => lines.some((line) => line.includes('base refreshed')));
    await eventually(async () => lines.some((line) => line.includes('trouble')));
    await eventually(async () => lines.some((line) => line.includes('mail not sent')));
    const all = lines.join('');
    expect(all).toContain('"path":"/graphql"');
    expect(SECRETS.filter((secret) => all.includes(secret))).toEqual([]);
  });
});
