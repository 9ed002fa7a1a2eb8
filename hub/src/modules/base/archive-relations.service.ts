import { clientRepository, type Database, publishing, relationArchiveRepository } from '@tournee/db';
import { parisDay } from '@tournee/graphql';
import type { Clock } from '../../clock.ts';
import { readDocumentContext } from './base-context.ts';
import { buildClientDocuments } from './client-documents.ts';

export interface ArchiveDependencies {
  readonly database: Database;
  readonly clock: Clock;
  /** Months after which a relation is archived; 0: never. */
  readonly months: () => Promise<number>;
}

/** A batch is a transaction: publishers wait for it, so it is small. */
const BATCH = 200;

/**
 * Archives relations that are older than the setting says, and publishes the histories that they leave. It may be
 * stopped between two batches, and goes on the next time.
 */
export function createRelationArchiving({ database, clock, months }: ArchiveDependencies) {
  return async (signal: AbortSignal): Promise<{ archived: number; histories: number }> => {
    const counts = { archived: 0, histories: 0 };
    const age = await months();
    if (age === 0) return counts;
    const limit = monthsBefore(parisDay(clock.now()), age);
    for (;;) {
      signal.throwIfAborted();
      const batch = await archiveBatch(database, clock, limit);
      counts.archived += batch.count;
      counts.histories += batch.histories;
      if (batch.count < BATCH) return counts;
    }
  };
}

function archiveBatch(
  database: Database,
  clock: Clock,
  limit: Date,
): Promise<{ count: number; histories: number }> {
  return publishing(
    database,
    async (tx, feed) => {
      const now = clock.now();
      const { count, clients } = await relationArchiveRepository(tx).archive(limit, BATCH);
      const rows = await clientRepository(tx).byCodes(clients);
      const documents = await buildClientDocuments(tx, rows, await readDocumentContext(tx, now));
      await feed.publish(documents, now);
      return { count, histories: rows.length };
    },
    { priority: 'low' },
  );
}

/** The day so many months ago, as if it were UTC; the last of its month where the month is shorter. */
function monthsBefore(day: string, months: number): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last)));
}
