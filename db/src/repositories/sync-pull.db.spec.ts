import fc from 'fast-check';
import type { Database } from '../engines/database.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { feedTombstone } from './feed-tombstone.ts';
import { publishing } from './publishing.ts';
import { syncDocRepository } from './sync-doc.repository.ts';
import type { FeedPage } from './sync-pull.ts';
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

const publish = (...changes: FeedChange[]) => publishing(database, (_tx, feed) => feed.publish(changes, NOW));

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

describe('a page', () => {
  const SCOPES = ['rep:GA00', 'rep:BO03', 'user:1'];
  const sized = (id: string, scope: string, length: number): FeedChange => {
    return { collection: 'client', id, scope, body: JSON.stringify({ id, text: 'é'.repeat(length) }) };
  };
  const document = fc.record({
    id: fc.integer({ min: 1, max: 12 }).map(String),
    scope: fc.constantFrom(...SCOPES),
    length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3000 })),
    isGone: fc.boolean(),
  });

  it('ends before the bytes are too many, but never empty: all pages together are the feed, none twice', async () => {
    const feeds = fc.array(document, { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(feeds, fc.integer({ min: 1, max: 10 }), async (documents, limit) => {
        await database.db.execute('delete from [crm].[sync_doc]');
        for (const { id, scope, length, isGone } of documents)
          await publish(isGone ? gone(id, scope) : sized(id, scope, length));
        const whole = await read(1000, 1_000_000);
        const pages: FeedPage[] = [];
        do pages.push(await read(limit, 8000, pages.at(-1)?.lastSeq));
        while (pages.at(-1)?.hasMore);
        const numbers = pages.flatMap(({ rows }) => rows.map(({ seq }) => seq));
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        const last = new Map(
          pages.flatMap(({ rows }) => rows).map(({ id, seq, deleted }) => [id, { seq, deleted }]),
        );
        expect(last).toEqual(new Map(whole.rows.map(({ id, seq, deleted }) => [id, { seq, deleted }])));
        for (const { rows, hasMore } of pages) {
          if (hasMore) expect(rows).not.toEqual([]);
          expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
          const bytes = rows.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0);
          expect(rows.length === 1 || bytes <= 8000).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('holds a document that is larger than a page alone', async () => {
    await publish(sized('1', 'rep:GA00', 10), sized('2', 'rep:GA00', 5_000_000), sized('3', 'rep:GA00', 10));
    const first = await read(1000);
    const second = await read(1000, undefined, first.lastSeq);
    const third = await read(1000, undefined, second.lastSeq);
    expect([first, second, third].map(({ rows, hasMore }) => [rows.map(({ id }) => id), hasMore])).toEqual([
      [['1'], true],
      [['2'], true],
      [['3'], false],
    ]);
  });

  function read(limit: number, bytes?: number, afterSeq = 0): Promise<FeedPage> {
    const request = { collection: 'client', scopes: SCOPES, afterSeq, limit } as const;
    return syncDocRepository(database.db).pull(bytes === undefined ? request : { ...request, bytes });
  }
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
