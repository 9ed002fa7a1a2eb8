import { type Database, publishing, refreshRunRepository, syncDocRepository } from '@tournee/db';
import { openTestDatabase, type TestDatabase } from '@tournee/db/testing';
import { readFeed, type WinpneuBase, winpneuBase } from '@tournee/db/testing/winpneu';
import { silentLog } from '../../logger.ts';
import { type BaseRefresh, createBaseRefresh } from './base-refresh.ts';
import { createClientPublisher } from './client-publisher.ts';

let now = new Date('2026-11-24T09:00:00.000Z');
const clock = { now: () => now };

let test: TestDatabase;
let database: Database;
let winpneu: WinpneuBase;
let refresh: BaseRefresh;

beforeEach(async () => {
  now = new Date('2026-11-24T09:00:00.000Z');
  test = await openTestDatabase();
  database = test.database;
  winpneu = winpneuBase(database);
  refresh = createBaseRefresh({ database, clock, log: silentLog() });
  await winpneu.user('GA00', { nomAffiche: 'Isabelle Garnier' });
  await winpneu.user('BO03');
  await winpneu.user('DIR', { role: 'admin', scopeKind: 'tous' });
});
afterEach(() => test.remove());

/** Ids of the documents that are live in a scope. */
async function liveIds(scope: string): Promise<string[]> {
  return Object.entries(await readFeed(database, scope)).flatMap(([id, body]) => (body === null ? [] : [id]));
}

describe('run', () => {
  it('publishes clients to the scopes in use, and lists and settings to everybody', async () => {
    await winpneu.client('000100');
    await winpneu.client('000107', { cRep: 'bo03' });
    await winpneu.listValue('c_sfam_client', 'CULT', 'Exploitation agricole', 'AGRI');
    const report = await refresh.run();

    expect(report).toMatchObject({ clients: 2, references: 1, gone: 0, oddRows: [] });
    expect(await liveIds('rep:GA00')).toEqual(['000100']);
    expect(await liveIds('rep:BO03')).toEqual(['000107']);
    expect(await liveIds('admin')).toEqual(['000100', '000107']);
    expect(await liveIds('agence:A01')).toEqual([]);
    expect(await readFeed(database, 'all', 'reference')).toEqual({
      'c_sfam_client:CULT': {
        id: 'c_sfam_client:CULT',
        liste: 'c_sfam_client',
        code: 'CULT',
        libelle: 'Exploitation agricole',
        parent: 'AGRI',
      },
    });
    expect(await readFeed(database, 'all', 'setting')).toMatchObject({
      'visit.maxAgeDays': { id: 'visit.maxAgeDays', value: 14 },
    });
  });

  it('writes nothing when winpneu is as it was', async () => {
    await winpneu.client('000100');
    await winpneu.relation('000100');
    await refresh.run();
    const before = await syncDocRepository(database.db).clock();
    expect(await refresh.run()).toMatchObject({ clients: 1, written: 0 });
    expect(await syncDocRepository(database.db).clock()).toBe(before);
  });

  it('writes what changed and nothing else', async () => {
    await winpneu.client('000100');
    await winpneu.client('000107');
    await refresh.run();
    await winpneu.changeClient('000107', { tel1: '03 53 01 12 34' });
    expect(await refresh.run()).toMatchObject({ written: 2 });
    expect(await readFeed(database, 'rep:GA00')).toMatchObject({ '000107': { tel1: '03 53 01 12 34' } });
  });

  it('moves a client from rep to rep: the old one drops him, the new one gets him', async () => {
    await winpneu.client('000100');
    await refresh.run();
    await winpneu.changeClient('000100', { cRep: 'BO03' });
    await refresh.run();
    for (const collection of ['client', 'clientHistory'] as const) {
      expect(await readFeed(database, 'rep:GA00', collection)).toEqual({ '000100': null });
      expect(await readFeed(database, 'rep:BO03', collection)).toMatchObject({ '000100': { id: '000100' } });
    }
  });

  it('takes back clients and list values that winpneu no longer has', async () => {
    await winpneu.client('000100');
    await winpneu.client('000107');
    await winpneu.listValue('c_per', 'M', 'Mensuelle');
    await refresh.run();
    await winpneu.removeClient('000100');
    await winpneu.removeList('c_per');
    expect(await refresh.run()).toMatchObject({ clients: 1, references: 0, gone: 1, written: 5 });
    expect(await readFeed(database, 'admin')).toMatchObject({ '000100': null, '000107': { id: '000107' } });
    expect(await readFeed(database, 'admin', 'clientHistory')).toMatchObject({ '000100': null });
    expect(await readFeed(database, 'all', 'reference')).toEqual({ 'c_per:M': null });
    expect(await refresh.run()).toMatchObject({ gone: 0, written: 0 });
  });

  it('drops a relation from the history once it is archived', async () => {
    await winpneu.client('000100');
    const num = await winpneu.relation('000100');
    await refresh.run();
    await winpneu.changeRelation(num, { cArchive: 'O' });
    expect(await refresh.run()).toMatchObject({ archivedRelations: 1 });
    expect(await readFeed(database, 'rep:GA00', 'clientHistory')).toEqual({
      '000100': { id: '000100', relations: [] },
    });
  });

  it('reads any number of clients', async () => {
    for (let index = 0; index < 250; index += 1) await winpneu.client(String(index).padStart(6, '0'));
    const seen: number[] = [];
    const report = await refresh.run((clients) => seen.push(clients));
    expect(report).toMatchObject({ clients: 250 });
    expect(seen).toEqual([100, 200, 250]);
    expect(await liveIds('rep:GA00')).toHaveLength(250);
  });

  it('gives a scope that came into use its documents', async () => {
    await winpneu.client('000100');
    await refresh.run();
    await winpneu.user('CHF', { scopeKind: 'agence', cAgence: 'A01' });
    expect(await refresh.run()).toMatchObject({ written: 2 });
    expect(await liveIds('agence:A01')).toEqual(['000100']);
  });

  it('follows the calendar: turnover and last visit are those of the day', async () => {
    await winpneu.client('000100');
    await winpneu.turnover('000100', 2026, 12, 100);
    await winpneu.relation('000100', { dateRelation: new Date('2027-01-02T00:00:00Z') });
    await refresh.run();
    expect(await readFeed(database, 'rep:GA00')).toMatchObject({
      '000100': { ca: { annee: 2026, cumul: 0 }, lastVisit: null },
    });
    // In Paris the 2nd of January has begun.
    now = new Date('2027-01-01T23:30:00.000Z');
    await refresh.run();
    expect(await readFeed(database, 'rep:GA00')).toMatchObject({
      '000100': { ca: { annee: 2027, totalN1: 100 }, lastVisit: '2027-01-02' },
    });
  });

  it('does not overwrite a visit that came in while it was reading', async () => {
    await winpneu.client('000100');
    await refresh.run();
    await winpneu.relation('000100', { objet: 'Appel' });
    let isFirst = true;
    const interrupted: Database = {
      ...database,
      // The page has been read and is about to be published: now a visit is noted.
      transaction: async (work, options) => {
        if (isFirst) {
          isFirst = false;
          await winpneu.relation('000100', { objet: 'Visite entre-temps' });
          await publishing(database, async (tx, feed) => {
            const documents = await createClientPublisher({ clock }).documents(tx, '000100');
            await feed.publish(documents, clock.now());
          });
        }
        return database.transaction(work, options);
      },
    };
    await createBaseRefresh({ database: interrupted, clock, log: silentLog() }).run();
    expect(isFirst).toBe(false);
    expect(await readFeed(database, 'rep:GA00', 'clientHistory')).toMatchObject({
      '000100': { relations: [{ objet: 'Visite entre-temps' }, { objet: 'Appel' }] },
    });
  });

  it('may run twice at once', async () => {
    for (let index = 0; index < 120; index += 1) await winpneu.client(String(index).padStart(6, '0'));
    await Promise.all([refresh.run(), refresh.run()]);
    expect(await liveIds('rep:GA00')).toHaveLength(120);
    expect(await refresh.run()).toMatchObject({ written: 0 });
  });
});

describe('hasBase', () => {
  it('is true once a run has ended well', async () => {
    expect(await refresh.hasBase()).toBe(false);
    await refreshRunRepository(database.db).start(now);
    expect(await refresh.hasBase()).toBe(false);
    const report = await refresh.run();
    expect(await refresh.hasBase()).toBe(true);
    const last = await refreshRunRepository(database.db).lastDone();
    expect(JSON.parse(last?.report ?? '')).toEqual(report);
  });

  it('is not shaken by a run that fails, which leaves its reason', async () => {
    const failing = createBaseRefresh({
      database: {
        ...database,
        db: database.db,
        transaction: () => Promise.reject(new RangeError('no room')),
      },
      clock,
      log: silentLog(),
    });
    await winpneu.client('000100');
    await expect(failing.run()).rejects.toThrow('no room');
    expect(await refreshRunRepository(database.db).last()).toMatchObject({
      status: 'failed',
      error: 'RangeError',
    });
    expect(await refresh.hasBase()).toBe(false);
  });
});
