import type { Database, FeedWriter, Queryable } from '@tournee/db';
import { openTestDatabase, type TestDatabase } from '@tournee/db/testing';
import { readFeed, type WinpneuBase, winpneuBase } from '@tournee/db/testing/winpneu';
import { clientRelationRepository, publishing, syncDocRepository } from '@tournee/db';
import { createClientPublisher } from './client-publisher.ts';

const NOW = new Date('2026-11-24T09:00:00.000Z');
const publisher = createClientPublisher({ clock: { now: () => NOW } });

let test: TestDatabase;
let database: Database;
let winpneu: WinpneuBase;

beforeEach(async () => {
  test = await openTestDatabase();
  database = test.database;
  winpneu = winpneuBase(database);
  await winpneu.user('GA00');
  await winpneu.user('DIR', { role: 'admin', scopeKind: 'tous' });
  await winpneu.client('000100');
});
afterEach(() => test.remove());

const publish = async (tx: Queryable, feed: FeedWriter, cClient: string): Promise<void> => {
  await feed.publish(await publisher.documents(tx, cClient), NOW);
};

const republish = (cClient = '000100'): Promise<void> =>
  publishing(database, (tx, feed) => publish(tx, feed, cClient));

describe('documents', () => {
  it('publishes card and history with the rows of the same transaction', async () => {
    await publishing(database, async (tx, feed) => {
      await clientRelationRepository(tx).insert({
        origineRelation: 'CRV',
        typeEntite: 'C',
        cEntite: '000100',
        dateRelation: new Date('2026-11-24T00:00:00Z'),
      });
      await publish(tx, feed, '000100');
    });
    for (const scope of ['admin', 'rep:GA00']) {
      expect(await readFeed(database, scope)).toMatchObject({ '000100': { lastVisit: '2026-11-24' } });
      expect(await readFeed(database, scope, 'clientHistory')).toMatchObject({
        '000100': { relations: [{ num: 1, date: '2026-11-24' }] },
      });
    }
  });

  it('writes nothing when nothing changed, and only the history when only it did', async () => {
    await republish();
    const clock = await syncDocRepository(database.db).clock();
    await republish();
    expect(await syncDocRepository(database.db).clock()).toBe(clock);
    await winpneu.relation('000100', { origineRelation: 'TEL' });
    await republish();
    expect(await syncDocRepository(database.db).newestSeq(['admin', 'rep:GA00'], clock)).toEqual(
      new Map([['clientHistory', clock + 2]]),
    );
  });

  it('moves a client that has another rep now', async () => {
    await republish();
    await winpneu.user('BO03');
    await winpneu.changeClient('000100', { cRep: 'BO03' });
    await republish();
    expect(await readFeed(database, 'rep:GA00')).toEqual({ '000100': null });
    expect(await readFeed(database, 'rep:BO03')).toMatchObject({ '000100': { cRep: 'BO03' } });
  });

  it('takes back a client that winpneu no longer has', async () => {
    await republish();
    await winpneu.removeClient('000100');
    await republish();
    expect(await readFeed(database, 'admin')).toEqual({ '000100': null });
    expect(await readFeed(database, 'rep:GA00', 'clientHistory')).toEqual({ '000100': null });
  });

  it('has both of two visits that are noted at the same instant', async () => {
    const note = (heureRelation: string): Promise<void> =>
      publishing(database, async (tx, feed) => {
        await clientRelationRepository(tx).insert({ typeEntite: 'C', cEntite: '000100', heureRelation });
        await publish(tx, feed, '000100');
      });
    await Promise.all([note('10:15'), note('10:30'), note('10:45')]);
    const feed = await readFeed(database, 'rep:GA00', 'clientHistory');
    expect(feed).toMatchObject({
      '000100': { relations: [{ heure: '10:45' }, { heure: '10:30' }, { heure: '10:15' }] },
    });
  });
});
