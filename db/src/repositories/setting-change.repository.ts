import { desc, eq } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { settingChange, type SettingChangeRow } from '../schema/setting-change.table.ts';
import { countRows, type Page, type PageRequest } from './paging.ts';

/** History of the parameters. Rows are inserted and never changed. */
export function settingChangeRepository(q: Queryable) {
  return {
    async insert(row: Omit<SettingChangeRow, 'id'>): Promise<void> {
      await q.insert(settingChange).values(row);
    },

    /** Newest first; of one parameter when a name is given. */
    async page(name: string | null, { offset, limit }: PageRequest): Promise<Page<SettingChangeRow>> {
      const isWanted = name === null ? undefined : eq(settingChange.name, name);
      const rows = await q
        .select()
        .from(settingChange)
        .where(isWanted)
        .orderBy(desc(settingChange.id))
        .offset(offset)
        .fetch(limit);
      return { rows, total: await countRows(q, settingChange, isWanted) };
    },
  };
}
