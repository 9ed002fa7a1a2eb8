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

export interface ChaosReport extends Audit {
  /** Devices whose base is not what a new device of the same user gets, or lacks what their user noted. */
  unequal: string[];
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
const DRAIN_LIMIT_MS = 90_000;
/** For a request that was held back to be answered, too. */
const ARRIVAL_MS = 1000;

/**
 * Devices work while everything goes wrong as planned; then everything heals, the devices finish, and all is counted.
 * @param signal ends it before its time; what it started is tidied up
 * @throws when the devices cannot finish, or it was ended
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
    await rage(options, crew, blows, signal);
    const drainMs = await drain(hubs, crew, options.hubs);
    const noted = crew.flatMap(({ rep }) => [...rep.noted.values()]);
    const counted = await withDatabase(folder, (database) => audit(database, noted));
    const unequal = [
      ...(await compareBases(hubs.url, FIRST_PASSWORD, crew)),
      ...missingOnDevices(crew, new Set(counted.refused.map((line) => line.split(':', 1)[0] ?? ''))),
    ];
    const { kills, diskEpisodes } = blows;
    return { ...counted, unequal, kills, diskEpisodes, disk: disk.how, drainMs, ...network(crew) };
  } finally {
    for (const { proxy } of crew) await proxy.close();
    await hubs.stop();
  }
}

/** Everything at once, until the time is over and the last blow has fallen. */
async function rage(
  options: ChaosOptions,
  crew: readonly CrewMember[],
  blows: Blows,
  signal?: AbortSignal,
): Promise<void> {
  const calm = new AbortController();
  const over = AbortSignal.any([calm.signal, ...(signal ? [signal] : [])]);
  const startedAt = performance.now();
  const storm = async (): Promise<void> => {
    const time = delay(options.seconds * 1000, undefined, { signal: over });
    await Promise.all([blows.fall(planBlows(options), startedAt, over), time]);
    calm.abort();
  };
  disturb(crew, options);
  try {
    await Promise.all([storm(), ...crew.map(({ rep }) => rep.work(startedAt, over))]);
  } finally {
    // One of them failed: the others have nothing to do any more.
    calm.abort();
    healNetwork(crew);
  }
}

/** Lets the devices finish. Answers how many milliseconds they needed. */
async function drain(hubs: HubProcess, crew: readonly CrewMember[], count: number): Promise<number> {
  const startedAt = performance.now();
  const endAt = startedAt + DRAIN_LIMIT_MS;
  while (hubs.members.length < count) {
    if (performance.now() > endAt) throw new Error('The hubs that were killed did not come back.');
    await delay(50);
  }
  await Promise.all(crew.map(({ rep }) => rep.drain(endAt)));
  const drainMs = performance.now() - startedAt;
  // What the network held back arrives after all, long after the device sent it again: it must change nothing.
  await delay(Math.max(0, LONGEST_HOLD_MS + ARRIVAL_MS - drainMs));
  // What one device sent last, the others have still to fetch.
  for (const { rep } of crew) await rep.device.pullAll();
  return drainMs;
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
