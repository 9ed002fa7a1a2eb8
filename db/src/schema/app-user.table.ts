import { bit, datetime2, int, nvarchar, primaryKey, unique, varchar } from 'drizzle-orm/mssql-core';
import { crm } from './schemas.ts';

/**
 * The customer's « table de correspondance »: Windows user, winpneu user, mail, displayed name, role.
 * `scope_kind` says what a rep pulls: `rep` his `c_rep` codes, `agence` his office, `tous` everything.
 */
export const appUser = crm.table(
  'app_user',
  {
    id: int('id').identity().primaryKey(),
    userWindows: varchar('user_windows', { length: 60 }).notNull(),
    cUser: varchar('c_user', { length: 4 }).notNull(),
    mail: varchar('mail', { length: 255 }).notNull(),
    nomAffiche: nvarchar('nom_affiche', { length: 80 }).notNull(),
    role: varchar('role', { length: 12 }).notNull(),
    scopeKind: varchar('scope_kind', { length: 8 }).notNull(),
    cAgence: varchar('c_agence', { length: 4 }),
    passwordHash: varchar('password_hash', { length: 255 }).notNull(),
    mustChangePassword: bit('must_change_password').notNull(),
    isActive: bit('is_active').notNull(),
    createdAt: datetime2('created_at', { precision: 3 }).notNull(),
    updatedAt: datetime2('updated_at', { precision: 3 }).notNull(),
  },
  (table) => [unique('app_user_windows').on(table.userWindows)],
);

/** Rep codes of a user: one person may hold several. */
export const appUserRep = crm.table(
  'app_user_rep',
  {
    userId: int('user_id')
      .notNull()
      .references(() => appUser.id),
    cRep: varchar('c_rep', { length: 4 }).notNull(),
  },
  (table) => [primaryKey({ name: 'app_user_rep_pk', columns: [table.userId, table.cRep] })],
);

export type AppUserRow = typeof appUser.$inferSelect;
