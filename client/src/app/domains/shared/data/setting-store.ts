import { computed, Injectable } from '@angular/core';
import { type SettingName, type SettingValue, settingValue } from '@tournee/graphql';
import { followBase } from './local-base-store.ts';

/** The parameters that an admin sets, as last pulled; their defaults until then. */
@Injectable({ providedIn: 'root' })
export class SettingStore {
  readonly #stored = followBase((base) => base.documents$('setting'), []);
  readonly #byName = computed(() => new Map(this.#stored().map(({ id, value }) => [id, value])));

  readonly maxAgeDays = computed(() => this.#value('visit.maxAgeDays'));
  readonly visitForm = computed(() => this.#value('visit.form'));
  readonly fleetTypes = computed(() => this.#value('fleet.types'));
  readonly expiryHours = computed(() => this.#value('base.expiryHours'));

  #value<Name extends SettingName>(name: Name): SettingValue<Name> {
    return settingValue(name, this.#byName().get(name));
  }
}
