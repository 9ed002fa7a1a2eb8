import { type Database, type MailRow, mailRepository } from '@tournee/db';
import { openTestDatabase, type TestDatabase } from '@tournee/db/testing';
import { createMailFixture, type MailFixture, outgoingMail } from './testing/mail-fixture.ts';

const HOUR = 3_600_000;

describe('the outbox', () => {
  let test: TestDatabase;
  let database: Database;
  let fixture: MailFixture;

  beforeEach(async () => {
    test = await openTestDatabase();
    ({ database } = test);
    fixture = createMailFixture(database, {
      settings: { errorAddresses: ['admin@pneus.example', 'it@pneus.example'] },
    });
  });
  afterEach(() => test.remove());

  const rows = async (): Promise<MailRow[]> =>
    (await mailRepository(database.db).page({ offset: 0, limit: 100 })).rows.reverse();

  describe('add', () => {
    it('keeps a row for each recipient, each once', async () => {
      const to = ['a@pneus.example', ' B@pneus.example', 'b@PNEUS.example', ''];
      expect(await fixture.add({ to })).toBe(2);
      const [first, second] = await rows();
      expect(first).toMatchObject({
        recipient: 'a@pneus.example',
        status: 'queued',
        tries: 0,
        isTrouble: false,
      });
      expect(second).toMatchObject({ recipient: 'b@PNEUS.example', messageId: first?.messageId });
      expect(JSON.parse(first!.recipients)).toEqual(['a@pneus.example', 'b@PNEUS.example']);
    });

    it('makes no second mail for a cause, in whatever transaction and process', async () => {
      expect(await fixture.add({ cause: 'CC_1' })).toBe(1);
      expect(await fixture.add({ cause: 'CC_1', subject: 'another text' })).toBe(0);
      const others = [1, 2, 3].map(() => createMailFixture(database));
      const added = await Promise.all([...others, ...others].map((other) => other.add({ cause: 'CC_2' })));
      expect(added.reduce((sum, count) => sum + count, 0)).toBe(1);
      expect(await rows()).toHaveLength(2);
    });

    it('keeps nothing of a transaction that is undone', async () => {
      const undone = database.transaction(async (tx) => {
        await fixture.mail.outbox.add(tx, outgoingMail());
        throw new Error('refused');
      });
      await expect(undone).rejects.toThrow('refused');
      expect(await rows()).toEqual([]);
    });

    it('keeps a mail without any recipient as failed, and does not send it again', async () => {
      expect(await fixture.add({ to: [' '] })).toBe(0);
      const [row] = await rows();
      expect(row).toMatchObject({
        status: 'failed',
        recipient: '',
        lastError: expect.stringContaining('Aucune adresse'),
      });
      expect(await fixture.mail.requeue(row!.id)).toBe(false);
    });

    it('refuses a cause that would have to be cut', async () => {
      await expect(fixture.add({ cause: 'x'.repeat(161) })).rejects.toThrow('too long');
    });

    it('cuts a subject that is longer than any of ours', async () => {
      await fixture.add({
        subject: 'é'.repeat(300),
        sender: { name: 'n'.repeat(90), address: 'a@b.example' },
      });
      expect((await rows())[0]).toMatchObject({ subject: 'é'.repeat(255), senderName: 'n'.repeat(80) });
    });
  });

  describe('page', () => {
    it('shows the newest first, by state', async () => {
      await fixture.add({ subject: 'one' });
      await fixture.add({ subject: 'two', to: [] });
      await fixture.add({ subject: 'three' });
      const subjects = async (wanted: Parameters<typeof fixture.mail.page>[0]) => {
        const page = await fixture.mail.page(wanted);
        return [page.total, ...page.rows.map(({ subject }) => subject)];
      };
      expect(await subjects({ offset: 0, limit: 2 })).toEqual([3, 'three', 'two']);
      expect(await subjects({ offset: 2, limit: 2 })).toEqual([3, 'one']);
      expect(await subjects({ statuses: ['failed', 'sent'], offset: 0, limit: 9 })).toEqual([1, 'two']);
      const [row] = await rows();
      expect(await fixture.mail.find(row!.id)).toEqual(row);
      expect(await fixture.mail.find(0)).toBeNull();
    });
  });

  describe('reportTrouble', () => {
    const report = (kind = 'job-failed:base-refresh') =>
      fixture.mail.reportTrouble({ kind, title: 'Panne', paragraphs: ['Ce qui est arrivé.'] });

    it('mails the error addresses once an hour for a kind of trouble', async () => {
      await report();
      await report();
      fixture.clock.advance(50 * 60_000);
      await report();
      expect((await rows()).map(({ recipient }) => recipient)).toEqual([
        'admin@pneus.example',
        'it@pneus.example',
      ]);
      fixture.clock.advance(11 * 60_000);
      await report();
      expect(await rows()).toHaveLength(4);
    });

    it('tells of another kind meanwhile', async () => {
      await report();
      await report('job-failed:base');
      expect((await rows()).map(({ isTrouble }) => isTrouble)).toEqual([true, true, true, true]);
    });

    it('writes one mail when several hubs meet the same trouble', async () => {
      const hubs = [1, 2, 3, 4].map(() => createMailFixture(database, { settings: fixture.settings }));
      await Promise.all(
        hubs.map(({ mail }) => mail.reportTrouble({ kind: 'x', title: 'Panne', paragraphs: [] })),
      );
      expect(await rows()).toHaveLength(2);
    });

    it('keeps it visible when no error address is set', async () => {
      fixture.settings = { ...fixture.settings, errorAddresses: [] };
      await report();
      expect(await rows()).toMatchObject([{ status: 'failed', recipient: '', isTrouble: true }]);
      fixture.clock.advance(2 * HOUR);
      expect(await fixture.sendDue()).toEqual({ sent: 0, retried: 0, failed: 0, uncertain: 0 });
    });
  });
});
