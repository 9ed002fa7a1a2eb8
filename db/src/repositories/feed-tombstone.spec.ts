import { COLLECTIONS, type CollectionName } from '@tournee/graphql';
import { feedTombstone, tombstoneBody } from './feed-tombstone.ts';

describe('tombstoneBody', () => {
  it.each(Object.keys(COLLECTIONS) as CollectionName[])(
    'has all fields of a %s in their order',
    (collection) => {
      const body: unknown = JSON.parse(tombstoneBody(collection, '000107'));
      expect(Object.keys(body as object)).toEqual(
        COLLECTIONS[collection].fields.filter((field) => field !== 'deleted'),
      );
      expect(body).toMatchObject({ id: '000107' });
    },
  );

  it('is null where the type allows it', () => {
    expect(tombstoneBody('reference', 'c_rep:GA00')).toBe(
      '{"id":"c_rep:GA00","liste":"","code":"","libelle":"","parent":null}',
    );
  });
});

describe('feedTombstone', () => {
  it('is the change by which a document leaves a scope', () => {
    expect(feedTombstone('clientHistory', '000107', 'rep:GA00')).toEqual({
      collection: 'clientHistory',
      id: '000107',
      scope: 'rep:GA00',
      body: '{"id":"000107","relations":[]}',
      deleted: true,
    });
  });
});
