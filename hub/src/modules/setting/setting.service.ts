import {
  type Database,
  type FeedWriter,
  publishing,
  type Queryable,
  settingChangeRepository,
  settingRepository,
} from '@tournee/db';
import {
  type AdminSetting,
  isSettingName,
  SETTING_NAMES,
  settingDefinition,
  type SettingChangePage,
  type SettingCheck,
  type SettingName,
  type SettingValueInput,
} from '@tournee/graphql';
import type { Clock } from '../../clock.ts';
import { assertAdmin, type Viewer } from '../../context.ts';
import { badInput, refuse } from '../../errors.ts';
import { type PageArguments, pageRequest } from '../../paging.ts';
import type { SecretBox } from './secret-box.ts';
import { type CheckedValue, checkValue, type ScheduleCheck } from './setting-check.ts';
import { toAdminSetting, toChange } from './setting-rows.ts';
import { settingMessages } from './setting.messages.ts';

export interface SettingDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly box: SecretBox;
  readonly checkSchedule: ScheduleCheck;
  /** Publishes the parameters that devices pull, in the transaction of the change. */
  readonly publish: (tx: Queryable, feed: FeedWriter, now: Date) => Promise<void>;
  /** After the commit. */
  readonly onChange: (names: readonly SettingName[]) => Promise<void>;
}

/** A value that may be stored; `value` undefined: back to the default. */
interface Accepted {
  readonly name: SettingName;
  readonly value: unknown;
}

/** The parameters of the customer's text, as administrators edit them. */
export class SettingService {
  readonly #dependencies: SettingDependencies;

  constructor(dependencies: SettingDependencies) {
    this.#dependencies = dependencies;
  }

  /** @throws FORBIDDEN */
  async list(viewer: Viewer): Promise<AdminSetting[]> {
    assertAdmin(viewer);
    const { database, clock, checkSchedule } = this.#dependencies;
    const settings = settingRepository(database.db);
    const [stored, stamps] = await Promise.all([settings.all(), settings.stamps()]);
    const now = clock.now();
    const runs = (cron: string): readonly Date[] => {
      const check = checkSchedule(cron, now);
      return check.isValid ? check.nextRuns : [];
    };
    return SETTING_NAMES.map((name) => toAdminSetting({ name, stored, stamp: stamps.get(name), runs }));
  }

  /** @throws FORBIDDEN, BAD_INPUT */
  async changes(
    viewer: Viewer,
    { name, ...args }: PageArguments & { name?: string | null | undefined },
  ): Promise<SettingChangePage> {
    assertAdmin(viewer);
    const { rows, total } = await settingChangeRepository(this.#dependencies.database.db).page(
      name ?? null,
      pageRequest(args),
    );
    return { rows: rows.map(toChange), total };
  }

  /** @throws FORBIDDEN, BAD_INPUT for an unknown parameter */
  check(viewer: Viewer, name: string, value: unknown): SettingCheck {
    assertAdmin(viewer);
    const checked = this.#check(knownName(name), value);
    return checked.isValid
      ? {
          isValid: true,
          message: null,
          field: null,
          nextRuns: checked.nextRuns.map((run) => run.toISOString()),
        }
      : { isValid: false, message: checked.message, field: checked.path, nextRuns: [] };
  }

  /** Saves all changes or none, notes who did it, and publishes what devices need. @throws FORBIDDEN, BAD_INPUT */
  async update(viewer: Viewer, inputs: readonly SettingValueInput[]): Promise<AdminSetting[]> {
    assertAdmin(viewer);
    if (inputs.length === 0) throw badInput(settingMessages.nothing, 'changes');
    const wanted = inputs.map((input) => this.#accept(input));
    const names = wanted.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw badInput(settingMessages.twice(twice), twice);
    const { database, clock, publish, onChange } = this.#dependencies;
    const changed = await publishing(database, async (tx, feed) => {
      const now = clock.now();
      const done: SettingName[] = [];
      for (const one of wanted) if (await this.#save(tx, one, viewer.userWindows, now)) done.push(one.name);
      if (done.some((name) => settingDefinition(name).device)) await publish(tx, feed, now);
      return done;
    });
    if (changed.length > 0) await onChange(changed);
    return this.list(viewer);
  }

  #check(name: SettingName, value: unknown): CheckedValue {
    const { checkSchedule, clock } = this.#dependencies;
    return checkValue(name, value, checkSchedule, clock.now());
  }

  #accept({ name: text, value, reset }: SettingValueInput): Accepted {
    const name = knownName(text);
    if (reset === true) return { name, value: undefined };
    const checked = this.#check(name, value ?? null);
    if (!checked.isValid) throw refuse('BAD_INPUT', checked.message, { field: name, path: checked.path });
    return { name, value: checked.value };
  }

  /** False when it was so already. */
  async #save(tx: Queryable, { name, value }: Accepted, userWindows: string, now: Date): Promise<boolean> {
    const settings = settingRepository(tx);
    const before = await settings.find(name);
    const isSecret = settingDefinition(name).kind === 'secret';
    // An empty secret is no secret: nothing is kept.
    const isReset = value === undefined || (isSecret && value === null);
    if (isReset && before === undefined) return false;
    if (!isReset && !isSecret && json(before) === json(value)) return false;
    if (isReset) await settings.remove(name);
    else
      await settings.save(
        name,
        isSecret && typeof value === 'string' ? this.#dependencies.box.seal(value) : value,
        {
          userWindows,
          now,
        },
      );
    await settingChangeRepository(tx).insert({
      name,
      oldValue: isSecret ? null : json(before),
      newValue: isSecret || isReset ? null : json(value),
      changedBy: userWindows,
      changedAt: now,
    });
    return true;
  }
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function knownName(name: string): SettingName {
  if (!isSettingName(name)) throw badInput(settingMessages.unknown(name), name);
  return name;
}
