import { fold, searchTest } from '@tournee/graphql';
import type { SettingView } from './setting-view.ts';

export interface SettingGroup {
  readonly title: string;
  /** Id of its heading. */
  readonly id: string;
  readonly settings: readonly SettingView[];
  readonly changedCount: number;
}

/** The parameters that a search finds by label, help or group, in their groups; order is the definitions'. */
export function settingGroups(settings: readonly SettingView[], query: string): SettingGroup[] {
  const matches = query.trim() === '' ? () => true : searchTest(query);
  const groups = new Map<string, SettingView[]>();
  for (const view of settings) {
    const { group, label, help } = view.setting;
    if (!matches(fold(`${label} ${help} ${group}`))) continue;
    groups.set(group, [...(groups.get(group) ?? []), view]);
  }
  return [...groups].map(([title, members], index) => ({
    title,
    id: `setting-group-${String(index)}`,
    settings: members,
    changedCount: members.filter(({ isChanged }) => isChanged).length,
  }));
}
