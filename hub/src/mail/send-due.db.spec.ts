import type { AddressInfo } from 'node:net';
import { type Database, type MailRow, mailRepository } from '@tournee/db';
import { openTestDatabase, type TestDatabase } from '@tournee/db/testing';
import { dropAfter, unusedPort } from './testing/broken-server.ts';
import { createMailFixture } from './testing/mail-fixture.ts';
import { createServedOutbox, type ServedOutbox, type ServerParameters } from './testing/served-outbox.ts';
import { smtpAnswer, type SmtpFixture, smtpSettings, startSmtpServer } from './testing/smtp-fixture.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ALL = { offset: 0, limit: 100 };

describe('sendDue', () => {
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

  describe('a mail that arrives', () => {
    it('says what was written, in its text and in its HTML, with every accent', async () => {
      const fixture = await withServer();
      const subject = '[Création Client] Œuvre d’Été — « ÇA ROULE » €';
      const text = 'Ligne à accents : é è ê ë ç ï œ Æ — « 12 € »\n\n - Champ Téléphone\n.\n..point en tête\n';
      await fixture.add({ subject, text, html: '<p>déjà &amp; <b>là</b></p>' });
      expect(await fixture.sendDue()).toEqual(sent);
      const [mail] = fixture.received;
      expect(mail?.parsed.subject).toBe(subject);
      expect(mail?.parsed.text).toBe(text);
      expect(mail?.parsed.html).toBe('<p>déjà &amp; <b>là</b></p>');
      expect(mail?.parsed.attachments).toEqual([]);
      expect(mail?.raw).not.toMatch(/[^ -~\r\n\t]/);
    });

    it('keeps its lines short, however long a line of text is', async () => {
      const fixture = await withServer();
      const text = `${'très long '.repeat(400)}fin\n`;
      await fixture.add({ text, html: `<p>${text}</p>`, subject: 'é'.repeat(250) });
      await fixture.sendDue();
      const [mail] = fixture.received;
      expect(Math.max(...mail!.raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
      expect(mail?.parsed.text).toBe(text);
      expect(mail?.parsed.subject).toBe('é'.repeat(250));
    });

    it('is kept without the token of its link', async () => {
      const fixture = await withServer();
      const link = 'https://crm.example/reinitialiser?jeton=aB3-_x';
      await fixture.add({ text: link, html: `<a href="${link}">ici</a>` });
      expect((await row()).text).toBe(link);
      expect(await fixture.sendDue()).toEqual(sent);
      expect(fixture.received[0]?.parsed.text).toContain(link);
      expect(`${(await row()).text} ${(await row()).html}`).not.toContain('aB3');
    });

    it('leaves with the address of the person who acted', async () => {
      const fixture = await withServer();
      await fixture.add({ to: ['compta@pneus.example', ' Chef@pneus.example '] });
      await fixture.sendDue();
      const [first, second] = fixture.received;
      expect(first?.parsed.from?.value).toEqual([
        { name: 'Gaëlle Février', address: 'gaelle@pneus.example' },
      ]);
      expect(first?.parsed.replyTo).toBeUndefined();
      expect(first?.from).toBe('gaelle@pneus.example');
      expect([first?.to, second?.to]).toEqual([['compta@pneus.example'], ['Chef@pneus.example']]);
      expect(first?.parsed.headers.get('date')).toEqual(fixture.clock.now());
    });

    it('tells all its recipients of each other, under one Message-ID', async () => {
      const fixture = await withServer();
      await fixture.add({ to: ['a@pneus.example', 'b@pneus.example'] });
      await fixture.sendDue();
      const [first, second] = fixture.received.map(({ parsed }) => parsed);
      expect(first?.messageId).toMatch(/^<[0-9a-f-]{36}@pneus\.example>$/);
      expect(second?.messageId).toBe(first?.messageId);
      expect([first?.to].flat().flatMap((to) => to?.value.map(({ address }) => address))).toEqual([
        'a@pneus.example',
        'b@pneus.example',
      ]);
    });

    it('leaves with the forced address, and answers go to the person', async () => {
      const fixture = await withServer({}, {}, { settings: { forceSender: 'crm@pneus.example' } });
      await fixture.add();
      await fixture.sendDue();
      const [mail] = fixture.received;
      expect(mail?.from).toBe('crm@pneus.example');
      expect(mail?.parsed.from?.value).toEqual([{ name: 'Gaëlle Février', address: 'crm@pneus.example' }]);
      expect(mail?.parsed.replyTo?.value).toEqual([
        { name: 'Gaëlle Février', address: 'gaelle@pneus.example' },
      ]);
    });

    it('is noted as sent, with the server’s word', async () => {
      const fixture = await withServer();
      await fixture.add();
      await fixture.sendDue();
      expect(await row()).toMatchObject({
        status: 'sent',
        tries: 1,
        sentAt: fixture.clock.now(),
        response: expect.stringContaining('accepted as 42'),
        lastError: null,
        lockedAt: null,
      });
      expect(await fixture.sendDue()).toEqual({ ...sent, sent: 0 });
      expect(fixture.received).toHaveLength(1);
    });

    it('leaves from one hub when several send at once', async () => {
      const fixture = await withServer();
      for (let n = 0; n < 12; n += 1) await fixture.add();
      const counts = await Promise.all([1, 2, 3].map(() => fixture.sendDue()));
      expect(counts.reduce((sum, each) => sum + each.sent, 0)).toBe(12);
      expect(new Set(fixture.received.map(({ parsed }) => parsed.messageId)).size).toBe(12);
      expect(fixture.received).toHaveLength(12);
    });

    it('waits when the hub stops', async () => {
      const fixture = await withServer();
      await fixture.add();
      expect(await fixture.mail.sendDue(AbortSignal.abort())).toEqual({ ...sent, sent: 0 });
      expect((await row()).status).toBe('queued');
    });
  });

  describe('a refusal for now', () => {
    it.each(['onRcptTo', 'onMailFrom'] as const)(
      'at %s is tried again later, with the same Message-ID',
      async (hook) => {
        let refusals = 2;
        const fixture = await withServer({
          [hook]: (_address: unknown, _session: unknown, done: (error?: Error) => void) =>
            done((refusals -= 1) >= 0 ? smtpAnswer(450, 'greylisted, try later') : undefined),
        });
        await fixture.add();
        expect(await fixture.sendDue()).toEqual({ ...sent, sent: 0, retried: 1 });
        expect(await row()).toMatchObject({ status: 'queued', tries: 1 });
        expect((await row()).lastError).toContain('greylisted, try later');
        expect(await fixture.sendDue()).toEqual({ ...sent, sent: 0 });
        fixture.clock.advance(MINUTE);
        expect(await fixture.sendDue()).toEqual({ ...sent, sent: 0, retried: 1 });
        fixture.clock.advance(MINUTE);
        expect(await fixture.sendDue()).toEqual({ ...sent, sent: 0 });
        fixture.clock.advance(4 * MINUTE);
        expect(await fixture.sendDue()).toEqual(sent);
        expect(fixture.received.map(({ parsed }) => parsed.messageId)).toEqual([(await row()).messageId]);
      },
    );

    it('of the whole message is tried again: the server has said that it did not take it', async () => {
      let refusals = 1;
      const onMessage = (): void => {
        if ((refusals -= 1) >= 0) throw smtpAnswer(451, 'disk full');
      };
      const fixture = await withServer({ onMessage });
      await fixture.add();
      expect(await fixture.sendDue()).toEqual({ ...sent, sent: 0, retried: 1 });
      fixture.clock.advance(MINUTE);
      expect(await fixture.sendDue()).toEqual(sent);
    });

    it('does not hold up the mails behind it', async () => {
      const fixture = await withServer({
        onRcptTo: ({ address }, _session, done) =>
          done(address.startsWith('full') ? smtpAnswer(452, 'mailbox full') : undefined),
      });
      await fixture.add({ to: ['full@pneus.example'] });
      await fixture.add();
      expect(await fixture.sendDue()).toEqual({ ...sent, retried: 1 });
    });

    it('ends after some five days, and is kept', async () => {
      const fixture = await withServer({ onRcptTo: (_a, _s, done) => done(smtpAnswer(450, 'never')) });
      await fixture.add();
      for (let tries = 0; tries < 17; tries += 1) {
        await fixture.sendDue();
        fixture.clock.advance(DAY / 2);
      }
      expect(await row()).toMatchObject({ status: 'failed', tries: 17, nextTryAt: null });
      expect((await row()).lastError).toMatch(/^Abandonné après 17 essais.*never/);
    });
  });

  describe('a refusal for good', () => {
    it('is kept with the server’s word, told to the error addresses, and sent again when an admin says so', async () => {
      let isRefused = true;
      const fixture = await withServer(
        {
          onRcptTo: ({ address }, _s, done) =>
            done(
              isRefused && address.startsWith('compta') ? smtpAnswer(550, 'no such user here') : undefined,
            ),
        },
        {},
        { settings: { errorAddresses: ['admin@pneus.example'] } },
      );
      await fixture.add();
      expect(await fixture.sendDue()).toEqual({ ...sent, failed: 1 });
      expect(await row()).toMatchObject({ status: 'failed', tries: 1, nextTryAt: null });
      expect((await row()).lastError).toContain('no such user here');
      const [trouble] = fixture.received;
      expect(trouble?.to).toEqual(['admin@pneus.example']);
      expect(trouble?.parsed.subject).toBe('[Tournée] Un mail n’a pas pu être envoyé');
      expect(trouble?.parsed.headers.get('auto-submitted')).toBe('auto-generated');
      fixture.clock.advance(DAY);
      expect(await fixture.sendDue()).toEqual({ ...sent, sent: 0 });
      isRefused = false;
      const { id, messageId } = await row();
      expect(await fixture.mail.requeue(id)).toBe(true);
      expect(await fixture.sendDue()).toEqual(sent);
      expect(fixture.received.at(-1)?.parsed.messageId).toBe(messageId);
      expect(await fixture.mail.requeue(id)).toBe(false);
    });

    it('of one recipient does not touch the other', async () => {
      const fixture = await withServer({
        onRcptTo: ({ address }, _s, done) =>
          done(address.startsWith('old') ? smtpAnswer(550, 'gone') : undefined),
      });
      await fixture.add({ to: ['old@pneus.example', 'new@pneus.example'] });
      expect(await fixture.sendDue()).toEqual({ ...sent, failed: 1 });
      expect(fixture.received.map(({ to }) => to)).toEqual([['new@pneus.example']]);
    });

    it('of the sender says which setting helps', async () => {
      const fixture = await withServer({
        onMailFrom: (_a, _s, done) => done(smtpAnswer(553, 'not your address')),
      });
      await fixture.add();
      expect(await fixture.sendDue()).toEqual({ ...sent, sent: 0, failed: 1 });
      expect((await row()).lastError).toMatch(/refuse l’expéditeur.*not your address.*« Expéditeur imposé »/);
    });

    it('of a trouble mail makes no other one', async () => {
      const fixture = await withServer(
        { onRcptTo: (_a, _s, done) => done(smtpAnswer(550, 'no')) },
        {},
        { settings: { errorAddresses: ['admin@pneus.example'] } },
      );
      await fixture.mail.reportTrouble({ kind: 'spec', title: 'Panne', paragraphs: [] });
      expect(await fixture.sendDue()).toEqual({ ...sent, sent: 0, failed: 1 });
      expect(await rows()).toHaveLength(1);
    });

    it('is that of an address that is none', async () => {
      const fixture = await withServer();
      await fixture.add({ to: ['pas une adresse'] });
      expect(await fixture.sendDue()).toEqual({ ...sent, sent: 0, failed: 1 });
    });
  });

  describe('trouble with the server', () => {
    it('leaves every mail queued, and tries one at a time', async () => {
      const fixture = createMailFixture(database, {
        settings: { smtp: smtpSettings({ port: await unusedPort() }) },
      });
      for (let n = 0; n < 3; n += 1) await fixture.add();
      expect(await fixture.sendDue()).toEqual({ ...sent, sent: 0, retried: 1 });
      expect((await rows()).map(({ status, tries }) => [status, tries])).toEqual([
        ['queued', 1],
        ['queued', 0],
        ['queued', 0],
      ]);
      expect((await row()).lastError).toMatch(/ne répond pas.*ECONNREFUSED/);
      expect(await fixture.sendDue()).toEqual({ ...sent, sent: 0 });
      server = await startSmtpServer();
      fixture.settings = { ...fixture.settings, smtp: server.settings };
      fixture.clock.advance(MINUTE);
      expect(await fixture.sendDue()).toEqual({ ...sent, sent: 3 });
    });

    it('is a server that hangs up before the end of the message: it is sent again', async () => {
      const listening = await dropAfter('DATA');
      const { port } = listening.address() as AddressInfo;
      const fixture = createMailFixture(database, { settings: { smtp: smtpSettings({ port }) } });
      await fixture.add();
      expect(await fixture.sendDue()).toEqual({ ...sent, sent: 0, retried: 1 });
      expect((await row()).handedOverAt).toBeNull();
      listening.close();
    });

    it('is a server that hangs up after the end: the mail is in doubt, and never sent again by itself', async () => {
      const listening = await dropAfter('.');
      const { port } = listening.address() as AddressInfo;
      const fixture = createMailFixture(database, {
        settings: { smtp: smtpSettings({ port }), errorAddresses: ['admin@pneus.example'] },
      });
      await fixture.add();
      expect(await fixture.sendDue()).toMatchObject({ sent: 0 });
      listening.close();
      expect(await row()).toMatchObject({ status: 'uncertain', nextTryAt: null });
      expect((await row()).lastError).toContain('juste après la remise');
      server = await startSmtpServer();
      fixture.settings = { ...fixture.settings, smtp: server.settings };
      fixture.clock.advance(DAY);
      await fixture.sendDue();
      expect(server.received.map(({ parsed }) => parsed.subject)).toEqual([
        '[Tournée] L’arrivée d’un mail n’est pas certaine',
      ]);
      expect(await fixture.mail.requeue((await row()).id)).toBe(true);
      expect(await fixture.sendDue()).toEqual(sent);
      expect(server.received[1]?.parsed.messageId).toBe((await row()).messageId);
    });
  });

  it('keeps a mail of the hub itself that has no sender', async () => {
    const fixture = createMailFixture(database, { smtpUrl: 'smtp://127.0.0.1:1' });
    await fixture.add({ sender: null });
    expect(await fixture.sendDue()).toEqual({ ...sent, sent: 0, failed: 1 });
    expect((await row()).lastError).toContain('pas d’expéditeur');
  });
});
