import { eq, inArray } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { setting } from '../schema/setting.table.ts';

/** Parameters that an admin has set. What they mean, and their defaults: graphql/src/rules/settings.ts. */
export interface SettingRepository {
  /** Stored values by name; a value that is no JSON is absent. */
  all(): Promise<Map<string, unknown>>;
  /** Stored values of some names; those without one, and a value that is no JSON, are absent. */
  findMany(names: readonly string[]): Promise<Map<string, unknown>>;
  /** The stored value, or undefined. */
  find(name: string): Promise<unknown>;
  /** Who changed stored values last, and when. */
  stamps(): Promise<Map<string, { updatedBy: string; updatedAt: Date }>>;
  /** Back to the default. */
  remove(name: string): Promise<void>;
  save(name: string, value: unknown, by: { userWindows: string; now: Date }): Promise<void>;
}

export function settingRepository(q: Queryable): SettingRepository {
  return {
    all: async () => {
      const rows = await q.select({ name: setting.name, value: setting.value }).from(setting);
      return new Map(rows.map((row) => [row.name, parsed(row.value)]));
    },
    findMany: async (names) => {
      const columns = { name: setting.name, value: setting.value };
      const rows = await q
        .select(columns)
        .from(setting)
        .where(inArray(setting.name, [...names]));
      return new Map(rows.map((row) => [row.name, parsed(row.value)]));
    },
    find: async (name) => {
      const [row] = await q.select({ value: setting.value }).from(setting).where(eq(setting.name, name));
      return row === undefined ? undefined : parsed(row.value);
    },
    stamps: async () => {
      const { name, updatedBy, updatedAt } = setting;
      const rows = await q.select({ name, updatedBy, updatedAt }).from(setting);
      return new Map(rows.map((row) => [row.name, { updatedBy: row.updatedBy, updatedAt: row.updatedAt }]));
    },
    remove: async (name) => {
      await q.delete(setting).where(eq(setting.name, name));
    },
    save: async (name, value, { userWindows, now }) => {
      const values = { value: JSON.stringify(value), updatedBy: userWindows, updatedAt: now };
      const updated = await q
        .update(setting)
        .set(values)
        .output({ inserted: { name: setting.name } })
        .where(eq(setting.name, name));
      if (updated.length === 0) await q.insert(setting).values({ name, ...values });
    },
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
