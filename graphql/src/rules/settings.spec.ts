import { isSettingName, type SettingName, SETTINGS, settingValue } from './settings.ts';
import { DEFAULT_VISIT_FORM } from './visit-form.ts';

const NAMES = Object.keys(SETTINGS) as SettingName[];

describe('SETTINGS', () => {
  it.each(NAMES)('%s has a default that its own check takes, and a label and a help in words', (name) => {
    const { schema, default: standard, label, help } = SETTINGS[name];
    expect(schema.safeParse(standard).success).toBe(true);
    expect(label).toMatch(/\S/);
    expect(help).toMatch(/\.$/);
  });

  it.each(NAMES)('%s keeps its value through JSON', (name) => {
    expect(settingValue(name, JSON.parse(JSON.stringify(SETTINGS[name].default)))).toEqual(
      SETTINGS[name].default,
    );
  });
});

describe('isSettingName', () => {
  it.each(NAMES)('knows %s', (name) => {
    expect(isSettingName(name)).toBe(true);
  });

  it.each(['', 'visit', 'visit.maxagedays', 'toString', '__proto__', 'constructor'])(
    'does not know %p',
    (name) => {
      expect(isSettingName(name)).toBe(false);
    },
  );
});

describe('settingValue', () => {
  it('is what is stored', () => {
    expect(settingValue('visit.maxAgeDays', 0)).toBe(0);
    expect(settingValue('visit.maxAgeDays', 366)).toBe(366);
    expect(settingValue('base.expiryHours', 48)).toBe(48);
    expect(settingValue('visit.form', { groups: [] })).toEqual({ groups: [] });
  });

  it.each([undefined, null, -1, 367, 1.5, NaN, '14', true, {}, []])('is the default for %p', (stored) => {
    expect(settingValue('visit.maxAgeDays', stored)).toBe(14);
  });

  it.each([0, 8761, '24'])('is the default for an expiry of %p hours', (stored) => {
    expect(settingValue('base.expiryHours', stored)).toBe(24);
  });

  it('is the form of the customer’s text where a stored one makes no sense', () => {
    const twice = { key: 'x', label: 'X', kind: 'radio', choices: [{ key: 'a', label: 'A' }] };
    expect(settingValue('visit.form', { groups: [twice, twice] })).toEqual(DEFAULT_VISIT_FORM);
    expect(settingValue('visit.form', { groups: 'x' })).toEqual(DEFAULT_VISIT_FORM);
  });
});
