import { datetime2, index, int, varchar } from 'drizzle-orm/mssql-core';
import { appUser } from './app-user.table.ts';
import { crm } from './schemas.ts';

/** Mailed links by which a password is chosen: good for a while and one use. Only the digest of the token is kept. */
export const passwordReset = crm.table(
  'password_reset',
  {
    tokenHash: varchar('token_hash', { length: 64 }).primaryKey(),
    userId: int('user_id')
      .notNull()
      .references(() => appUser.id),
    createdAt: datetime2('created_at', { precision: 3 }).notNull(),
    expiresAt: datetime2('expires_at', { precision: 3 }).notNull(),
    usedAt: datetime2('used_at', { precision: 3 }),
  },
  (table) => [index('password_reset_user').on(table.userId)],
);
