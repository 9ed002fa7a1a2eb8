import type { AddressInfo } from 'node:net';
import type { Log } from '../logger.ts';
import { startListening } from '../start-listening.ts';
import { StartupProblem } from '../startup-problem.ts';
import { createBalancer } from './balancer.ts';
import { watchHealth } from './health-watch.ts';
import { HubKeeper } from './hub-keeper.ts';
import { HubPool } from './hub-pool.ts';

export interface ClusterOptions {
  hubs: number;
  /** Where the balancer listens; 0: anywhere. */
  port: number;
  hasDemo: boolean;
  log: Log;
}

export interface Cluster {
  url: string;
  /** How to get in, in words; empty where that is known. */
  notice: string;
  /** Lets every hub finish what is in flight, then ends them. */
  close(): Promise<void>;
}

/**
 * Starts several hubs on the one database behind a balancer: for trial, and to see that hubs need not know each other.
 * The first one brings the database up to date and makes what is missing; the others load meanwhile, and wait for it.
 * @throws {StartupProblem} when the port is taken, or the first hub does not start: it has said why
 */
export async function startCluster({ hubs, port, hasDemo, log }: ClusterOptions): Promise<Cluster> {
  const pool = new HubPool();
  const balancer = createBalancer(pool, log);
  await startListening(balancer, port);
  const publicPort = (balancer.address() as AddressInfo).port;
  const keepers = Array.from(
    { length: hubs },
    (_, index) => new HubKeeper({ pool, log, publicPort, hasDemo: hasDemo && index === 0 }),
  );
  const [first, ...others] = keepers;
  const started = first?.start();
  const othersStarted = Promise.all(others.map((keeper) => startLater(keeper, started)));
  const notice = await started;
  if (typeof notice !== 'string') {
    balancer.close();
    await Promise.all(others.map((keeper) => keeper.stop()));
    throw new StartupProblem('The first hub did not start: see what it says above.');
  }
  await othersStarted;
  const stopWatching = watchHealth(pool, log);
  return {
    url: `http://localhost:${String(publicPort)}`,
    notice,
    close: async () => {
      stopWatching();
      balancer.close();
      await Promise.all(keepers.map((keeper) => keeper.stop()));
      balancer.closeAllConnections();
    },
  };
}

async function startLater(keeper: HubKeeper, first: Promise<unknown> | undefined): Promise<void> {
  if ((await keeper.start(first)) === null) void keeper.startAgain();
}
