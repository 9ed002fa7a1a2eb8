import { inject, Injectable } from '@angular/core';
import type { AdminSetting, SettingChangePage, SettingCheck, SettingValueInput } from '@tournee/graphql';
import { AdminHub } from './admin-hub.ts';

const FIELDS = `name group label help kind value default isSet min max unit choices { value label }
  isForDevices nextRuns updatedAt updatedBy`;
const LIST = `query AdminSettings { adminSettings { ${FIELDS} } }`;
const UPDATE = `mutation UpdateSettings($changes: [SettingValueInput!]!) {
  updateSettings(changes: $changes) { ${FIELDS} }
}`;
const CHECK = `query CheckSetting($name: ID!, $value: JSON) {
  checkSetting(name: $name, value: $value) { isValid message field nextRuns }
}`;
const CHANGES = `query AdminSettingChanges($name: ID, $page: Int!, $pageSize: Int!) {
  adminSettingChanges(name: $name, page: $page, pageSize: $pageSize) {
    total rows { id name label changedAt changedBy oldValue newValue wasDefault isDefault }
  }
}`;

/** What « Réglages » asks of the hub. Every method throws `HubError`; a wrong value as BAD_INPUT with its place. */
@Injectable({ providedIn: 'root' })
export class SettingRequests {
  readonly #hub = inject(AdminHub);

  async list(): Promise<AdminSetting[]> {
    return (await this.#hub.ask<{ adminSettings: AdminSetting[] }>(LIST)).adminSettings;
  }

  async update(changes: readonly SettingValueInput[]): Promise<AdminSetting[]> {
    return (await this.#hub.ask<{ updateSettings: AdminSetting[] }>(UPDATE, { changes })).updateSettings;
  }

  async check(name: string, value: unknown): Promise<SettingCheck> {
    return (await this.#hub.ask<{ checkSetting: SettingCheck }>(CHECK, { name, value })).checkSetting;
  }

  /** @param name of one parameter, or null for all */
  async changes(name: string | null, page: number, pageSize: number): Promise<SettingChangePage> {
    const variables = { name, page, pageSize };
    return (await this.#hub.ask<{ adminSettingChanges: SettingChangePage }>(CHANGES, variables))
      .adminSettingChanges;
  }
}
