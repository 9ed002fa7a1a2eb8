import { asc } from 'drizzle-orm';
import type { Database } from '../engines/database.ts';
import { syncDoc } from '../schema/sync.table.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { feedTombstone } from './feed-tombstone.ts';
import { publishing } from './publishing.ts';
import { syncDocRepository } from './sync-doc.repository.ts';
import type { FeedChange, FeedDocument, FeedEntry, Published } from './sync-publish.ts';

const NOW = new Date('2026-11-24T09:00:00.000Z');

let test: TestDatabase;
let database: Database;

beforeEach(async () => {
  test = await openTestDatabase();
  database = test.database;
});
afterEach(() => test.remove());

const live = (id: string, scope: string, text = 'a'): FeedChange => {
  return { collection: 'client', id, scope, body: JSON.stringify({ id, text }) };
};

const publish = (...changes: FeedEntry[]): Promise<Published> =>
  publishing(database, (_tx, feed) => feed.publish(changes, NOW));

/** The feed as `number id scope state`, by number. */
async function feed(): Promise<string[]> {
  const rows = await database.db.select().from(syncDoc).orderBy(asc(syncDoc.seq));
  return rows.map((row) => `${String(row.seq)} ${row.id} ${row.scope} ${row.deleted ? 'gone' : 'live'}`);
}

describe('publish', () => {
  it('numbers what is new, in order', async () => {
    expect(await publish(live('1', 'admin'), live('1', 'rep:GA00'), live('2', 'admin'))).toEqual({
      written: 3,
      lastSeq: 3,
    });
    expect(await feed()).toEqual(['1 1 admin live', '2 1 rep:GA00 live', '3 2 admin live']);
    expect(await syncDocRepository(database.db).clock()).toBe(3);
  });

  it('writes nothing and draws no number when nothing changed', async () => {
    await publish(live('1', 'admin'));
    expect(await publish(live('1', 'admin'))).toEqual({ written: 0, lastSeq: 0 });
    expect(await syncDocRepository(database.db).clock()).toBe(1);
  });

  it('gives a changed document a new number in place of the old one', async () => {
    await publish(live('1', 'admin'), live('2', 'admin'));
    await publish(live('1', 'admin', 'b'), live('2', 'admin'));
    expect(await feed()).toEqual(['2 2 admin live', '3 1 admin live']);
  });

  it('numbers tombstones before live documents', async () => {
    await publish(live('1', 'rep:GA00'));
    await publish(live('1', 'rep:BO03'), live('2', 'rep:BO03'), feedTombstone('client', '1', 'rep:GA00'));
    expect(await feed()).toEqual(['2 1 rep:GA00 gone', '3 1 rep:BO03 live', '4 2 rep:BO03 live']);
  });

  it('takes nothing back that no device ever got, nor twice', async () => {
    await publish(live('1', 'admin'));
    const gone = feedTombstone('client', '1', 'admin');
    expect(await publish(feedTombstone('client', '9', 'admin'))).toMatchObject({ written: 0 });
    expect(await publish(gone)).toMatchObject({ written: 1 });
    expect(await publish(gone)).toMatchObject({ written: 0 });
  });

  it('brings a document back that was gone, unchanged as it is', async () => {
    await publish(live('1', 'admin'));
    await publish(feedTombstone('client', '1', 'admin'));
    await publish(live('1', 'admin'));
    expect(await feed()).toEqual(['3 1 admin live']);
  });

  it('lets the last word on a document count', async () => {
    expect(await publish(live('1', 'admin', 'a'), live('1', 'admin', 'b'))).toEqual({
      written: 1,
      lastSeq: 1,
    });
    const [row] = await database.db.select({ body: syncDoc.body }).from(syncDoc);
    expect(row).toEqual({ body: '{"id":"1","text":"b"}' });
  });

  it('writes more documents than a statement takes', async () => {
    const many = (text: string): FeedChange[] =>
      Array.from({ length: 1300 }, (_, index) =>
        live(String(index), index % 2 === 0 ? 'admin' : 'rep:GA00', text),
      );
    expect(await publish(...many('a'))).toEqual({ written: 1300, lastSeq: 1300 });
    expect(await publish(...many('b'))).toEqual({ written: 1300, lastSeq: 2600 });
    expect((await feed()).length).toBe(1300);
  });

  it('leaves no number behind when the transaction is undone', async () => {
    const failing = publishing(database, async (_tx, feed) => {
      await feed.publish([live('1', 'admin')], NOW);
      throw new Error('after all');
    });
    await expect(failing).rejects.toThrow('after all');
    expect(await syncDocRepository(database.db).clock()).toBe(0);
    expect(await feed()).toEqual([]);
  });

  it('gives transactions at the same instant their numbers one after the other', async () => {
    const ids = Array.from({ length: 8 }, (_, index) => String(index));
    const published = await Promise.all(ids.map((id) => publish(live(id, 'admin'), live(id, 'rep:GA00'))));
    expect(published.map(({ lastSeq }) => lastSeq).sort((a, b) => a - b)).toEqual([
      2, 4, 6, 8, 10, 12, 14, 16,
    ]);
    expect(await syncDocRepository(database.db).clock()).toBe(16);
  });
});

describe('publish of whole documents', () => {
  const document = (id: string, scopes: string[], text = 'a'): FeedDocument => {
    return { collection: 'client', id, scopes, body: JSON.stringify({ id, text }) };
  };

  it('leaves the scopes that a document no longer belongs to', async () => {
    await publish(document('1', ['admin', 'rep:GA00']), document('2', ['admin']));
    await publish(document('1', ['admin', 'rep:BO03']));
    expect(await feed()).toEqual([
      '1 1 admin live',
      '3 2 admin live',
      '4 1 rep:GA00 gone',
      '5 1 rep:BO03 live',
    ]);
    expect(await syncDocRepository(database.db).scopesOf('client', '1')).toEqual(['admin', 'rep:BO03']);
  });

  it('takes a document out of all scopes when it has none', async () => {
    await publish(document('1', ['admin', 'rep:GA00']));
    await publish(document('1', []));
    expect(await feed()).toEqual(['3 1 admin gone', '4 1 rep:GA00 gone']);
    expect(await syncDocRepository(database.db).liveIds('client', '', 10)).toEqual([]);
  });

  it('finds the documents for which there is something to write', async () => {
    const known = [document('1', ['admin']), document('2', ['admin']), document('3', ['admin'])];
    await publish(...known);
    const changed = [document('2', ['admin'], 'b'), document('3', []), document('4', ['admin'])];
    const found = await syncDocRepository(database.db).findChanged([document('1', ['admin']), ...changed]);
    expect(found).toEqual(changed);
  });
});

describe('useScope', () => {
  it('brings a scope into use once', async () => {
    const repository = syncDocRepository(database.db);
    await repository.useScope('all', NOW);
    await repository.useScope('admin', NOW);
    await repository.useScope('all', NOW);
    expect(await repository.scopesInUse()).toEqual(['admin', 'all']);
  });
});
