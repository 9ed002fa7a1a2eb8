import type { Database } from '../engines/database.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { mailRepository, type NewMail } from './mail.repository.ts';

const NOW = new Date('2026-11-24T10:15:00.123Z');
const later = (ms: number): Date => new Date(NOW.getTime() + ms);
const ONE = { offset: 0, limit: 1 };

describe('mailRepository', () => {
  let test: TestDatabase;
  let database: Database;

  beforeEach(async () => {
    test = await openTestDatabase();
    ({ database } = test);
  });
  afterEach(() => test.remove());

  const add = (changes: Partial<NewMail> = {}) =>
    mailRepository(database.db).insert({ ...aMail(), ...changes });
  const newest = async () => {
    const { rows } = await mailRepository(database.db).page(ONE);
    return rows[0]!;
  };

  it('has one mail for a cause and a recipient', async () => {
    expect(await add()).toBe(true);
    expect(await add({ subject: 'again' })).toBe(false);
    expect(await add({ recipient: 'b@pneus.example' })).toBe(true);
    expect(await mailRepository(database.db).hasCauseSince('CC_', later(-1))).toBe(true);
    expect(await mailRepository(database.db).hasCauseSince('CC_', NOW)).toBe(false);
    expect(await mailRepository(database.db).hasCauseSince('MC_', later(-1))).toBe(false);
  });

  it('gives a mail to one of those who send', async () => {
    await add();
    const taken = await Promise.all(
      ['a', 'b', 'c'].map((claim) => mailRepository(database.db).claimNext(NOW, claim)),
    );
    const [row, ...others] = taken.filter((mail) => mail !== null);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ status: 'sending', tries: 1, lockedAt: NOW, handedOverAt: null });
  });

  it('lets only the holder of the claim hand over and finish', async () => {
    const mails = mailRepository(database.db);
    await add();
    const { id } = (await mails.claimNext(NOW, 'a'))!;
    expect(await mails.markHandedOver(id, 'b', NOW)).toBe(false);
    expect(await mails.markHandedOver(id, 'a', NOW)).toBe(true);
    await mails.finish(id, 'b', { status: 'failed', lastError: 'no' });
    expect((await newest()).status).toBe('sending');
    await mails.finish(id, 'a', { status: 'sent', response: '250', sentAt: NOW });
    expect(await newest()).toMatchObject({
      status: 'sent',
      response: '250',
      nextTryAt: null,
      lockedAt: null,
    });
    expect(await mails.markHandedOver(id, 'a', NOW)).toBe(false);
  });

  it('queues a mail again whose sender died before its end went out, and doubts one whose end had', async () => {
    const mails = mailRepository(database.db);
    await add();
    const { id } = (await mails.claimNext(NOW, 'a'))!;
    expect(await mails.recover(later(-1), NOW, 'doubt')).toEqual({ queued: 0, uncertain: 0 });
    expect(await mails.recover(NOW, later(1), 'doubt')).toEqual({ queued: 1, uncertain: 0 });
    expect(await mails.markHandedOver(id, 'a', NOW)).toBe(false);
    await mails.claimNext(later(1), 'b');
    await mails.markHandedOver(id, 'b', later(1));
    expect(await mails.recover(later(1), later(2), 'doubt')).toEqual({ queued: 0, uncertain: 1 });
    expect(await newest()).toMatchObject({ status: 'uncertain', lastError: 'doubt', tries: 2 });
  });

  it('believes an answer that comes after the doubt, unless the mail was queued again', async () => {
    const mails = mailRepository(database.db);
    await add();
    const { id } = (await mails.claimNext(NOW, 'a'))!;
    await mails.markHandedOver(id, 'a', NOW);
    await mails.recover(NOW, NOW, 'doubt');
    await mails.finish(id, 'a', { status: 'sent', response: '250', sentAt: NOW });
    expect((await newest()).status).toBe('sent');
    expect(await mails.requeue(id, NOW)).toBe(false);
  });

  it('puts off what is queued, and what is due later stays so', async () => {
    const mails = mailRepository(database.db);
    await add();
    await add({ cause: 'CC_2', createdAt: later(90_000) });
    await mails.postpone(later(60_000));
    expect(await mails.claimNext(later(59_999), 'a')).toBeNull();
    expect((await mails.claimNext(later(60_000), 'a'))?.cause).toBe('CC_1');
    expect(await mails.claimNext(later(60_000), 'a')).toBeNull();
  });
});

function aMail(): NewMail {
  return {
    cause: 'CC_1',
    recipient: 'a@pneus.example',
    kind: 'client-creation-request',
    messageId: '<1@pneus.example>',
    senderName: 'Gaëlle',
    senderAddress: 'gaelle@pneus.example',
    recipients: '["a@pneus.example"]',
    subject: 'Objet',
    text: 'Texte',
    html: '<p>Texte</p>',
    isTrouble: false,
    createdAt: NOW,
  };
}
