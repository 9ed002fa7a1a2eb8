import { type CollectionName, COLLECTIONS } from '@tournee/graphql';
import { ContractDevice } from '../hub/contract-device.ts';
import type { CrewMember } from './crew.ts';

/**
 * Compares what devices hold after all they went through with what a new device of the same user gets.
 * @returns differences, one line each
 */
export async function compareBases(
  url: string,
  password: string,
  crew: readonly CrewMember[],
): Promise<string[]> {
  const differences: string[] = [];
  const fresh = new Map<string, ContractDevice>();
  for (const [index, { userName, rep }] of crew.entries()) {
    const other = fresh.get(userName) ?? (await freshDevice(url, userName, password));
    fresh.set(userName, other);
    for (const name of Object.keys(COLLECTIONS) as CollectionName[]) {
      const odd = differingIds(rep.device.held(name), other.held(name));
      if (odd.length > 0)
        differences.push(`device ${String(index)} of ${userName}, ${name}: ${odd.slice(0, 5).join(', ')}`);
    }
  }
  return differences;
}

async function freshDevice(url: string, userName: string, password: string): Promise<ContractDevice> {
  const device = new ContractDevice({ url });
  await device.session.signIn(userName, password);
  await device.pullAll();
  return device;
}

function differingIds(ours: readonly { id: string }[], fresh: readonly { id: string }[]): string[] {
  const texts = new Map(fresh.map((document) => [document.id, JSON.stringify(document)]));
  const odd = ours.filter((document) => texts.get(document.id) !== JSON.stringify(document));
  const held = new Set(ours.map(({ id }) => id));
  return [...odd.map(({ id }) => id), ...fresh.map(({ id }) => id).filter((id) => !held.has(id))];
}
