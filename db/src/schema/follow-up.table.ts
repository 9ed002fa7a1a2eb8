import { date, datetime2, int, primaryKey, varchar } from 'drizzle-orm/mssql-core';
import { appUser } from './app-user.table.ts';
import { crm } from './schemas.ts';

/** « Date de revoir »: the day on which a client or prospect is to be seen again. What was said last counts. */
export const followUp = crm.table(
  'follow_up',
  {
    entityType: varchar('entity_type', { length: 12 }).notNull(),
    entityId: varchar('entity_id', { length: 64 }).notNull(),
    /** Null: none any more. */
    date: date('date', { mode: 'string' }),
    userId: int('user_id')
      .notNull()
      .references(() => appUser.id),
    operation: varchar('operation', { length: 64 }).notNull(),
    /** The device's clock, never later than the hub's when it arrived. */
    saidAt: datetime2('said_at', { precision: 3 }).notNull(),
    updatedAt: datetime2('updated_at', { precision: 3 }).notNull(),
  },
  (table) => [primaryKey({ name: 'follow_up_pk', columns: [table.entityType, table.entityId] })],
);

export type FollowUpRow = typeof followUp.$inferSelect;
