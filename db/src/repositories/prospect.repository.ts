import { and, eq, getColumns, gt, inArray, isNull, or } from 'drizzle-orm';
import { chunks } from '../batches.ts';
import type { Queryable } from '../engines/database.ts';
import { prospect, type ProspectRow } from '../schema/prospect.table.ts';

const IDS_PER_QUERY = 1000;
const KEYS_MAX = 10;

export type ProspectChanges = Partial<Omit<ProspectRow, 'id' | 'creatorUserId' | 'cUser' | 'createdAt'>>;

/** `crm.prospect`. Deleted ones stay, with `deletedAt`. */
export interface ProspectRepository {
  find(id: string): Promise<ProspectRow | null>;
  /** The same, locked to the end of the transaction: two changes of one prospect are merged one after the other. */
  findAndLock(id: string): Promise<ProspectRow | null>;
  byIds(ids: readonly string[]): Promise<ProspectRow[]>;
  /** The next prospects by id, deleted ones included. `afterId` is the last id of the page before, '' for the first one. */
  page(afterId: string, limit: number): Promise<ProspectRow[]>;
  insert(row: ProspectRow): Promise<void>;
  update(id: string, changes: ProspectChanges): Promise<void>;
  /** Prospects that are not deleted and bear one of these phone numbers, in E.164 form. */
  withPhone(keys: readonly string[]): Promise<ProspectRow[]>;
}

export function prospectRepository(q: Queryable): ProspectRepository {
  return {
    find: async (id) => (await q.select().from(prospect).where(eq(prospect.id, id)))[0] ?? null,
    findAndLock: async (id) => {
      const rows = await q
        .update(prospect)
        .set({ id })
        .output({ inserted: getColumns(prospect) })
        .where(eq(prospect.id, id));
      return rows[0]?.inserted ?? null;
    },
    byIds: async (ids) => {
      const rows: ProspectRow[] = [];
      for (const some of chunks(ids, IDS_PER_QUERY)) {
        rows.push(...(await q.select().from(prospect).where(inArray(prospect.id, some))));
      }
      return rows;
    },
    page: (afterId, limit) =>
      q.select().top(limit).from(prospect).where(gt(prospect.id, afterId)).orderBy(prospect.id),
    insert: async (row) => {
      await q.insert(prospect).values(row);
    },
    update: async (id, changes) => {
      await q.update(prospect).set(changes).where(eq(prospect.id, id));
    },
    withPhone: async (keys) => {
      const some = keys.slice(0, KEYS_MAX);
      if (some.length === 0) return [];
      const hasPhone = or(inArray(prospect.tel1Key, some), inArray(prospect.tel2Key, some));
      return q
        .select()
        .from(prospect)
        .where(and(hasPhone, isNull(prospect.deletedAt)));
    },
  };
}
