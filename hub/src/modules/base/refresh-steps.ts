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
import type { BaseContext } from './base-context.ts';
import { buildClientDocuments, goneClientDocuments } from './client-documents.ts';
import { publishGuarded } from './guarded-publish.ts';
import { LISTED_KEYS, type OddRowCollector } from './odd-rows.ts';

/** A page is read and compared without giving way: small pages keep the hub answering meanwhile. */
const CLIENTS_PER_PAGE = 100;
const IDS_PER_PAGE = 500;

/** What a step of the refresh went through, and what it wrote. */
export interface StepResult {
  readonly count: number;
  readonly written: number;
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
  const rebuild = async (tx: Queryable, ids: readonly string[]): Promise<FeedDocument[]> =>
    buildClientDocuments(tx, await clientRepository(tx).byCodes(ids), context);
  const total = { count: 0, written: 0 };
  let after = '';
  for (;;) {
    const readAt = await syncDocRepository(database.db).clock();
    const rows = await clientRepository(database.db).page(after, CLIENTS_PER_PAGE);
    const documents = await buildClientDocuments(database.db, rows, context, { context, collector: odd });
    total.written += await publishGuarded({ database, documents, readAt, now, rebuild });
    total.count += rows.length;
    onProgress(total.count);
    after = rows.at(-1)?.cClient ?? after;
    if (rows.length < CLIENTS_PER_PAGE) return total;
    await nextTurn();
  }
}

/** Clients of the feed that winpneu no longer has. Histories leave with their clients. */
export async function publishGone(database: Database, now: Date): Promise<StepResult> {
  const rebuild = async (tx: Queryable, ids: readonly string[]): Promise<FeedDocument[]> =>
    (await missingClients(tx, ids)).flatMap(goneClientDocuments);
  const total = { count: 0, written: 0 };
  let after = '';
  for (;;) {
    const readAt = await syncDocRepository(database.db).clock();
    const ids = await syncDocRepository(database.db).liveIds('client', after, IDS_PER_PAGE);
    const missing = await missingClients(database.db, ids);
    const documents = missing.flatMap(goneClientDocuments);
    total.written += await publishGuarded({ database, documents, readAt, now, rebuild });
    total.count += missing.length;
    after = ids.at(-1) ?? after;
    if (ids.length < IDS_PER_PAGE) return total;
    await nextTurn();
  }
}

async function missingClients(q: Queryable, ids: readonly string[]): Promise<string[]> {
  const known = new Set((await clientRepository(q).byCodes(ids)).map((row) => row.cClient.toUpperCase()));
  return ids.filter((id) => !known.has(id.toUpperCase()));
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
