import { type Database, type Queryable, settingRepository } from '@tournee/db';
import { type SettingName, type SettingValue, settingValue } from '@tournee/graphql';
import type { SecretBox } from './secret-box.ts';

/** Parameters as the hub itself reads them: each time from the database, so that a change takes effect without a restart. */
export interface SettingReader {
  value<Name extends SettingName>(name: Name, q?: Queryable): Promise<SettingValue<Name>>;
  /** Several of one moment. */
  snapshot(q?: Queryable): Promise<SettingSnapshot>;
}

export interface SettingSnapshot {
  value<Name extends SettingName>(name: Name): SettingValue<Name>;
  /** The plain text of a secret. It must reach neither a log nor an answer. */
  secret(name: SettingName): string | null;
}

export function createSettingReader(database: Database, box: SecretBox): SettingReader {
  return {
    value: async (name, q = database.db) => settingValue(name, await settingRepository(q).find(name)),
    snapshot: async (q = database.db) => {
      const stored = await settingRepository(q).all();
      return {
        value: (name) => settingValue(name, stored.get(name)),
        secret: (name) => box.open(stored.get(name)),
      };
    },
  };
}
