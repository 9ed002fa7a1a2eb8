import { datetime2, index, int, nvarchar, unique, varchar } from 'drizzle-orm/mssql-core';
import { appUser } from './app-user.table.ts';
import { device } from './device.table.ts';
import { crm } from './schemas.ts';

/** Operations that a revoked device, or one of a deactivated user, handed over before it wiped its base. */
export const quarantine = crm.table(
  'quarantine',
  {
    id: int('id').identity().primaryKey(),
    deviceId: varchar('device_id', { length: 36 })
      .notNull()
      .references(() => device.id),
    userId: int('user_id')
      .notNull()
      .references(() => appUser.id),
    name: varchar('name', { length: 64 }).notNull(),
    code: varchar('code', { length: 2 }).notNull(),
    entityType: varchar('entity_type', { length: 12 }).notNull(),
    entityId: varchar('entity_id', { length: 64 }).notNull(),
    /** JSON. */
    payload: nvarchar('payload', { length: 'max' }).notNull(),
    payloadLength: int('payload_length').notNull(),
    cites: varchar('cites', { length: 64 }),
    /** The device's clock. */
    createdAt: datetime2('created_at', { precision: 3 }).notNull(),
    receivedAt: datetime2('received_at', { precision: 3 }).notNull(),
  },
  (table) => [
    unique('quarantine_name').on(table.deviceId, table.name),
    index('quarantine_received').on(table.receivedAt),
  ],
);

export type QuarantineRow = typeof quarantine.$inferSelect;
