import { datetime2, int, nvarchar, varchar } from 'drizzle-orm/mssql-core';
import { appUser } from './app-user.table.ts';
import { crm } from './schemas.ts';

/** « Type de parc »: how many vehicles of which type a client has. What was said last counts. */
export const fleet = crm.table('fleet', {
  cClient: varchar('c_client', { length: 30 }).primaryKey(),
  /** JSON: list of `{ type, count }`, types by the key of the setting `fleet.types`. */
  counts: nvarchar('counts', { length: 'max' }).notNull(),
  userId: int('user_id')
    .notNull()
    .references(() => appUser.id),
  operation: varchar('operation', { length: 64 }).notNull(),
  /** The device's clock, never later than the hub's when it arrived. */
  saidAt: datetime2('said_at', { precision: 3 }).notNull(),
  updatedAt: datetime2('updated_at', { precision: 3 }).notNull(),
});

export type FleetRow = typeof fleet.$inferSelect;
