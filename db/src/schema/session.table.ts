import { datetime2, index, int, nvarchar, varchar } from 'drizzle-orm/mssql-core';
import { appUser } from './app-user.table.ts';
import { device } from './device.table.ts';
import { crm } from './schemas.ts';

/**
 * One refresh token, by its SHA-256: the token itself is never stored. `used_at` is set when it has first been exchanged;
 * a second use gives the same successor again.
 */
export const session = crm.table(
  'session',
  {
    tokenHash: varchar('token_hash', { length: 64 }).primaryKey(),
    userId: int('user_id')
      .notNull()
      .references(() => appUser.id),
    deviceId: varchar('device_id', { length: 36 })
      .notNull()
      .references(() => device.id),
    createdAt: datetime2('created_at', { precision: 3 }).notNull(),
    expiresAt: datetime2('expires_at', { precision: 3 }).notNull(),
    usedAt: datetime2('used_at', { precision: 3 }),
  },
  (table) => [index('session_device').on(table.deviceId)],
);

/** Failed sign-ins, in a sliding window; shared by all hub processes. */
export const signInAttempt = crm.table(
  'sign_in_attempt',
  {
    id: int('id').identity().primaryKey(),
    /** What is counted: `address:<network>`, `guess:<network> <name>`, `user:<name>` or `device:<key or id>`. */
    subject: varchar('subject', { length: 120 }).notNull(),
    /** Whose password was guessed at, folded: an administrator lifts a lock by it. */
    userName: nvarchar('user_name', { length: 120 }),
    attemptedAt: datetime2('attempted_at', { precision: 3 }).notNull(),
  },
  (table) => [index('sign_in_attempt_subject').on(table.subject, table.attemptedAt)],
);
