import type { CollectionName } from '@tournee/graphql';
import { getChangedDocumentsSince, type RxStorageDefaultCheckpoint } from 'rxdb';
import { filter, map, type Observable } from 'rxjs';
import type { LocalCollection } from './local-collections.ts';
import type { StoredOf } from './stored.ts';

/** A place in a collection's own order of changes. */
export type FeedPosition = RxStorageDefaultCheckpoint;

export interface Changes<Name extends CollectionName> {
  /** As they are stored: a reader of thousands takes the few fields it wants, and makes no whole documents of them. */
  changed: readonly StoredOf<Name>[];
  removed: readonly string[];
  position: FeedPosition;
}

const FEED_PAGE = 500;

type Kept<Name extends CollectionName> = StoredOf<Name> & { id: string; _deleted: boolean };

/**
 * The changes of a collection since a position (null: everything), page after page. A reader that kept what it made of
 * them only reads what is new at the next start, instead of the whole collection. Sound for pulled collections: only
 * one tab at a time writes them, so that the order of changes is that of the disk.
 */
export async function* changesSince<Name extends CollectionName>(
  collection: LocalCollection<Name>,
  position: FeedPosition | null,
): AsyncGenerator<Changes<Name>> {
  let checkpoint: FeedPosition | undefined = position ?? undefined;
  for (;;) {
    const page = await getChangedDocumentsSince(collection.storageInstance, FEED_PAGE, checkpoint);
    if (page.documents.length === 0) return;
    checkpoint = page.checkpoint as FeedPosition;
    yield sort<Name>(page.documents as never, checkpoint);
    if (page.documents.length < FEED_PAGE) return;
  }
}

/** Changes as they happen, in this tab or another, bundled as they are written. */
export function liveChanges<Name extends CollectionName>(
  collection: LocalCollection<Name>,
): Observable<Changes<Name>> {
  return collection.eventBulks$.pipe(
    filter((bulk) => !bulk.isLocal && bulk.events.length > 0),
    map((bulk) =>
      sort<Name>(
        bulk.events.map((event) => event.documentData as Kept<Name>),
        bulk.checkpoint,
      ),
    ),
  );
}

function sort<Name extends CollectionName>(
  documents: readonly Kept<Name>[],
  position: FeedPosition,
): Changes<Name> {
  const removed = documents.filter(({ _deleted }) => _deleted).map(({ id }) => id);
  const changed = documents.filter(({ _deleted }) => !_deleted);
  return { changed, removed, position };
}
