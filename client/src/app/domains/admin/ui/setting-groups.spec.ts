import { settingGroups } from './setting-groups.ts';
import type { SettingView } from './setting-view.ts';
import { aSetting } from '../data/testing/a-setting.ts';

const view = (name: string, group: string, label: string, isChanged = false): SettingView => ({
  setting: aSetting({ name, group, label, help: '' }),
  value: 1,
  isChanged,
  isReset: false,
  fault: null,
  nextRuns: [],
});
const settings = [
  view('a', 'Serveur de mail', 'Port SMTP'),
  view('b', 'Application', 'Durée d’expiration', true),
  view('c', 'Serveur de mail', 'Expéditeur imposé'),
];
const shown = (query: string) =>
  settingGroups(settings, query).map(({ title, settings: found }) => [
    title,
    ...found.map(({ setting }) => setting.name),
  ]);

describe('settingGroups', () => {
  it('keeps the order of the definitions', () => {
    expect(shown('')).toEqual([
      ['Serveur de mail', 'a', 'c'],
      ['Application', 'b'],
    ]);
  });

  it('searches without case and accents, in labels and groups', () => {
    expect(shown('EXPEDITEUR')).toEqual([['Serveur de mail', 'c']]);
    expect(shown('mail port')).toEqual([['Serveur de mail', 'a']]);
    expect(shown('rien de tel')).toEqual([]);
  });

  it('counts what is changed in a group', () => {
    expect(settingGroups(settings, '').map(({ changedCount }) => changedCount)).toEqual([0, 1]);
  });
});
