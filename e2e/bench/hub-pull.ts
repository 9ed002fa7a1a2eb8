import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { HubClient, type PulledPage } from '../hub/hub-client.ts';
import type { BenchBase } from './bench-base.ts';
import { atLeast, type BenchResult, median, ms } from './result.ts';

const PAGE = 500;
const RUNS = 5;

/**
 * Documents per second of a hub's pull over HTTP, against reading the same rows with the bare driver and serialising
 * them to one JSON text.
 */
export async function benchHubPull(base: BenchBase): Promise<BenchResult> {
  const client = new HubClient(base.hub.url);
  await client.signIn(base.userName, base.password);
  const pulled = { documents: 0, times: [] as number[] };
  const bare = { documents: 0, times: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    pulled.documents = await pullAll(client);
    pulled.times.push(performance.now() - started);
    const startedBare = performance.now();
    bare.documents = readAll(base.dataFolder, base.scope);
    bare.times.push(performance.now() - startedBare);
  }
  const ours = (pulled.documents / median(pulled.times)) * 1000;
  const baseline = (bare.documents / median(bare.times)) * 1000;
  const figures =
    `${ours.toFixed(0)} documents/s over HTTP (${String(pulled.documents)} in ${ms(median(pulled.times))}), ` +
    `bare driver ${baseline.toFixed(0)} documents/s`;
  return atLeast('hub pull', ours, baseline, 0.5, figures);
}

async function pullAll(client: HubClient): Promise<number> {
  let count = 0;
  for (const collection of ['client', 'clientHistory'] as const) {
    let checkpoint: PulledPage['checkpoint'] | null = null;
    for (;;) {
      const text = await client.pullText(collection, checkpoint, PAGE);
      const page = lastCheckpoint(text);
      count += page.documents;
      checkpoint = page.checkpoint;
      if (!page.hasMore) break;
    }
  }
  return count;
}

/** Counts the documents of an answer without parsing all of it: parsing is the device's work, not the hub's. */
function lastCheckpoint(text: string): { documents: number } & Pick<PulledPage, 'checkpoint' | 'hasMore'> {
  const documents = text.split('"deleted":').length - 1;
  const match = /"checkpoint":(\{[^}]*\})/.exec(text);
  if (!match?.[1]) throw new Error(`The hub answered: ${text.slice(0, 200)}`);
  const hasMore = text.endsWith('"hasMore":true}}}');
  return { documents, checkpoint: JSON.parse(match[1]) as PulledPage['checkpoint'], hasMore };
}

function readAll(dataFolder: string, scope: string): number {
  const database = new DatabaseSync(join(dataFolder, 'hub.sqlite'), { readOnly: true });
  const rows = database
    .prepare(
      'select id, seq, deleted, body from [crm.sync_doc] where scope = ? and collection in (?, ?) order by seq',
    )
    .all(scope, 'client', 'clientHistory');
  const text = JSON.stringify(rows);
  database.close();
  if (text.length < rows.length) throw new Error('Nothing was serialised.');
  return rows.length;
}
