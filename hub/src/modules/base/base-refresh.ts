import { type Database, refreshRunRepository, sqlErrorNumber } from '@tournee/db';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../logger.ts';
import { readBaseContext } from './base-context.ts';
import { buildReferenceDocuments, buildSettingDocuments } from './list-documents.ts';
import { OddRowCollector, type OddRows } from './odd-rows.ts';
import { publishGone } from './gone-clients.ts';
import { noteStrays, publishClients, publishList, type StepResult } from './refresh-steps.ts';

/** Another shape of the documents makes a hub publish them anew when it starts. 2: histories in volumes. */
const DOCUMENT_SHAPE = 2;

export interface RefreshReport {
  /** See `DOCUMENT_SHAPE`. */
  readonly shape: number;
  readonly clients: number;
  readonly references: number;
  readonly settings: number;
  readonly prospects: number;
  /** Rows written to the feed, tombstones included; 0 when winpneu is as it was. */
  readonly written: number;
  /** Clients that left the feed because winpneu no longer has them. */
  readonly gone: number;
  /** Archived relations, which stay at the hub. */
  readonly archivedRelations: number;
  readonly oddRows: readonly OddRows[];
  readonly milliseconds: number;
}

export interface BaseRefresh {
  /** True when a refresh of such documents has ended well before: devices have something to pull. */
  hasBase(): Promise<boolean>;
  /** Reads winpneu, compares, and publishes what changed. The report is kept in `crm.refresh_run`. */
  run(onProgress?: (clients: number) => void): Promise<RefreshReport>;
}

export interface BaseRefreshOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Pick<Log, 'info' | 'error'>;
  /** Brings the prospects of the feed up to date. */
  readonly publishProspects?: ((database: Database) => Promise<StepResult>) | undefined;
}

type Counts = Omit<RefreshReport, 'shape' | 'oddRows' | 'milliseconds'>;

export function createBaseRefresh(options: BaseRefreshOptions): BaseRefresh {
  const { database, clock, log } = options;
  const runs = refreshRunRepository(database.db);
  return {
    hasBase: async () => shapeOf((await runs.lastDone())?.report ?? null) === DOCUMENT_SHAPE,
    run: async (onProgress = () => undefined) => {
      const startedAt = clock.now();
      const id = await runs.start(startedAt);
      try {
        const odd = new OddRowCollector();
        const counts = await refresh(options, startedAt, odd, onProgress);
        const endedAt = clock.now();
        const milliseconds = endedAt.getTime() - startedAt.getTime();
        const report: RefreshReport = {
          shape: DOCUMENT_SHAPE,
          ...counts,
          oddRows: odd.report(),
          milliseconds,
        };
        await runs.end(id, { status: 'done', now: endedAt, report: JSON.stringify(report) });
        const oddRows = Object.fromEntries(report.oddRows.map(({ kind, count }) => [kind, count]));
        log.info({ run: id, ...counts, oddRows, milliseconds }, 'base refreshed');
        return report;
      } catch (error) {
        await runs.end(id, { status: 'failed', now: clock.now(), error: summary(error) });
        log.error({ run: id, err: error }, 'base refresh failed');
        throw error;
      }
    },
  };
}

async function refresh(
  { database, publishProspects }: BaseRefreshOptions,
  now: Date,
  odd: OddRowCollector,
  onProgress: (clients: number) => void,
): Promise<Counts> {
  const context = await readBaseContext(database.db, now);
  const references = await publishList(database, now, (q) => buildReferenceDocuments(q, context));
  const settings = await publishList(database, now, (q) => buildSettingDocuments(q, context));
  const clients = await publishClients(database, now, context, odd, onProgress);
  const gone = await publishGone(database, now);
  const prospects = (await publishProspects?.(database)) ?? { count: 0, written: 0 };
  const archivedRelations = await noteStrays(database.db, odd);
  return {
    clients: clients.count,
    references: references.count,
    settings: settings.count,
    prospects: prospects.count,
    written: references.written + settings.written + clients.written + gone.written + prospects.written,
    gone: gone.count,
    archivedRelations,
  };
}

function shapeOf(report: string | null): number | undefined {
  return report === null ? undefined : (JSON.parse(report) as Partial<RefreshReport>).shape;
}

/** Names and numbers only: a database's own words repeat the content of rows. */
function summary(error: unknown): string {
  const number = sqlErrorNumber(error);
  const name = error instanceof Error ? error.name : typeof error;
  return number === undefined ? name : `${name}, database error ${String(number)}`;
}
