import { char, datetime2, index, int, nvarchar, varchar } from 'drizzle-orm/mssql-core';
import { appUser } from './app-user.table.ts';
import { crm } from './schemas.ts';

/** The ledger: every operation the hub has answered, by its unique name. A name that stands here is answered, not done again. */
export const operation = crm.table(
  'operation',
  {
    name: varchar('name', { length: 64 }).primaryKey(),
    code: char('code', { length: 2 }).notNull(),
    userId: int('user_id')
      .notNull()
      .references(() => appUser.id),
    cUser: varchar('c_user', { length: 4 }).notNull(),
    deviceId: varchar('device_id', { length: 36 }),
    entityType: varchar('entity_type', { length: 12 }).notNull(),
    entityId: varchar('entity_id', { length: 64 }).notNull(),
    payload: nvarchar('payload', { length: 'max' }).notNull(),
    status: varchar('status', { length: 12 }).notNull(),
    reasonCode: varchar('reason_code', { length: 40 }),
    reasonMessage: nvarchar('reason_message', { length: 400 }),
    reasonField: varchar('reason_field', { length: 60 }),
    /** The device's clock. */
    createdAt: datetime2('created_at', { precision: 3 }).notNull(),
    receivedAt: datetime2('received_at', { precision: 3 }).notNull(),
    integratedAt: datetime2('integrated_at', { precision: 3 }),
    /** Operation that it takes the place of. */
    cites: varchar('cites', { length: 64 }),
    /** JSON: fields in conflict, see `FieldConflict` of the contract. */
    conflicts: nvarchar('conflicts', { length: 'max' }),
    /** What the author should read although all went well. */
    notice: nvarchar('notice', { length: 400 }),
  },
  (table) => [index('operation_entity').on(table.entityType, table.entityId)],
);

export type OperationRow = typeof operation.$inferSelect;
