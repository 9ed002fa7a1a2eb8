import type { Operation } from '@tournee/graphql';
import { HubClient } from '../hub/hub-client.ts';
import { newVisit } from '../hub/new-visit.ts';
import { BareInserts } from './bare-inserts.ts';
import type { BenchBase } from './bench-base.ts';
import { atLeast, type BenchResult, median } from './result.ts';

const OPERATIONS = 1000;
const BATCH = 50;
const WARM_UP = 300;
const ROUNDS = 3;

/**
 * Operations per second that a hub integrates over HTTP, against the bare driver that writes the same rows into a copy
 * of the same base in one transaction each, as durably.
 */
export async function benchHubPush(base: BenchBase): Promise<BenchResult> {
  const client = new HubClient(base.hub.url);
  const { user } = await client.signIn(base.userName, base.password);
  const { documents } = await client.pull('client', null, 500);
  const codes = documents.map((document) => document.id);
  await push(client, visitsOf(user.cUser, codes, WARM_UP));
  const times = { ours: [] as number[], bare: [] as number[] };
  // In turns: what else the machine does meanwhile weighs on both.
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await BareInserts.copyOf(base.dataFolder);
    const visits = visitsOf(user.cUser, codes, OPERATIONS);
    times.ours.push(await push(client, visits));
    times.bare.push(await bare.run(visits.map(({ id }) => id)));
  }
  const [ours, baseline] = [rate(median(times.ours)), rate(median(times.bare))];
  const figures = `${ours.toFixed(0)} operations/s over HTTP, bare inserts ${baseline.toFixed(0)} transactions/s`;
  return atLeast('hub push', ours, baseline, 0.4, figures);
}

const rate = (milliseconds: number): number => (OPERATIONS / milliseconds) * 1000;

function visitsOf(cUser: string, codes: readonly string[], count: number): Operation[] {
  return Array.from({ length: count }, (_, index) =>
    newVisit(cUser, codes[index % codes.length] ?? '', `Visite de mesure ${String(index)}`),
  );
}

async function push(client: HubClient, visits: readonly Operation[]): Promise<number> {
  const started = performance.now();
  for (let from = 0; from < visits.length; from += BATCH) {
    const answers = await client.push(visits.slice(from, from + BATCH));
    const refused = answers.find((answer) => answer.status !== 'integrated');
    if (refused) throw new Error(`Refused: ${refused.reason?.message ?? refused.status}`);
  }
  return performance.now() - started;
}
