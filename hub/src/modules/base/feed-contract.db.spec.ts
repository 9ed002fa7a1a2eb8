import { syncDocRepository, tombstoneBody } from '@tournee/db';
import { createDemoBase } from '@tournee/db/demo';
import { openTestDatabase, type TestDatabase } from '@tournee/db/testing';
import { COLLECTIONS, type CollectionName } from '@tournee/graphql';
import { graphql } from 'graphql';
import { createHubSchema } from '../../graphql/schema.ts';
import { silentLog } from '../../logger.ts';
import { createBaseRefresh } from './base-refresh.ts';

const NOW = new Date('2026-11-24T09:00:00.000Z');
const PUBLISHED: readonly CollectionName[] = ['client', 'clientHistory', 'reference', 'setting'];

let test: TestDatabase;

beforeAll(async () => {
  test = await openTestDatabase();
  const hashPassword = (): Promise<string> => Promise.resolve('');
  await createDemoBase(test.database, { now: NOW, hashPassword, size: { clients: 100, relations: 1500 } });
  await createBaseRefresh({ database: test.database, clock: { now: () => NOW }, log: silentLog() }).run();
});
afterAll(() => test.remove());

/** What the hub answers to a device's pull query when the documents are these. */
async function throughGraphQl(collection: CollectionName, documents: readonly object[]): Promise<unknown[]> {
  const { pullField, query } = COLLECTIONS[collection];
  const page = { documents, checkpoint: { seq: '1', epoch: 'e' }, hasMore: false };
  const { data, errors } = await graphql({
    schema: createHubSchema([]),
    source: query,
    variableValues: { limit: 10 },
    rootValue: { [pullField]: page },
  });
  expect(errors).toBeUndefined();
  return (data?.[pullField] as typeof page).documents.slice();
}

const withDeleted = (body: string, deleted: boolean): string =>
  `${body.slice(0, -1)},"deleted":${String(deleted)}}`;

/** Threat: a body that GraphQL would have written differently, or not at all, is answered as it is by the fast pull. */
describe('bodies of the feed', () => {
  it.each(PUBLISHED)('are what GraphQL writes for a %s', async (collection) => {
    const scopes = ['admin', 'all'];
    const { rows } = await syncDocRepository(test.database.db).pull({
      collection,
      scopes,
      afterSeq: 0,
      limit: 1000,
    });
    expect(rows.length).toBeGreaterThan(2);
    const texts = rows.map(({ body }) => withDeleted(body, false));
    const written = await throughGraphQl(
      collection,
      texts.map((text) => JSON.parse(text) as object),
    );
    expect(written.map((document) => JSON.stringify(document))).toEqual(texts);
  });

  it.each(Object.keys(COLLECTIONS) as CollectionName[])(
    'are valid for a tombstone of a %s',
    async (collection) => {
      const text = withDeleted(tombstoneBody(collection, 'x'), true);
      const [written] = await throughGraphQl(collection, [JSON.parse(text) as object]);
      expect(JSON.stringify(written)).toBe(text);
    },
  );
});
