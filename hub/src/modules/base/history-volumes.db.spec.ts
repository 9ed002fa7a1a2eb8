import { type Database, publishing } from '@tournee/db';
import { openTestDatabase, type TestDatabase } from '@tournee/db/testing';
import { readFeed, type WinpneuBase, winpneuBase } from '@tournee/db/testing/winpneu';
import type { ClientHistory } from '@tournee/graphql';
import { silentLog } from '../../logger.ts';
import { createRelationArchiving } from './archive-relations.service.ts';
import { type BaseRefresh, createBaseRefresh } from './base-refresh.ts';
import { createClientPublisher } from './client-publisher.ts';

const NOW = new Date('2026-11-24T09:00:00.000Z');
const clock = { now: () => NOW };
const OLD = { dateRelation: new Date('2015-03-01T00:00:00Z') };

let test: TestDatabase;
let database: Database;
let winpneu: WinpneuBase;
let refresh: BaseRefresh;

beforeEach(async () => {
  test = await openTestDatabase();
  database = test.database;
  winpneu = winpneuBase(database);
  refresh = createBaseRefresh({ database, clock, log: silentLog() });
  await winpneu.user('GA00');
  await winpneu.user('BO03');
  await winpneu.client('000100');
});
afterEach(() => test.remove());

async function addRelations(
  count: number,
  fields: Parameters<WinpneuBase['relation']>[1] = {},
): Promise<void> {
  for (let index = 0; index < count; index += 1) await winpneu.relation('000100', fields);
}

/** A visit as the hub integrates one. */
function visit(fields: Parameters<WinpneuBase['relation']>[1] = {}): Promise<number> {
  return publishing(database, async (tx, feed) => {
    await winpneuBase({ ...database, db: tx }).relation('000100', fields);
    const documents = await createClientPublisher({ clock }).documents(tx, '000100');
    return (await feed.publish(documents, NOW)).written;
  });
}

/** How many relations each volume has in a rep's scope; a tombstone is null. */
async function volumes(scope = 'rep:GA00'): Promise<Record<string, number | null>> {
  const feed = Object.entries(await readFeed(database, scope, 'clientHistory'));
  return Object.fromEntries(
    feed
      .map(([id, body]) => [id, body === null ? null : (body as ClientHistory).relations.length] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

async function numbers(id: string): Promise<number[]> {
  const feed = await readFeed(database, 'rep:GA00', 'clientHistory');
  return (feed[id] as ClientHistory).relations.map(({ num }) => num);
}

describe('a long history', () => {
  it('is cut into volumes, each relation in one, and stands as it is when nothing changed', async () => {
    await addRelations(101);
    await refresh.run();
    expect(await volumes()).toEqual({ '000100': 50, '000100~1': 50, '000100~2': 1 });
    expect(await numbers('000100~2')).toEqual([101]);
    expect(await refresh.run()).toMatchObject({ written: 0 });
  });

  it('is not published again by a visit: only the volume that the visit stands in', async () => {
    await addRelations(99);
    await refresh.run();
    // Whoever read the older volume would see this.
    await winpneu.changeRelation(7, { objet: 'Corrigé dans winpneu' });
    expect(await visit()).toBe(1);
    expect(await volumes()).toEqual({ '000100': 50, '000100~1': 50 });
    expect(await visit(OLD)).toBe(1);
    expect(await visit({ dateRelation: NOW })).toBe(2);
    expect(await volumes()).toEqual({ '000100': 50, '000100~1': 50, '000100~2': 2 });
    expect(JSON.stringify(await readFeed(database, 'rep:GA00', 'clientHistory'))).not.toContain('Corrigé');
    expect(await refresh.run()).toMatchObject({ written: 1 });
  });

  it('keeps each relation in its volume when old ones are archived, and drops a volume that is left empty', async () => {
    await addRelations(10);
    await addRelations(90, OLD);
    await addRelations(3);
    await refresh.run();
    const archive = createRelationArchiving({ database, clock, months: () => Promise.resolve(48) });
    expect(await archive(new AbortController().signal)).toMatchObject({ archived: 90 });
    expect(await volumes()).toEqual({ '000100': 10, '000100~1': null, '000100~2': 3 });
    expect(await numbers('000100~2')).toEqual([103, 102, 101]);
    expect(await refresh.run()).toMatchObject({ written: 0 });
  });

  it('goes with its client to another rep, whole, by a visit as by a refresh', async () => {
    await addRelations(60);
    await refresh.run();
    await winpneu.changeClient('000100', { cRep: 'BO03' });
    await visit();
    expect(await volumes('rep:BO03')).toEqual({ '000100': 50, '000100~1': 11 });
    expect(await volumes()).toEqual({ '000100': null, '000100~1': null });
    await winpneu.changeClient('000100', { cRep: 'GA00' });
    await refresh.run();
    expect(await volumes()).toEqual({ '000100': 50, '000100~1': 11 });
    expect(await volumes('rep:BO03')).toEqual({ '000100': null, '000100~1': null });
  });

  it('loses the volumes behind its end when winpneu lost rows', async () => {
    await addRelations(120);
    await refresh.run();
    await database.db.execute('delete from [dbo].[client_relation] where [num_relation] > 40');
    await refresh.run();
    expect(await volumes()).toEqual({ '000100': 40, '000100~1': null, '000100~2': null });
    expect(await refresh.run()).toMatchObject({ written: 0 });
  });

  it.each(['refresh', 'visit'] as const)('leaves with its client, whole: by a %s', async (by) => {
    await addRelations(60);
    await refresh.run();
    await winpneu.removeClient('000100');
    await (by === 'refresh' ? refresh.run() : visit());
    expect(await volumes()).toEqual({ '000100': null, '000100~1': null });
  });

  it('is published anew by a hub that finds documents of another shape', async () => {
    await refresh.run();
    expect(await refresh.hasBase()).toBe(true);
    await database.db.execute(`update [crm].[refresh_run] set [report] = '{"clients":1}'`);
    expect(await refresh.hasBase()).toBe(false);
  });
});
