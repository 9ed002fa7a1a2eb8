import { int, primaryKey, varchar } from 'drizzle-orm/mssql-core';
import { device } from './device.table.ts';
import { crm } from './schemas.ts';

/** What a device has used of a quota on its last day. */
export const deviceQuota = crm.table(
  'device_quota',
  {
    deviceId: varchar('device_id', { length: 36 })
      .notNull()
      .references(() => device.id),
    kind: varchar('kind', { length: 12 }).notNull(),
    /** UTC, `yyyy-mm-dd`. */
    day: varchar('day', { length: 10 }).notNull(),
    operations: int('operations').notNull(),
    bytes: int('bytes').notNull(),
    /** Last day on which it was not enough. */
    reachedOn: varchar('reached_on', { length: 10 }),
  },
  (table) => [primaryKey({ name: 'device_quota_pk', columns: [table.deviceId, table.kind] })],
);
