import type { SettingChangeRow } from '@tournee/db';
import {
  type AdminSetting,
  isSettingName,
  type SettingChange,
  settingDefinition,
  type SettingName,
  settingValue,
} from '@tournee/graphql';

export interface SettingSources {
  readonly name: SettingName;
  /** Stored values by name. */
  readonly stored: ReadonlyMap<string, unknown>;
  readonly stamp: { readonly updatedBy: string; readonly updatedAt: Date } | undefined;
  /** Next runs of a cron expression. */
  readonly runs: (cron: string) => readonly Date[];
}

/** A parameter with its definition and its value. Of a secret only that there is one. */
export function toAdminSetting({ name, stored, stamp, runs }: SettingSources): AdminSetting {
  const { group, label, help, kind, min, max, unit, choices, device, ...definition } =
    settingDefinition(name);
  const isSecret = kind === 'secret';
  const value = isSecret ? null : settingValue(name, stored.get(name));
  return {
    name,
    group,
    label,
    help,
    kind,
    value,
    default: isSecret ? null : definition.default,
    isSet: stored.has(name),
    min: min ?? null,
    max: max ?? null,
    unit: unit ?? null,
    choices: (choices ?? []).map((choice) => ({ ...choice })),
    isForDevices: device,
    nextRuns: kind === 'cron' && typeof value === 'string' ? runs(value).map((run) => run.toISOString()) : [],
    updatedAt: stamp?.updatedAt.toISOString() ?? null,
    updatedBy: stamp?.updatedBy ?? null,
  };
}

export function toChange(row: SettingChangeRow): SettingChange {
  const isSecret = isSettingName(row.name) && settingDefinition(row.name).kind === 'secret';
  return {
    id: String(row.id),
    name: row.name,
    label: isSettingName(row.name) ? settingDefinition(row.name).label : row.name,
    changedAt: row.changedAt.toISOString(),
    changedBy: row.changedBy,
    oldValue: parsed(row.oldValue),
    newValue: parsed(row.newValue),
    // A stored null is a value: a schedule that never runs.
    wasDefault: !isSecret && row.oldValue === null,
    isDefault: !isSecret && row.newValue === null,
  };
}

function parsed(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
