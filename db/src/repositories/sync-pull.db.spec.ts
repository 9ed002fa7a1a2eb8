import type { Database } from '../engines/database.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { feedTombstone } from './feed-tombstone.ts';
import { syncDocRepository } from './sync-doc.repository.ts';
import type { FeedChange } from './sync-publish.ts';

const NOW = new Date('2026-11-24T09:00:00.000Z');
const GA00 = ['all', 'rep:GA00', 'user:1'];

let test: TestDatabase;
let database: Database;

beforeEach(async () => {
  test = await openTestDatabase();
  database = test.database;
});
afterEach(() => test.remove());

const live = (id: string, scope: string, collection: FeedChange['collection'] = 'client'): FeedChange => {
  return { collection, id, scope, body: `{"id":"${id}"}` };
};
const gone = (id: string, scope: string): FeedChange => feedTombstone('client', id, scope);

const publish = (...changes: FeedChange[]) =>
  database.transaction((tx) => syncDocRepository(tx).publish(changes, NOW));

async function pull(scopes: readonly string[], afterSeq = 0, limit = 10) {
  const page = await syncDocRepository(database.db).pull({ collection: 'client', scopes, afterSeq, limit });
  return {
    rows: page.rows.map((row) => `${String(row.seq)} ${row.id}${row.deleted ? ' gone' : ''}`),
    lastSeq: page.lastSeq,
  };
}

describe('pull', () => {
  it('answers the documents of the scopes by number, and of no other scope or collection', async () => {
    await publish(live('1', 'rep:GA00'), live('1', 'admin'), live('2', 'user:1'), live('3', 'rep:BO03'));
    await publish(live('1', 'rep:GA00', 'clientHistory'), live('4', 'rep:GA00'));
    expect(await pull(GA00)).toEqual({ rows: ['1 1', '3 2', '6 4'], lastSeq: 6 });
    const page = await syncDocRepository(database.db).pull({
      collection: 'client',
      scopes: ['admin'],
      afterSeq: 0,
      limit: 10,
    });
    expect(page.rows).toEqual([{ seq: 2, id: '1', deleted: false, body: '{"id":"1"}' }]);
  });

  it('goes on from a checkpoint, page by page', async () => {
    await publish(...['1', '2', '3', '4', '5'].map((id) => live(id, 'rep:GA00')));
    expect(await pull(GA00, 0, 2)).toEqual({ rows: ['1 1', '2 2'], lastSeq: 2 });
    expect(await pull(GA00, 2, 2)).toEqual({ rows: ['3 3', '4 4'], lastSeq: 4 });
    expect(await pull(GA00, 4, 2)).toEqual({ rows: ['5 5'], lastSeq: 5 });
    expect(await pull(GA00, 5, 2)).toEqual({ rows: [], lastSeq: 5 });
  });

  it('answers what changed since, with its new number', async () => {
    await publish(live('1', 'rep:GA00'), live('2', 'rep:GA00'));
    await publish({ ...live('1', 'rep:GA00'), body: '{"id":"1","b":2}' });
    expect(await pull(GA00)).toEqual({ rows: ['2 2', '3 1'], lastSeq: 3 });
    expect(await pull(GA00, 2)).toEqual({ rows: ['3 1'], lastSeq: 3 });
  });

  it('answers a tombstone to the reader that the document left', async () => {
    await publish(live('1', 'rep:GA00'));
    await publish(gone('1', 'rep:GA00'), live('1', 'rep:BO03'));
    expect(await pull(GA00, 1)).toEqual({ rows: ['2 1 gone'], lastSeq: 2 });
  });

  it('leaves the tombstone out for a reader of both scopes', async () => {
    await publish(live('1', 'rep:GA00'));
    await publish(gone('1', 'rep:GA00'), live('1', 'rep:BO03'));
    expect(await pull(['rep:GA00', 'rep:BO03'], 1)).toEqual({ rows: ['3 1'], lastSeq: 3 });
  });

  it('moves the checkpoint over tombstones that are left out, and fills the page', async () => {
    await publish(...['1', '2', '3', '4'].map((id) => live(id, 'rep:GA00')));
    await publish(...['1', '2', '3'].map((id) => live(id, 'rep:BO03')));
    await publish(...['1', '2', '3'].map((id) => gone(id, 'rep:GA00')));
    await publish(live('5', 'rep:GA00'), live('6', 'rep:GA00'));
    const both = ['rep:GA00', 'rep:BO03'];
    expect(await pull(both, 7, 2)).toEqual({ rows: ['11 5', '12 6'], lastSeq: 12 });
    expect(await pull(both, 7, 1)).toEqual({ rows: ['11 5'], lastSeq: 11 });
    await publish(gone('4', 'rep:GA00'), live('4', 'rep:BO03'));
    expect(await pull(both, 12, 1)).toEqual({ rows: ['14 4'], lastSeq: 14 });
  });

  it('answers a document that stands in two of the scopes once', async () => {
    await publish(live('1', 'rep:GA00'), live('1', 'admin'), live('2', 'admin'));
    expect(await pull(['admin', 'rep:GA00'])).toEqual({ rows: ['2 1', '3 2'], lastSeq: 3 });
  });

  it('answers nothing to a reader without scopes', async () => {
    await publish(live('1', 'admin'));
    expect(await pull([])).toEqual({ rows: [], lastSeq: 0 });
  });
});

describe('newestSeq', () => {
  it('answers the newest number of each collection in the scopes', async () => {
    await publish(
      live('1', 'rep:GA00'),
      live('1', 'rep:GA00', 'clientHistory'),
      live('2', 'user:1'),
      live('3', 'admin'),
    );
    const repository = syncDocRepository(database.db);
    expect(await repository.newestSeq(GA00)).toEqual(
      new Map([
        ['client', 3],
        ['clientHistory', 2],
      ]),
    );
    expect(await repository.newestSeq(GA00, 2)).toEqual(new Map([['client', 3]]));
    expect(await repository.newestSeq([])).toEqual(new Map());
  });
});

describe('count', () => {
  it('counts the documents of the scopes, tombstones included', async () => {
    await publish(live('1', 'rep:GA00'), live('1', 'admin'), live('2', 'user:1', 'visit'));
    await publish(gone('1', 'rep:GA00'));
    expect(await syncDocRepository(database.db).count(GA00)).toBe(2);
    expect(await syncDocRepository(database.db).count([])).toBe(0);
  });
});
