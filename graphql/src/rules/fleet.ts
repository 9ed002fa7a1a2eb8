import * as z from 'zod';
import type { OperationReason } from '../generated/schema.ts';
import type { FleetType } from './fleet-types.ts';
import { refusal } from './operation.ts';

const COUNT_MAX = 99_999;
const countMessage = `Un nombre de véhicules va de 0 à ${String(COUNT_MAX)}.`;

/** Payload of PA: how many vehicles of which type; a type that is absent has none. `type` is its key in the setting. */
export const fleetPayload = z.strictObject({
  counts: z
    .array(
      z.strictObject({
        type: z.string().max(20),
        count: z.custom<number>(isCount, { message: countMessage }),
      }),
    )
    .max(50),
});
export type FleetPayload = z.infer<typeof fleetPayload>;

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= COUNT_MAX;
}

/**
 * Checks a fleet against the types that an admin has set.
 * @returns null when it may be kept, else why not
 */
export function checkFleet({ counts }: FleetPayload, types: readonly FleetType[]): OperationReason | null {
  const index = counts.findIndex(({ type }, position) => {
    const isKnown = types.some(({ key }) => key === type);
    return !isKnown || counts.findIndex((other) => other.type === type) !== position;
  });
  if (index < 0) return null;
  return refusal(
    'FLEET_TYPE_UNKNOWN',
    'Les types de parc ont changé : un type saisi n’existe plus. Corrigez le parc et renvoyez-le.',
    `counts.${String(index)}.type`,
  );
}
