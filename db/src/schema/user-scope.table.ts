import { datetime2, int, primaryKey, varchar } from 'drizzle-orm/mssql-core';
import { appUser } from './app-user.table.ts';
import { crm } from './schemas.ts';

/**
 * Scopes that a user has pulled, and when last. Tells what was his before it moved away, or before he got other codes:
 * what he noted about it offline, meanwhile, is still integrated.
 */
export const userScopeSeen = crm.table(
  'user_scope',
  {
    userId: int('user_id')
      .notNull()
      .references(() => appUser.id),
    scope: varchar('scope', { length: 24 }).notNull(),
    lastPulledAt: datetime2('last_pulled_at', { precision: 3 }).notNull(),
  },
  (table) => [primaryKey({ name: 'user_scope_pk', columns: [table.userId, table.scope] })],
);
