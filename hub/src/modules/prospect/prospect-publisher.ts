import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type Database,
  type FeedDocument,
  groupBy,
  prospectRepository,
  type ProspectRow,
  publishing,
  type Queryable,
  readRepHolders,
  syncDocRepository,
  visitRepository,
} from '@tournee/db';
import type { Clock } from '../../clock.ts';
import type { ProspectContext } from './prospect-document.ts';
import { prospectDocuments } from './prospect-document.ts';
import { ownerOf } from './prospect-owner.ts';

export interface ProspectPublisherDependencies {
  clock: Clock;
  /** Setting `prospect.offlineMonths`. */
  readOfflineMonths(q: Queryable): Promise<number>;
}

export interface ProspectPublisher {
  /**
   * Builds the documents of a prospect and of its visits anew, rows of this transaction included. Call it after the
   * rows are written, inside `publishing`: of two changes at one instant, the second one publishes both.
   */
  documents(tx: Queryable, id: string): Promise<FeedDocument[]>;
  /**
   * Brings all prospects of the feed up to date with the user table and the calendar: new scopes get theirs, a rep code
   * that changed hands takes its prospects along, and those without movement leave. Part of the base refresh.
   */
  refreshAll(database: Database): Promise<ProspectCounts>;
}

export interface ProspectCounts {
  /** Prospects that were looked at, deleted ones left out. */
  readonly prospects: number;
  /** Those that devices have afterwards. */
  readonly kept: number;
  /** Those that devices had, and have no more: no movement for too long. */
  readonly left: number;
  /** Those that devices had not, and have now. */
  readonly returned: number;
  /** Documents of the feed that were written, tombstones included. */
  readonly written: number;
}

const PROSPECTS_PER_PAGE = 80;

export function createProspectPublisher(dependencies: ProspectPublisherDependencies): ProspectPublisher {
  const { clock } = dependencies;

  async function readContext(q: Queryable): Promise<ProspectContext> {
    const offlineSince = clock.now();
    offlineSince.setUTCMonth(offlineSince.getUTCMonth() - (await dependencies.readOfflineMonths(q)));
    const scopes = new Set(await syncDocRepository(q).scopesInUse());
    return { holders: await readRepHolders(q), scopes, offlineSince };
  }

  async function refreshSome(database: Database, ids: readonly string[]): Promise<number> {
    return publishing(
      database,
      async (tx, feed) => {
        const context = await readContext(tx);
        const rows = await prospectRepository(tx).byIds(ids);
        for (const row of rows) {
          const ownerUserId = ownerOf(row.cRep, row.ownerUserId, context.holders);
          if (ownerUserId !== row.ownerUserId) await prospectRepository(tx).update(row.id, { ownerUserId });
        }
        const documents = await documentsOf(tx, withOwners(rows, context), context);
        return (await feed.publish(documents, clock.now())).written;
      },
      { priority: 'low' },
    );
  }

  return {
    documents: async (tx, id) => {
      const rows = await prospectRepository(tx).byIds([id]);
      return documentsOf(tx, rows, await readContext(tx));
    },
    refreshAll: async (database) => {
      const context = await readContext(database.db);
      const total = { prospects: 0, kept: 0, left: 0, returned: 0, written: 0 };
      let after = '';
      for (;;) {
        const rows = await prospectRepository(database.db).page(after, PROSPECTS_PER_PAGE);
        const documents = await documentsOf(database.db, withOwners(rows, context), context);
        await countMoves(database.db, rows, documents, total);
        const changed = await syncDocRepository(database.db).findChanged(documents);
        const ids = new Set(changed.map((document) => prospectOf(document)));
        if (ids.size > 0) total.written += await refreshSome(database, [...ids]);
        after = rows.at(-1)?.id ?? after;
        if (rows.length < PROSPECTS_PER_PAGE) return total;
        await nextTurn();
      }
    },
  };
}

/** Adds to the counts what becomes of some prospects: where they stand in the feed, and where they should. */
async function countMoves(
  q: Queryable,
  rows: readonly ProspectRow[],
  documents: readonly FeedDocument[],
  total: { -readonly [Key in keyof ProspectCounts]: ProspectCounts[Key] },
): Promise<void> {
  const alive = rows.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id);
  const placements = await syncDocRepository(q).placements('prospect', alive);
  const had = new Set(placements.filter(({ deleted }) => !deleted).map(({ id }) => id));
  const published = documents.filter(
    ({ collection, scopes }) => collection === 'prospect' && scopes.length > 0,
  );
  const has = new Set(published.map(({ id }) => id));
  total.prospects += alive.length;
  total.kept += has.size;
  total.left += [...had].filter((id) => !has.has(id)).length;
  total.returned += [...has].filter((id) => !had.has(id)).length;
}

function withOwners(rows: readonly ProspectRow[], { holders }: ProspectContext): ProspectRow[] {
  return rows.map((row) => ({ ...row, ownerUserId: ownerOf(row.cRep, row.ownerUserId, holders) }));
}

function prospectOf({ collection, id, body }: FeedDocument): string {
  return collection === 'prospect' ? id : (JSON.parse(body) as { prospectId: string }).prospectId;
}

async function documentsOf(
  q: Queryable,
  rows: readonly ProspectRow[],
  context: ProspectContext,
): Promise<FeedDocument[]> {
  const visits = groupBy(
    await visitRepository(q).ofProspects(rows.map(({ id }) => id)),
    ({ prospectId }) => prospectId,
  );
  return rows.flatMap((row) => prospectDocuments(row, visits.get(row.id) ?? [], context));
}
