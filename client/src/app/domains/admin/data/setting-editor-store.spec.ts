import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { AdminSetting, SettingCheck, SettingValueInput } from '@tournee/graphql';
import { HubError } from '../../shared/data/hub/hub-error.ts';
import { SettingEditorStore } from './setting-editor-store.ts';
import { SettingRequests } from './setting-requests.ts';
import { aSetting } from './testing/a-setting.ts';
import { deferred } from './testing/deferred.ts';

const FINE: SettingCheck = { isValid: true, message: null, field: null, nextRuns: [] };

/** A hub whose answers the spec decides. */
class Hub {
  settings: AdminSetting[] = [
    aSetting({ name: 'age', value: 14 }),
    aSetting({ name: 'expiry', value: 12, default: 24, isSet: true }),
    aSetting({ name: 'password', kind: 'secret', value: null, default: null, isSet: true }),
  ];
  readonly checked: unknown[] = [];
  readonly sent: SettingValueInput[][] = [];
  answers: (value: unknown) => Promise<SettingCheck> = () => Promise.resolve(FINE);
  failure: Error | null = null;

  list(): Promise<AdminSetting[]> {
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(this.settings);
  }

  check(_name: string, value: unknown): Promise<SettingCheck> {
    this.checked.push(value);
    return this.answers(value);
  }

  update(changes: SettingValueInput[]): Promise<AdminSetting[]> {
    if (this.failure) return Promise.reject(this.failure);
    this.sent.push(changes);
    return Promise.resolve(this.settings);
  }
}

let hub: Hub;
let store: SettingEditorStore;

const view = (name: string) => store.settings().find(({ setting }) => setting.name === name);

beforeEach(async () => {
  jest.useFakeTimers();
  hub = new Hub();
  TestBed.configureTestingModule({
    providers: [SettingEditorStore, { provide: SettingRequests, useValue: hub }],
  });
  store = TestBed.inject(SettingEditorStore);
  await jest.advanceTimersByTimeAsync(0);
});
afterEach(() => {
  TestBed.resetTestingModule();
  jest.useRealTimers();
});

describe('editing', () => {
  it('asks the hub once the typing pauses, about the last value only', async () => {
    store.edit('age', 3);
    store.edit('age', 36);
    store.edit('age', 367);
    hub.answers = () => Promise.resolve({ ...FINE, isValid: false, message: 'De 0 à 366.' });
    await jest.advanceTimersByTimeAsync(300);
    expect(hub.checked).toEqual([367]);
    expect(view('age')).toMatchObject({ value: 367, isChanged: true, fault: { message: 'De 0 à 366.' } });
  });

  it('drops an answer about a value that is no longer on screen', async () => {
    const late = deferred<SettingCheck>();
    hub.answers = (value) => (value === 367 ? late.promise : Promise.resolve(FINE));
    store.edit('age', 367);
    await jest.advanceTimersByTimeAsync(300);
    store.edit('age', 36);
    late.resolve({ ...FINE, isValid: false, message: 'De 0 à 366.' });
    await jest.advanceTimersByTimeAsync(300);
    expect(view('age')?.fault).toBeNull();
  });

  it('is no change when the value is typed back', () => {
    store.edit('age', 30);
    expect(store.changedCount()).toBe(1);
    store.edit('age', 14);
    expect(store.changedCount()).toBe(0);
  });

  it('shows the default that will be back, and sends a reset', async () => {
    store.toDefault('expiry');
    expect(view('expiry')).toMatchObject({ value: 24, isReset: true, isChanged: true });
    await store.save();
    expect(hub.sent).toEqual([[{ name: 'expiry', reset: true }]]);
  });

  it('has nothing to reset where nothing is stored', () => {
    store.edit('age', 30);
    store.toDefault('age');
    expect(store.changedCount()).toBe(0);
  });

  it('takes emptying a secret for a change, though it cannot see it', () => {
    store.edit('password', null);
    expect(view('password')).toMatchObject({ value: null, isChanged: true });
    store.undo('password');
    expect(view('password')).toMatchObject({ value: undefined, isChanged: false });
  });
});

describe('saving', () => {
  it('sends all edits together and forgets them', async () => {
    store.edit('age', 30);
    store.edit('password', 'sésame');
    expect(await store.save()).toEqual({ kind: 'saved' });
    expect(hub.sent).toEqual([
      [
        { name: 'age', value: 30 },
        { name: 'password', value: 'sésame' },
      ],
    ]);
    expect(store.changedCount()).toBe(0);
  });

  it('keeps what is typed while the hub answers', async () => {
    store.edit('age', 30);
    const saving = store.save();
    store.edit('age', 31);
    await saving;
    expect(view('age')).toMatchObject({ value: 31, isChanged: true });
  });

  it('puts a refusal at its field, and keeps every edit', async () => {
    store.edit('age', 367);
    store.edit('expiry', 48);
    hub.failure = new HubError('fault', 'BAD_INPUT', 'De 0 à 366.', { field: 'age', path: null });
    expect(await store.save()).toEqual({ kind: 'refused', message: 'De 0 à 366.', name: 'age' });
    expect(view('age')?.fault).toEqual({ message: 'De 0 à 366.', path: null });
    expect(store.changedCount()).toBe(2);
  });

  it('keeps every edit when the hub does not answer', async () => {
    store.edit('age', 30);
    hub.failure = new HubError('unreachable', 'NO_ANSWER', 'no');
    const result = await store.save();
    expect(result).toMatchObject({ kind: 'refused', name: null });
    expect(store.changedCount()).toBe(1);
    expect(store.isSaving()).toBe(false);
  });
});
