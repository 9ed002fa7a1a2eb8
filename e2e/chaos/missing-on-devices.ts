import type { ClientHistory, Operation } from '@tournee/graphql';
import type { CrewMember } from './crew.ts';

/**
 * Looks on each device for what its user noted, on this device or another of his: two devices may also be equal because
 * the hub forgot the same for both.
 * @param absent names of the operations that the hub refused, or never got
 * @returns what is missing, one line each
 */
export function missingOnDevices(crew: readonly CrewMember[], absent: ReadonlySet<string>): string[] {
  return crew.flatMap(({ userName, rep: { device } }, index) => {
    const own = crew.filter((member) => member.userName === userName);
    const noted = own.flatMap(({ rep }) => [...rep.noted.values()]).filter(({ id }) => !absent.has(id));
    const ids = (documents: readonly { id: string }[]): Map<string, number> =>
      count(documents.map(({ id }) => id));
    const held = {
      operations: ids(device.held('operation')),
      prospects: ids(device.held('prospect')),
      visits: ids(device.held('visit')),
      relations: count(
        device
          .held<ClientHistory>('clientHistory')
          .flatMap(({ relations }) => relations.flatMap(({ operation }) => operation ?? [])),
      ),
    };
    return noted.flatMap((operation) =>
      placesOf(operation)
        .filter((place) => held[place].get(operation.id) !== 1)
        .map(
          (place) => `device ${String(index)} of ${userName}: ${operation.id} is not once in its ${place}`,
        ),
    );
  });
}

type Place = 'operations' | 'prospects' | 'visits' | 'relations';

function placesOf({ code }: Operation): Place[] {
  switch (code) {
    case 'VC':
      return ['operations', 'relations'];
    case 'VP':
      return ['operations', 'visits'];
    case 'CP':
      return ['operations', 'prospects'];
    default:
      return ['operations'];
  }
}

function count(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
