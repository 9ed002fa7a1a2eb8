import { datetime2, int, primaryKey, varchar } from 'drizzle-orm/mssql-core';
import { appUser } from './app-user.table.ts';
import { crm } from './schemas.ts';

/**
 * Scopes that a user has pulled, from when to when. Together with the tombstones of the feed it is the journal of moves:
 * it tells what was theirs until when, and so which work on it still counts.
 */
export const userScopeSeen = crm.table(
  'user_scope',
  {
    userId: int('user_id')
      .notNull()
      .references(() => appUser.id),
    scope: varchar('scope', { length: 24 }).notNull(),
    lastPulledAt: datetime2('last_pulled_at', { precision: 3 }).notNull(),
    /** First pull that was noted; null for one from before it was kept: since ever. */
    heldSince: datetime2('held_since', { precision: 3 }),
    /** When it was taken from the user; null while it is theirs. */
    leftAt: datetime2('left_at', { precision: 3 }),
  },
  (table) => [primaryKey({ name: 'user_scope_pk', columns: [table.userId, table.scope] })],
);
