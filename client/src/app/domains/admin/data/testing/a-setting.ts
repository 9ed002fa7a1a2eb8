import type { AdminSetting } from '@tournee/graphql';

/** A parameter as the hub answers it. */
export function aSetting(change: Partial<AdminSetting> = {}): AdminSetting {
  return {
    name: 'visit.maxAgeDays',
    group: 'Application',
    label: 'Borne de jour',
    help: 'Nombre de jours en arrière.',
    kind: 'duration',
    value: 14,
    default: 14,
    isSet: false,
    min: 0,
    max: 366,
    unit: 'jours',
    choices: [],
    isForDevices: true,
    nextRuns: [],
    updatedAt: null,
    updatedBy: null,
    ...change,
  };
}
