import { datetime2, index, int, nvarchar, varchar } from 'drizzle-orm/mssql-core';
import { crm } from './schemas.ts';

/** Who changed which parameter, when, from what to what. The values of a secret are not kept. */
export const settingChange = crm.table(
  'setting_change',
  {
    id: int('id').identity().primaryKey(),
    name: varchar('name', { length: 60 }).notNull(),
    /** JSON; null when nothing was stored. */
    oldValue: nvarchar('old_value', { length: 'max' }),
    /** JSON; null when it went back to the default. */
    newValue: nvarchar('new_value', { length: 'max' }),
    changedBy: varchar('changed_by', { length: 60 }).notNull(),
    changedAt: datetime2('changed_at', { precision: 3 }).notNull(),
  },
  (table) => [index('setting_change_name').on(table.name)],
);

export type SettingChangeRow = typeof settingChange.$inferSelect;
