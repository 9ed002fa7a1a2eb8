import { setTimeout as delay } from 'node:timers/promises';
import { HubProcess } from '../hub/hub-process.ts';
import { FIRST_PASSWORD, loadedBase, withDatabase } from '../hub/loaded-base.ts';
import { type Audit, audit } from './audit.ts';
import { Blows } from './blows.ts';
import { compareBases } from './compare-bases.ts';
import { missingOnDevices } from './missing-on-devices.ts';
import { type CrewMember, disturb, gatherCrew, healNetwork } from './crew.ts';
import { type ChaosDisk, chaosDisk } from './disk.ts';
import { type ChaosOptions, LONGEST_HOLD_MS, planBlows } from './plan.ts';
import { whileItMoves } from './progress.ts';

export interface ChaosReport extends Audit {
  /** Devices whose base is not what a new device of the same user gets, or lacks what their user noted. */
  unequal: string[];
  /** What ended before its time or could not finish, with what was answered last. All is counted nevertheless. */
  unfinished: string[];
  /** Operations that waited on the devices when the storm was over. */
  waiting: number;
  kills: number;
  /** How often the disk was full, and how that was brought about. */
  diskEpisodes: number;
  disk: string;
  requests: number;
  /** Requests that something was done to, by what. */
  faults: Record<string, number>;
  /** Exchanges that failed for a device, by reason. */
  failures: Record<string, number>;
  /** How long the devices needed to finish once everything worked. */
  drainMs: number;
}

const SIZE = { clients: 90, relations: 600, reps: 3 };
/** For a request that was held back to be answered, too. */
const ARRIVAL_MS = 1000;

/**
 * Devices work while everything goes wrong as planned; then everything heals, the devices finish, and all is counted.
 * @param signal ends it before its time; what it started is tidied up
 * @throws when it was ended
 */
export async function runChaos(options: ChaosOptions, signal?: AbortSignal): Promise<ChaosReport> {
  const disk = await chaosDisk();
  try {
    return await runOn(disk, options, signal);
  } finally {
    await disk.remove();
  }
}

async function runOn(disk: ChaosDisk, options: ChaosOptions, signal?: AbortSignal): Promise<ChaosReport> {
  const folder = await loadedBase({ size: SIZE, mustChangePassword: false, parent: disk.folder });
  const hubs = await HubProcess.start(folder, { hubs: options.hubs });
  let crew: CrewMember[] = [];
  try {
    crew = await gatherCrew(hubs.url, options);
    const blows = new Blows(hubs, disk, () => crew.some(({ rep }) => rep.isSending));
    const unfinished = await obstacles(() => rage(options, crew, blows, signal));
    signal?.throwIfAborted();
    const waiting = outboxes(crew).size;
    const startedAt = performance.now();
    unfinished.push(...(await obstacles(() => drain(hubs, crew, options.hubs))));
    const drainMs = performance.now() - startedAt;
    unfinished.push(...(await obstacles(() => exchange(crew, drainMs))));
    const { unequal, ...counted } = await count(hubs, folder, crew);
    const { kills, diskEpisodes } = blows;
    const blown = { kills, diskEpisodes, disk: disk.how };
    return { ...counted, unequal, unfinished, waiting, drainMs, ...blown, ...network(crew) };
  } finally {
    for (const { proxy } of crew) await proxy.close();
    await hubs.stop();
  }
}

/** What stood in the way of a stretch of the run; the next one is tried all the same. */
async function obstacles(stretch: () => Promise<string[]>): Promise<string[]> {
  try {
    return await stretch();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Names of the operations that wait on the devices. */
function outboxes(crew: readonly CrewMember[]): Set<string> {
  return new Set(crew.flatMap(({ rep }) => rep.device.outbox.map(({ id }) => id)));
}

async function count(
  hubs: HubProcess,
  folder: string,
  crew: readonly CrewMember[],
): Promise<Audit & Pick<ChaosReport, 'unequal'>> {
  const noted = crew.flatMap(({ rep }) => [...rep.noted.values()]);
  const waiting = outboxes(crew);
  const counted = await withDatabase(folder, (database) => audit(database, noted, waiting));
  const refused = counted.refused.map((line) => line.split(':', 1)[0] ?? '');
  const compared = await obstacles(() => compareBases(hubs.url, FIRST_PASSWORD, crew));
  return { ...counted, unequal: [...compared, ...missingOnDevices(crew, new Set([...refused, ...waiting]))] };
}

/** Everything at once, until the time is over and the last blow has fallen. */
async function rage(
  options: ChaosOptions,
  crew: readonly CrewMember[],
  blows: Blows,
  signal?: AbortSignal,
): Promise<string[]> {
  const calm = new AbortController();
  const over = AbortSignal.any([calm.signal, ...(signal ? [signal] : [])]);
  const startedAt = performance.now();
  const storm = async (): Promise<void> => {
    const time = delay(options.seconds * 1000, undefined, { signal: over });
    await Promise.all([blows.fall(planBlows(options), startedAt, over), time]);
    calm.abort();
  };
  disturb(crew, options);
  const working = Promise.all(crew.map(({ rep }) => rep.work(startedAt, over)));
  try {
    await Promise.all([storm(), working]);
  } finally {
    // One of them failed: the others have nothing to do any more.
    calm.abort();
    healNetwork(crew);
    await Promise.allSettled([working]);
  }
  return [];
}

/** Lets the hubs come back and the devices send what waits. Answers what stood in their way. */
async function drain(hubs: HubProcess, crew: readonly CrewMember[], count: number): Promise<string[]> {
  await whileItMoves({
    what: 'The hubs that were killed did not come back',
    isOver: () => hubs.members.length >= count,
    progress: () => hubs.heard,
  });
  return (await Promise.all(crew.map(({ rep }) => rep.drain()))).filter((one) => one !== null);
}

/** What one device sent last, the others have still to fetch. */
async function exchange(crew: readonly CrewMember[], drainMs: number): Promise<string[]> {
  // What the network held back arrives after all, long after the device sent it again: it must change nothing.
  await delay(Math.max(0, LONGEST_HOLD_MS + ARRIVAL_MS - drainMs));
  const missed: string[] = [];
  for (const { rep } of crew) missed.push(...[(await rep.catchUp()) ?? []].flat());
  return missed;
}

function network(crew: readonly CrewMember[]): Pick<ChaosReport, 'requests' | 'faults' | 'failures'> {
  const exchanges = crew.flatMap(({ proxy }) => proxy.exchanges);
  const faults: Record<string, number> = {};
  for (const { fault } of exchanges) faults[fault] = (faults[fault] ?? 0) + 1;
  delete faults['none'];
  const failures: Record<string, number> = {};
  for (const [reason, count] of crew.flatMap(({ rep }) => [...rep.failures]))
    failures[reason] = (failures[reason] ?? 0) + count;
  return { requests: exchanges.length, faults, failures };
}
