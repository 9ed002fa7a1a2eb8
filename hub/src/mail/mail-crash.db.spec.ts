import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type MailRow, mailRepository } from '@tournee/db';
import { openTestDatabase, type TestDatabase } from '@tournee/db/testing';
import { createMailFixture } from './testing/mail-fixture.ts';
import { type SmtpFixture, type SmtpHooks, startSmtpServer } from './testing/smtp-fixture.ts';

const SENDER = fileURLToPath(new URL('./testing/send-due.process.ts', import.meta.url));
const LOCK_MS = 5 * 60_000;
const SLOW = 240_000;

/** A hub is killed while it sends; another one comes later. Whatever the moment, the mail arrives at most once. */
describe('a hub that dies while it sends', () => {
  let test: TestDatabase;
  let server: SmtpFixture;

  beforeEach(async () => {
    test = await openTestDatabase();
  });
  afterEach(async () => {
    await server.close();
    await test.remove();
  });

  /** Runs a sender on one new mail until it is dead or done, then a second one, long after. */
  const sendAndRecover = async (
    fatalStatement: number,
    onStart: (child: ChildProcess) => void = () => undefined,
  ): Promise<{ row: MailRow; arrived: number; isKilled: boolean }> => {
    const fixture = createMailFixture(test.database, { settings: { smtp: server.settings } });
    await fixture.add();
    const { rows } = await fixture.mail.page({ offset: 0, limit: 1 });
    const { id, messageId } = rows[0]!;
    const { port } = server.settings;
    const args = [SENDER, test.url, String(port), String(fatalStatement)];
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    onStart(child);
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    for (const wait of [LOCK_MS - 1, 2, LOCK_MS, LOCK_MS]) {
      fixture.clock.advance(wait);
      await fixture.sendDue();
    }
    const row = (await mailRepository(test.database.db).find(id))!;
    const arrived = server.received.filter(({ parsed }) => parsed.messageId === messageId).length;
    return { row, arrived, isKilled: signal === 'SIGKILL' };
  };

  it(
    'between any two statements has the mail sent once, or leaves it in doubt when it may have arrived',
    async () => {
      server = await startSmtpServer();
      const fates: string[] = [];
      for (let statement = 1; statement < 40; statement += 1) {
        const { row, arrived, isKilled } = await sendAndRecover(statement);
        fates.push(`${row.status} ${String(arrived)}`);
        if (!isKilled) break;
      }
      // Nothing is lost and nothing comes twice. In doubt are the deaths between the note that the end is about to go
      // out and the note of the answer; here the server had accepted the mail.
      expect(new Set(fates)).toEqual(new Set(['sent 1', 'uncertain 1']));
      expect(fates.at(0)).toBe('sent 1');
      expect(fates.at(-1)).toBe('sent 1');
      expect(fates.length).toBeGreaterThan(5);
    },
    SLOW,
  );

  describe.each(['onConnect', 'onMailFrom', 'onRcptTo', 'onData'] as const)('at %s', (step) => {
    it(
      'has the mail sent by the next one, once',
      async () => {
        let child: ChildProcess | undefined;
        const kill = (): void => void child?.kill('SIGKILL');
        const whileAlive = (next: () => void): void => {
          if (child?.exitCode === null && child.signalCode === null) kill();
          else next();
        };
        const hooks: SmtpHooks = {
          onConnect: (_session, done) => (step === 'onConnect' ? whileAlive(done) : done()),
          onMailFrom: (_address, _session, done) => (step === 'onMailFrom' ? whileAlive(done) : done()),
          onRcptTo: (_address, _session, done) => {
            if (step === 'onData') kill();
            if (step === 'onRcptTo') whileAlive(done);
            else done();
          },
        };
        server = await startSmtpServer(hooks);
        const { row, arrived, isKilled } = await sendAndRecover(0, (started) => (child = started));
        expect(isKilled).toBe(true);
        expect([row.status, arrived]).toEqual(['sent', 1]);
      },
      SLOW,
    );
  });

  it(
    'when the server has the whole message leaves it in doubt, and one mail arrives at most',
    async () => {
      let child: ChildProcess | undefined;
      server = await startSmtpServer({ onMessage: () => void child?.kill('SIGKILL') });
      const { row, arrived, isKilled } = await sendAndRecover(0, (started) => (child = started));
      expect(isKilled).toBe(true);
      expect([row.status, arrived]).toEqual(['uncertain', 1]);
      expect(row.lastError).toContain('juste après la remise');
    },
    SLOW,
  );
});
