import { datetime2, int, nvarchar, varchar } from 'drizzle-orm/mssql-core';
import { appUser } from './app-user.table.ts';
import { crm } from './schemas.ts';

/** A laptop or browser on which a user signed in. A revoked device gets no more tokens. */
export const device = crm.table('device', {
  id: varchar('id', { length: 36 }).primaryKey(),
  userId: int('user_id')
    .notNull()
    .references(() => appUser.id),
  name: nvarchar('name', { length: 80 }).notNull(),
  createdAt: datetime2('created_at', { precision: 3 }).notNull(),
  lastSeenAt: datetime2('last_seen_at', { precision: 3 }).notNull(),
  /** RFC 7638 thumbprint of the device's public key; null for a plain API client, which has none. */
  keyThumbprint: varchar('key_thumbprint', { length: 43 }),
  /** When somebody last showed one of its tokens without its key. */
  strayTokenAt: datetime2('stray_token_at', { precision: 3 }),
  /** Start of the present contact, and of the one before: what the device notes now it noted after that one. */
  contactAt: datetime2('contact_at', { precision: 3 }),
  previousContactAt: datetime2('previous_contact_at', { precision: 3 }),
  revokedAt: datetime2('revoked_at', { precision: 3 }),
  revokedReason: varchar('revoked_reason', { length: 40 }),
  /** What the device last said of itself, and when. */
  version: varchar('version', { length: 40 }),
  documents: int('documents'),
  unsent: int('unsent'),
  oldestUnsentAt: datetime2('oldest_unsent_at', { precision: 3 }),
  reportedAt: datetime2('reported_at', { precision: 3 }),
});

export type DeviceRow = typeof device.$inferSelect;
