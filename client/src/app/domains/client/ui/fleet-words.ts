import type { FleetCount, FleetType } from '@tournee/graphql';
import { count } from '../../shared/ui/french-numbers.ts';

/** `12 PL & PLP, 3 TP`; a type that the settings no longer have keeps its key. Empty when there is nothing to say. */
export function fleetWords(fleet: readonly FleetCount[] | null, types: readonly FleetType[]): string {
  return (fleet ?? [])
    .filter((one) => one.count > 0)
    .map((one) => `${count(one.count)} ${types.find(({ key }) => key === one.type)?.label ?? one.type}`)
    .join(', ');
}
