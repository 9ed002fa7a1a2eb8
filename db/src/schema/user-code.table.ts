import { datetime2, int, primaryKey, varchar } from 'drizzle-orm/mssql-core';
import { appUser } from './app-user.table.ts';
import { crm } from './schemas.ts';

/** Codes of winpneu that a user has worked under: operations that wait on a device bear the code of the day they were noted. */
export const userCode = crm.table(
  'user_code',
  {
    userId: int('user_id')
      .notNull()
      .references(() => appUser.id),
    cUser: varchar('c_user', { length: 4 }).notNull(),
    heldSince: datetime2('held_since', { precision: 3 }).notNull(),
    /** Null while it is theirs. */
    leftAt: datetime2('left_at', { precision: 3 }),
  },
  (table) => [primaryKey({ name: 'user_code_pk', columns: [table.userId, table.cUser] })],
);

export type UserCodeRow = typeof userCode.$inferSelect;
