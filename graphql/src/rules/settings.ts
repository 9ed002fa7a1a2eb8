import type { SettingDefinition } from './setting-definition.ts';
import { APPLICATION_SETTINGS } from './settings-application.ts';
import { AUTOMATE_SETTINGS } from './settings-automate.ts';
import { MAIL_SETTINGS } from './settings-mail.ts';

/**
 * Parameters of the customer's text that an admin edits, in the order of the screen. A value that differs from its
 * default stands in `crm.setting`. Parameters of the text that are none any more: docs/adr, « parameters ».
 */
export const SETTINGS = { ...APPLICATION_SETTINGS, ...MAIL_SETTINGS, ...AUTOMATE_SETTINGS } as const;

export type SettingName = keyof typeof SETTINGS;
export type SettingValue<Name extends SettingName> = (typeof SETTINGS)[Name]['default'];

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

/** True for the name of a parameter that exists. */
export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

/** What a parameter is, without the exact type of its value. */
export function settingDefinition(name: SettingName): SettingDefinition<unknown> {
  return SETTINGS[name];
}

/** Value of a parameter from its stored JSON; the default when nothing valid is stored. */
export function settingValue<Name extends SettingName>(name: Name, stored: unknown): SettingValue<Name> {
  const definition = settingDefinition(name);
  const parsed = definition.schema.safeParse(stored);
  return (parsed.success ? parsed.data : definition.default) as SettingValue<Name>;
}
