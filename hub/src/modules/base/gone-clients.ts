import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  clientRelationRepository,
  clientRepository,
  type Database,
  type FeedDocument,
  groupBy,
  type Queryable,
  syncDocRepository,
} from '@tournee/db';
import { type CollectionName, historyVolumes, readHistoryVolumeId } from '@tournee/graphql';
import { codeKey } from './client-cards.ts';
import { publishGuarded } from './guarded-publish.ts';
import type { StepResult } from './refresh-steps.ts';

const IDS_PER_PAGE = 500;

/** Those of some ids that winpneu has nothing for any more. */
type FindGone = (q: Queryable, ids: readonly string[]) => Promise<string[]>;

/**
 * Takes back what is in the feed of clients that winpneu no longer has, and volumes beyond the end of a history that
 * became shorter.
 * @returns how many clients, and what was written
 */
export async function publishGone(database: Database, now: Date): Promise<StepResult> {
  const clients = await sweep(database, now, 'client', goneClients);
  const volumes = await sweep(database, now, 'clientHistory', goneVolumes);
  return { count: clients.count, written: clients.written + volumes.written };
}

async function sweep(
  database: Database,
  now: Date,
  collection: CollectionName,
  findGone: FindGone,
): Promise<StepResult> {
  const rebuild = async (tx: Queryable, ids: readonly string[]): Promise<FeedDocument[]> =>
    (await findGone(tx, ids)).map((id) => ({ collection, id, scopes: [], body: '' }));
  const total = { count: 0, written: 0 };
  let after = '';
  for (;;) {
    const readAt = await syncDocRepository(database.db).clock();
    const ids = await syncDocRepository(database.db).liveIds(collection, after, IDS_PER_PAGE);
    const documents = await rebuild(database.db, ids);
    total.written += await publishGuarded({ database, documents, readAt, now, rebuild });
    total.count += documents.length;
    after = ids.at(-1) ?? after;
    if (ids.length < IDS_PER_PAGE) return total;
    await nextTurn();
  }
}

const goneClients: FindGone = async (q, ids) => {
  const known = new Set((await clientRepository(q).byCodes(ids)).map((row) => codeKey(row.cClient)));
  return ids.filter((id) => !known.has(codeKey(id)));
};

const goneVolumes: FindGone = async (q, ids) => {
  const volumes = ids.map((id) => ({ id, ...readHistoryVolumeId(id) }));
  const gone = new Set(await goneClients(q, [...new Set(volumes.map(({ cClient }) => cClient))]));
  const later = volumes.filter(({ volume }) => volume > 0).map(({ cClient }) => cClient);
  const numbers = await clientRelationRepository(q).numbersOfMany([...new Set(later)]);
  const rows = groupBy(numbers, ({ code }) => codeKey(code));
  const isGone = ({ cClient, volume }: { cClient: string; volume: number }): boolean =>
    gone.has(cClient) || (volume > 0 && volume >= historyVolumes(rows.get(codeKey(cClient))?.length ?? 0));
  return volumes.filter(isGone).map(({ id }) => id);
};
