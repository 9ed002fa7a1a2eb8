import { setting } from '@tournee/db';
import { SETTING_NAMES, type AdminSetting, type SettingChangePage } from '@tournee/graphql';
import { dataOf, refusalOf, updateSettings } from '../../testing/test-admin.ts';
import { codeOf, startTestHub, type TestHub } from '../../testing/test-hub.ts';

const LIST = `{ adminSettings { name group label help kind value default isSet min max unit choices { value label }
  isForDevices nextRuns updatedAt updatedBy } }`;
const CHANGES = `query ($name: ID, $page: Int!, $pageSize: Int!) {
  adminSettingChanges(name: $name, page: $page, pageSize: $pageSize) {
    total rows { id name label changedAt changedBy oldValue newValue wasDefault isDefault }
  }
}`;
const CHECK = `query ($name: ID!, $value: JSON) { checkSetting(name: $name, value: $value) { isValid message field nextRuns } }`;
const PULL = `{ pullSettings(limit: 100) { documents { id value } checkpoint { seq epoch } } }`;

describe('settings of administrators', () => {
  let test: TestHub;
  let admin: string;

  beforeAll(async () => {
    test = await startTestHub();
    admin = (await test.signIn('direction')).accessToken;
  });
  afterAll(() => test.remove());

  const list = async (): Promise<Map<string, AdminSetting>> => {
    const settings = dataOf<AdminSetting[]>(await test.query(LIST, {}, admin), 'adminSettings');
    return new Map(settings.map((one) => [one.name, one]));
  };

  it('lists all parameters with their definition', async () => {
    const settings = await list();
    expect([...settings.keys()]).toEqual(SETTING_NAMES);
    expect(settings.get('base.expiryHours')).toMatchObject({
      kind: 'duration',
      value: 24,
      default: 24,
      isSet: false,
      min: 1,
      max: 8760,
      unit: 'heures',
      isForDevices: true,
    });
    expect(settings.get('base.refreshSchedule')?.nextRuns).toEqual([
      '2026-11-25T02:00:00.000Z',
      '2026-11-26T02:00:00.000Z',
      '2026-11-27T02:00:00.000Z',
    ]);
  });

  it.each([
    ['visit.maxAgeDays', 367],
    ['visit.maxAgeDays', '14'],
    ['mail.errorAddresses', ['not an address']],
    ['base.refreshSchedule', '5'],
    ['base.refreshSchedule', '0 3 31 2 *'],
    ['smtp.security', 'ssl3'],
    ['mail.publicUrl', 'javascript:alert(1)'],
    ['mail.publicUrl', 'https://tournee:99999'],
    ['smtp.host', 'smtp exemple'],
    ['smtp.user', 'a\u0000b'],
    [
      'fleet.types',
      [
        { key: 'vl', label: 'VL' },
        { key: 'vl', label: 'VL bis' },
      ],
    ],
    ['visit.form', { groups: [{ key: 'a', label: '', kind: 'radio', choices: [] }] }],
  ])('refuses %s = %p, with the field and a French reason', async (name, value) => {
    const answer = await updateSettings(test, admin, [{ name, value }]);
    expect(refusalOf(answer)).toEqual({ code: 'BAD_INPUT', field: name });
    expect(answer.errors?.[0]?.message).not.toMatch(/expected|invalid|too (small|big)/i);
    const check = dataOf<{ isValid: boolean }>(
      await test.query(CHECK, { name, value }, admin),
      'checkSetting',
    );
    expect(check.isValid).toBe(false);
  });

  it('says where inside a value the fault is', async () => {
    const value = [
      { key: 'vl', label: 'VL' },
      { key: 'Tp!', label: 'TP' },
    ];
    const answer = await updateSettings(test, admin, [{ name: 'fleet.types', value }]);
    expect(answer.errors?.[0]?.extensions['path']).toBe('1.key');
  });

  it('saves all changes or none', async () => {
    const changes = [
      { name: 'base.expiryHours', value: 12 },
      { name: 'retention.logDays', value: 0 },
    ];
    expect(codeOf(await updateSettings(test, admin, changes))).toBe('BAD_INPUT');
    expect((await list()).get('base.expiryHours')).toMatchObject({ value: 24, isSet: false });
  });

  it('keeps who changed what, and publishes it to devices in the same breath', async () => {
    const before = await test.query(PULL, {}, admin);
    expect(codeOf(before)).toBeNull();
    await updateSettings(test, admin, [{ name: 'visit.maxAgeDays', value: 30 }]);
    const rep = (await test.signIn()).accessToken;
    const pulled = dataOf<{ documents: { id: string; value: unknown }[] }>(
      await test.query(PULL, {}, rep),
      'pullSettings',
    );
    expect(pulled.documents).toContainEqual({ id: 'visit.maxAgeDays', value: 30 });
    expect((await list()).get('visit.maxAgeDays')).toMatchObject({
      value: 30,
      isSet: true,
      updatedBy: 'direction',
    });
    const changes = dataOf<SettingChangePage>(
      await test.query(CHANGES, { name: 'visit.maxAgeDays', page: 1, pageSize: 10 }, admin),
      'adminSettingChanges',
    );
    expect(changes).toMatchObject({
      total: 1,
      rows: [{ oldValue: null, newValue: 30, changedBy: 'direction' }],
    });
  });

  it('goes back to the default, and notes nothing where nothing changes', async () => {
    await updateSettings(test, admin, [{ name: 'retention.mailDays', value: 10 }]);
    await updateSettings(test, admin, [{ name: 'retention.mailDays', value: 10 }]);
    await updateSettings(test, admin, [{ name: 'retention.mailDays', value: null, reset: true }]);
    expect((await list()).get('retention.mailDays')).toMatchObject({ value: 180, isSet: false });
    const changes = dataOf<SettingChangePage>(
      await test.query(CHANGES, { name: 'retention.mailDays', page: 1, pageSize: 1 }, admin),
      'adminSettingChanges',
    );
    expect(changes).toMatchObject({ total: 2, rows: [{ oldValue: 10, newValue: null }] });
  });

  it('tells a schedule that never runs from the default', async () => {
    const name = 'check.schedule';
    await updateSettings(test, admin, [{ name, value: null }]);
    await updateSettings(test, admin, [{ name, value: null, reset: true }]);
    const changes = dataOf<SettingChangePage>(
      await test.query(CHANGES, { name, page: 1, pageSize: 10 }, admin),
      'adminSettingChanges',
    );
    expect(changes.rows).toMatchObject([
      { oldValue: null, wasDefault: false, newValue: null, isDefault: true },
      { oldValue: null, wasDefault: true, newValue: null, isDefault: false },
    ]);
  });

  it('never gives a password back, nor keeps it readable', async () => {
    await updateSettings(test, admin, [{ name: 'smtp.password', value: 'très secret 42' }]);
    expect((await list()).get('smtp.password')).toMatchObject({ value: null, default: null, isSet: true });
    const everything = JSON.stringify([
      await test.query(LIST, {}, admin),
      await test.query(CHANGES, { name: null, page: 1, pageSize: 200 }, admin),
      await test.query(PULL, {}, admin),
      await test.database.db.select().from(setting),
    ]);
    expect(everything).not.toContain('très secret');
    await updateSettings(test, admin, [{ name: 'smtp.password', value: null }]);
    expect((await list()).get('smtp.password')?.isSet).toBe(false);
  });

  it.each(['igarnier', 'compta'])('refuses %s, whatever he asks', async (userName) => {
    const { accessToken } = await test.signIn(userName);
    const answers = [
      await test.query(LIST, {}, accessToken),
      await test.query(CHANGES, { page: 1, pageSize: 1 }, accessToken),
      await test.query(CHECK, { name: 'no such setting', value: 1 }, accessToken),
      await updateSettings(test, accessToken, [{ name: 'no such setting', value: 1 }]),
    ];
    expect(answers.map(codeOf)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });
});
