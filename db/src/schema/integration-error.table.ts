import { char, datetime2, index, int, nvarchar, varchar } from 'drizzle-orm/mssql-core';
import { appUser } from './app-user.table.ts';
import { crm } from './schemas.ts';

/** An operation that was refused, or that the hub could not integrate. One row for each, whatever the count of tries. */
export const integrationError = crm.table(
  'integration_error',
  {
    operation: varchar('operation', { length: 64 }).primaryKey(),
    code: char('code', { length: 2 }).notNull(),
    userId: int('user_id')
      .notNull()
      .references(() => appUser.id),
    cUser: varchar('c_user', { length: 4 }).notNull(),
    deviceId: varchar('device_id', { length: 36 }),
    entityType: varchar('entity_type', { length: 12 }).notNull(),
    entityId: varchar('entity_id', { length: 64 }).notNull(),
    /** As it was last tried. */
    payload: nvarchar('payload', { length: 'max' }).notNull(),
    /** `open`, `resolved` or `closed`. */
    state: varchar('state', { length: 12 }).notNull(),
    reasonCode: varchar('reason_code', { length: 40 }).notNull(),
    reasonMessage: nvarchar('reason_message', { length: 400 }).notNull(),
    reasonField: varchar('reason_field', { length: 60 }),
    tries: int('tries').notNull(),
    /** The device's clock. */
    createdAt: datetime2('created_at', { precision: 3 }).notNull(),
    firstTriedAt: datetime2('first_tried_at', { precision: 3 }).notNull(),
    lastTriedAt: datetime2('last_tried_at', { precision: 3 }).notNull(),
    /** Operation that it takes the place of: one that the hub failed to integrate does not stand in the ledger, which knows it else. */
    cites: varchar('cites', { length: 64 }),
  },
  (table) => [index('integration_error_state').on(table.state, table.lastTriedAt)],
);

/** What happened to it so far. */
export const integrationErrorEvent = crm.table(
  'integration_error_event',
  {
    id: int('id').identity().primaryKey(),
    operation: varchar('operation', { length: 64 })
      .notNull()
      .references(() => integrationError.operation),
    at: datetime2('at', { precision: 3 }).notNull(),
    kind: varchar('kind', { length: 16 }).notNull(),
    /** Windows name of the administrator who acted; null for the hub. */
    by: varchar('by_user', { length: 60 }),
    code: varchar('code', { length: 40 }),
    message: nvarchar('message', { length: 1000 }),
    /** JSON, when it was not the one before. */
    payload: nvarchar('payload', { length: 'max' }),
  },
  (table) => [index('integration_error_event_operation').on(table.operation)],
);

export type IntegrationErrorRow = typeof integrationError.$inferSelect;
export type IntegrationErrorEventRow = typeof integrationErrorEvent.$inferSelect;
