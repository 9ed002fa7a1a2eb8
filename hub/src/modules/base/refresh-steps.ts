import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  clientCaRepository,
  clientRelationRepository,
  clientRepository,
  type Database,
  type FeedDocument,
  type Queryable,
  syncDocRepository,
} from '@tournee/db';
import { readHistoryVolumeId } from '@tournee/graphql';
import type { BaseContext } from './base-context.ts';
import { buildClientDocuments } from './client-documents.ts';
import { publishGuarded } from './guarded-publish.ts';
import { LISTED_KEYS, type OddRowCollector } from './odd-rows.ts';

/** A page is read and compared without giving way: small pages keep the hub answering meanwhile. */
const CLIENTS_PER_PAGE = 100;

/** What a step of the refresh went through, and what it wrote. */
export interface StepResult {
  readonly count: number;
  readonly written: number;
}

/** Card and volumes of a client change together. */
function clientOf({ collection, id }: FeedDocument): string {
  return collection === 'clientHistory' ? readHistoryVolumeId(id).cClient : id;
}

export async function publishList(
  database: Database,
  now: Date,
  build: (q: Queryable) => Promise<FeedDocument[]>,
): Promise<StepResult> {
  const readAt = await syncDocRepository(database.db).clock();
  const documents = await build(database.db);
  const rebuild = async (tx: Queryable, ids: readonly string[]): Promise<FeedDocument[]> =>
    (await build(tx)).filter(({ id }) => ids.includes(id));
  const written = await publishGuarded({ database, documents, readAt, now, rebuild });
  return { count: documents.filter(({ scopes }) => scopes.length > 0).length, written };
}

export async function publishClients(
  database: Database,
  now: Date,
  context: BaseContext,
  odd: OddRowCollector,
  onProgress: (clients: number) => void,
): Promise<StepResult> {
  const rebuild = async (tx: Queryable, codes: readonly string[]): Promise<FeedDocument[]> =>
    buildClientDocuments(tx, await clientRepository(tx).byCodes(codes), context);
  const total = { count: 0, written: 0 };
  let after = '';
  for (;;) {
    const readAt = await syncDocRepository(database.db).clock();
    const rows = await clientRepository(database.db).page(after, CLIENTS_PER_PAGE);
    const documents = await buildClientDocuments(database.db, rows, context, { context, collector: odd });
    total.written += await publishGuarded({ database, documents, readAt, now, keyOf: clientOf, rebuild });
    total.count += rows.length;
    onProgress(total.count);
    after = rows.at(-1)?.cClient ?? after;
    if (rows.length < CLIENTS_PER_PAGE) return total;
    await nextTurn();
  }
}

/** Rows that belong to no client of the base. */
export async function noteStrays(q: Queryable, odd: OddRowCollector): Promise<number> {
  const relations = clientRelationRepository(q);
  const lost = await relations.withoutClient(LISTED_KEYS);
  odd.noteMany('relationWithoutClient', lost.total, lost.numbers.map(String));
  const others = await relations.ofOtherEntities(LISTED_KEYS);
  odd.noteMany('relationOfOtherEntity', others.total, others.numbers.map(String));
  odd.noteMany('turnoverWithoutClient', await clientCaRepository(q).countWithoutClient(), []);
  return relations.countArchived();
}
