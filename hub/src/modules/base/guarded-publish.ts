import {
  chunks,
  type Database,
  type FeedDocument,
  groupBy,
  publishing,
  type Queryable,
  syncDocRepository,
} from '@tournee/db';

/** Clients a transaction may change: two documents as a rule, each in three scopes at most, and as many to leave. */
const KEYS_PER_TRANSACTION = 80;

export interface GuardedPublish {
  readonly database: Database;
  readonly documents: readonly FeedDocument[];
  /** The feed's clock before the sources of the documents were read. */
  readonly readAt: number;
  readonly now: Date;
  /** Documents of one key change in one transaction; by default each has its id for one. */
  readonly keyOf?: (document: FeedDocument) => string;
  /** Builds the documents of some keys anew. */
  readonly rebuild: (tx: Queryable, keys: readonly string[]) => Promise<FeedDocument[]>;
}

/**
 * Publishes those documents that changed, in transactions of at most 500 documents; when nothing did, it takes no lock.
 * Where somebody published since the sources were read (a visit came in), the documents are built again under the
 * feed's lock: an older state never overwrites a newer one.
 * @returns how many rows of the feed were written
 */
export async function publishGuarded(publish: GuardedPublish): Promise<number> {
  const { database, now, rebuild, keyOf = ({ id }) => id } = publish;
  const changed = await syncDocRepository(database.db).findChanged(publish.documents);
  const byKey = [...groupBy(changed, keyOf)];
  let known = publish.readAt;
  let total = 0;
  for (const some of chunks(byKey, KEYS_PER_TRANSACTION)) {
    const { written, lastSeq } = await publishing(
      database,
      async (tx, feed) => {
        const isUntouched = feed.lastSeq === known;
        const documents = isUntouched
          ? some.flatMap(([, same]) => same)
          : await rebuild(
              tx,
              some.map(([key]) => key),
            );
        return feed.publish(documents, now);
      },
      { priority: 'low' },
    );
    total += written;
    known = written === 0 ? known : lastSeq;
  }
  return total;
}
