import { rm } from 'node:fs/promises';
import { seededRandom } from '@tournee/db/demo';
import { HubClient } from '../hub/hub-client.ts';
import { HubProcess } from '../hub/hub-process.ts';
import { FIRST_PASSWORD } from '../hub/loaded-base.ts';
import { newVisit } from '../hub/new-visit.ts';
import { catchUp, type Checkpoints, countFetch } from './device-fetch.ts';
import { longHistories, newComment } from './long-histories.ts';
import { atMost, below, type BenchResult, median, ms } from './result.ts';

/** As many as a volume of a history holds: it is filled once, from its first relation to its last. */
const VISITS = 50;
/** One a week for ten years; and a client that many call on. */
const LENGTHS = [500, 3000] as const;
const COST_LIMIT = 1.25;
const FETCH_LIMIT_KB = 12;

/** What the n-th visit to a client costs the hub, and a device that then fetches it. */
export async function benchLongHistory(): Promise<BenchResult[]> {
  const { dataFolder, long, fresh } = await longHistories(LENGTHS, VISITS);
  const hub = await HubProcess.start(dataFolder);
  try {
    const device = new HubClient(hub.url);
    const { accessToken, user } = await device.signIn('igarnier', FIRST_PASSWORD);
    const random = seededRandom(1);
    const visit = async (cClient: string): Promise<number> => {
      const started = performance.now();
      const [answer] = await device.push([newVisit(user.cUser, cClient, newComment(random))]);
      if (answer?.status !== 'integrated') throw new Error(`A visit was not integrated: ${cClient}`);
      return performance.now() - started;
    };
    const first: number[] = [];
    const times = LENGTHS.map((): number[] => []);
    const checkpoints: Checkpoints = new Map();
    // In turns: what else the machine does meanwhile weighs on all.
    for (let round = 0; round < VISITS; round += 1) {
      first.push(await visit(fresh[round] ?? ''));
      await catchUp(device, checkpoints);
      for (const [index, cClient] of long.entries()) times[index]?.push(await visit(cClient));
    }
    // The last visit to each filled a volume, as large as one gets: two visits are fetched here.
    const { wire, plain } = await countFetch(hub.url, accessToken, checkpoints);
    return [
      ...LENGTHS.map((length, index) => costOf(length, times[index] ?? [], first)),
      below(
        'fetch after a visit',
        wire / long.length / 1000,
        FETCH_LIMIT_KB,
        'kB',
        `${(plain / long.length / 1000).toFixed(1)} kB unpacked`,
      ),
    ];
  } finally {
    await hub.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

function costOf(length: number, times: readonly number[], first: readonly number[]): BenchResult {
  const [ours, baseline] = [median(times), median(first)];
  const figures = `${ms(ours)}, a client’s first ${ms(baseline)}`;
  return atMost(`visit after ${String(length)}`, ours, baseline, COST_LIMIT, figures);
}
