import type { AdminSetting, SettingChange } from '@tournee/graphql';
import { momentWords } from '../../shared/ui/moment-words.ts';
import { settingHistoryMessages, settingMessages } from './setting-messages.ts';
import { changeWords, settingWords } from './setting-words.ts';

/** One change of a parameter in words. */
export interface SettingChangeRow {
  readonly id: string;
  readonly label: string;
  readonly when: string;
  readonly who: string;
  readonly before: string;
  readonly after: string;
}

/** @param setting undefined for a parameter that does not exist any more */
export function changeRow(change: SettingChange, setting: AdminSetting | undefined): SettingChangeRow {
  const { id, label, changedAt, changedBy } = change;
  return { id, label, when: momentWords(changedAt), who: changedBy, ...valuesInWords(change, setting) };
}

function valuesInWords(
  { oldValue, newValue, wasDefault, isDefault }: SettingChange,
  setting: AdminSetting | undefined,
): { before: string; after: string } {
  if (setting === undefined) return { before: JSON.stringify(oldValue), after: JSON.stringify(newValue) };
  if (setting.kind === 'secret') return { before: '–', after: settingMessages.secretChanged };
  const words = changeWords(
    setting,
    wasDefault ? setting.default : oldValue,
    isDefault ? setting.default : newValue,
  );
  const byDefault = `${settingHistoryMessages.default} (${settingWords(setting, setting.default)})`;
  return { before: wasDefault ? byDefault : words.before, after: isDefault ? byDefault : words.after };
}
