import { FaultProxy } from '../faults/fault-proxy.ts';
import { FIRST_PASSWORD } from '../hub/loaded-base.ts';
import { ChaosRep } from './chaos-rep.ts';
import { type ChaosOptions, faultSource, planIntents } from './plan.ts';

/** A user with a device, and the network between it and the hubs. */
export interface CrewMember {
  userName: string;
  rep: ChaosRep;
  proxy: FaultProxy;
}

/** Two reps and somebody who sees everything; each may have several devices. */
const USERS = ['igarnier', 'bmichel', 'direction'];

/** Signs everybody in and gives each device its first base, while nothing goes wrong yet. */
export async function gatherCrew(url: string, options: ChaosOptions): Promise<CrewMember[]> {
  const crew: CrewMember[] = [];
  for (let device = 0; device < options.devices; device += 1) {
    const userName = USERS[device % USERS.length] ?? '';
    const proxy = await FaultProxy.start(url);
    const rep = new ChaosRep(proxy.url, `appareil ${String(device)}`, planIntents(options, device));
    await rep.device.session.signIn(userName, FIRST_PASSWORD);
    await rep.device.pullAll();
    crew.push({ userName, rep, proxy });
  }
  return crew;
}

/** From now on the network does what it likes with each device's requests. */
export function disturb(crew: readonly CrewMember[], { seed }: ChaosOptions): void {
  for (const [device, { proxy }] of crew.entries()) {
    const next = faultSource(seed, device);
    proxy.plan = () => next();
  }
}

export function healNetwork(crew: readonly CrewMember[]): void {
  for (const { proxy } of crew) proxy.heal();
}
