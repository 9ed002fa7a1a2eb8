import type { SettingChange } from '@tournee/graphql';
import { changeRow } from './setting-change-row.ts';
import { aSetting } from '../data/testing/a-setting.ts';

const change = (values: Partial<SettingChange>): SettingChange => ({
  id: '1',
  name: 'visit.maxAgeDays',
  label: 'Borne de jour',
  changedAt: '2026-11-24T09:15:00.000Z',
  changedBy: 'direction',
  oldValue: null,
  newValue: null,
  wasDefault: false,
  isDefault: false,
  ...values,
});

describe('changeRow', () => {
  it('tells who changed what and when, in French time', () => {
    expect(changeRow(change({ wasDefault: true, newValue: 30 }), aSetting())).toEqual({
      id: '1',
      label: 'Borne de jour',
      when: '24/11/2026 10:15',
      who: 'direction',
      before: 'valeur par défaut (14\u00a0jours)',
      after: '30\u00a0jours',
    });
  });

  it('tells a schedule that never runs from the default', () => {
    const cron = aSetting({ kind: 'cron', unit: null, default: '0 3 * * *' });
    expect(changeRow(change({ isDefault: true }), cron)).toMatchObject({
      before: 'jamais d’elle-même',
      after: 'valeur par défaut (0 3 * * *)',
    });
  });

  it('shows nothing of a secret', () => {
    expect(changeRow(change({}), aSetting({ kind: 'secret' }))).toMatchObject({
      before: '–',
      after: 'valeur secrète modifiée',
    });
  });

  it('still shows a parameter that is gone', () => {
    expect(changeRow(change({ oldValue: 1, newValue: 2 }), undefined)).toMatchObject({
      before: '1',
      after: '2',
    });
  });
});
