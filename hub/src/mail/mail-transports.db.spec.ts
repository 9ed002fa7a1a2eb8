import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, type MailRow, mailRepository } from '@tournee/db';
import { openTestDatabase, type TestDatabase } from '@tournee/db/testing';
import { simpleParser } from 'mailparser';
import { createMailFixture } from './testing/mail-fixture.ts';
import { createServedOutbox, type ServedOutbox, type ServerParameters } from './testing/served-outbox.ts';
import { smtpAnswer, type SmtpFixture, type SmtpHooks, startSmtpServer } from './testing/smtp-fixture.ts';

const MINUTE = 60_000;
const ALL = { offset: 0, limit: 100 };

describe('sendDue, by its roads', () => {
  let test: TestDatabase;
  let database: Database;
  let server: SmtpFixture | undefined;

  beforeEach(async () => {
    test = await openTestDatabase();
    ({ database } = test);
  });
  afterEach(async () => {
    await server?.close();
    server = undefined;
    await test.remove();
  });

  const withServer = async (...parameters: ServerParameters): Promise<ServedOutbox> => {
    const outbox = await createServedOutbox(database, ...parameters);
    ({ server } = outbox);
    return outbox;
  };
  const rows = async (): Promise<MailRow[]> => (await mailRepository(database.db).page(ALL)).rows.reverse();
  const row = async (): Promise<MailRow> => (await rows())[0]!;
  const sent = { sent: 1, retried: 0, failed: 0, uncertain: 0 };

  describe('the password', () => {
    const password = 'S3cret é"$:@/';
    const login: SmtpHooks = {
      authOptional: false,
      onAuth: ({ username, password: given }, _session, done) =>
        given === password
          ? done(null, { user: username })
          : done(smtpAnswer(535, `bad password ${given ?? ''} for ${username ?? ''}`)),
    };
    const user = 'crm';

    it('opens the server, over STARTTLS', async () => {
      const fixture = await withServer({ ...login, disabledCommands: [] }, { user, password });
      await fixture.add();
      expect(await fixture.sendDue()).toEqual(sent);
      expect(fixture.received[0]).toMatchObject({ user: 'crm', isEncrypted: true });
    });

    it('that is wrong leaves the mail queued, and is shown nowhere', async () => {
      const wrong = 'Wr0ng é"$:@/';
      const fixture = await withServer({ ...login, disabledCommands: [] }, { user, password: wrong });
      await fixture.add();
      expect(await fixture.sendDue()).toEqual({ ...sent, sent: 0, retried: 1 });
      const { lastError } = await row();
      expect(lastError).toMatch(/refuse l’identification de « crm » : Invalid login: 535/);
      const shown = JSON.stringify([await rows(), fixture.logged]);
      for (const form of [
        wrong,
        Buffer.from(`\0crm\0${wrong}`).toString('base64'),
        encodeURIComponent(wrong),
      ]) {
        expect(shown).not.toContain(form);
        expect(shown).not.toContain(JSON.stringify(form).slice(1, -1));
      }
      expect(lastError).toContain('bad password ••• for crm');
    });

    it('never goes over an open line by itself', async () => {
      const seen: string[] = [];
      const hooks: SmtpHooks = { ...login, allowInsecureAuth: true };
      const fixture = await withServer(
        {
          ...hooks,
          onAuth: ({ username }, _session, done) => {
            seen.push(username ?? '');
            done(null, { user });
          },
        },
        { user, password },
      );
      await fixture.add();
      expect(await fixture.sendDue()).toEqual({ ...sent, sent: 0, retried: 1 });
      expect(seen).toEqual([]);
      expect((await row()).lastError).toContain('connexion chiffrée');
      fixture.settings = { ...fixture.settings, smtp: { ...fixture.settings.smtp!, security: 'none' } };
      fixture.clock.advance(MINUTE);
      expect(await fixture.sendDue()).toEqual(sent);
      expect(seen).toEqual(['crm']);
    });
  });

  describe('encryption', () => {
    it('is used where the server offers it', async () => {
      const fixture = await withServer({ disabledCommands: [] });
      await fixture.add();
      await fixture.sendDue();
      expect(fixture.received[0]?.isEncrypted).toBe(true);
    });

    it('is waited for when it is required', async () => {
      const fixture = await withServer({}, { security: 'starttls' });
      await fixture.add();
      expect(await fixture.sendDue()).toEqual({ ...sent, sent: 0, retried: 1 });
      expect(fixture.received).toEqual([]);
    });

    it('begins with the first byte for tls', async () => {
      const fixture = await withServer({ secure: true }, { security: 'tls' });
      await fixture.add();
      expect(await fixture.sendDue()).toEqual(sent);
      expect(fixture.received[0]?.isEncrypted).toBe(true);
    });

    it('refuses a certificate that nobody vouches for', async () => {
      const fixture = await withServer({ disabledCommands: [] }, { verifyCertificate: true });
      await fixture.add();
      expect(await fixture.sendDue()).toEqual({ ...sent, sent: 0, retried: 1 });
      expect((await row()).lastError).toMatch(/connexion chiffrée.*certificate/);
    });

    it('comes from SMTP_URL where the settings name no server', async () => {
      server = await startSmtpServer();
      const fixture = createMailFixture(database, {
        smtpUrl: `smtp://127.0.0.1:${String(server.settings.port)}`,
      });
      await fixture.add();
      expect(await fixture.sendDue()).toEqual(sent);
    });
  });

  describe('without a server', () => {
    it('writes a file that any mail program opens, once', async () => {
      const dataFolder = await mkdtemp(join(tmpdir(), 'tournee-mail-'));
      const fixture = createMailFixture(database, { dataFolder });
      await fixture.add();
      expect(await fixture.sendDue()).toEqual(sent);
      const { id } = await row();
      const name = `20261124T101500-${String(id)}-client-creation-request.eml`;
      expect(await readdir(join(dataFolder, 'mail'))).toEqual([name]);
      const raw = await readFile(join(dataFolder, 'mail', name));
      expect((await simpleParser(raw)).subject).toBe('[Création Client] GARAGE DE L’ÉTÉ');
      expect(raw.toString('latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(await row()).toMatchObject({ status: 'sent', response: name, handedOverAt: null });
      await rm(dataFolder, { recursive: true });
    });

    it('needs no sender set for a mail of the hub itself: a file goes nowhere', async () => {
      const dataFolder = await mkdtemp(join(tmpdir(), 'tournee-mail-'));
      try {
        const fixture = createMailFixture(database, { dataFolder });
        await fixture.add({ sender: null });
        expect(await fixture.sendDue()).toEqual(sent);
        const [name = ''] = await readdir(join(dataFolder, 'mail'));
        const mail = await simpleParser(await readFile(join(dataFolder, 'mail', name)));
        expect(mail.from?.value).toEqual([expect.objectContaining({ address: 'tournee@localhost' })]);
      } finally {
        await rm(dataFolder, { recursive: true, force: true });
      }
    });

    it('keeps the mail when the folder cannot be written', async () => {
      const fixture = createMailFixture(database, { dataFolder: '/dev/null' });
      await fixture.add();
      expect(await fixture.sendDue()).toEqual({ ...sent, sent: 0, retried: 1 });
      expect((await row()).lastError).toContain('Le fichier du mail n’a pas pu être écrit');
    });
  });
});
