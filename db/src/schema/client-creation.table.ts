import { sql } from 'drizzle-orm';
import { datetime2, index, int, nvarchar, uniqueIndex, varchar } from 'drizzle-orm/mssql-core';
import { appUser } from './app-user.table.ts';
import { operation } from './operation.table.ts';
import { crm } from './schemas.ts';

/** A rep's request to make a client of a prospect, for the accountant to complete and to validate. */
export const clientCreation = crm.table(
  'client_creation',
  {
    operation: varchar('operation', { length: 64 })
      .primaryKey()
      .references(() => operation.name),
    userId: int('user_id')
      .notNull()
      .references(() => appUser.id),
    prospectId: varchar('prospect_id', { length: 64 }).notNull(),
    nomClient: nvarchar('nom_client', { length: 35 }).notNull(),
    /** JSON: the fields of annex 2, and the signature. */
    fields: nvarchar('fields', { length: 'max' }).notNull(),
    /** `pending`, `validated` or `refused`. */
    status: varchar('status', { length: 12 }).notNull(),
    /** The client that it became. */
    cClient: varchar('c_client', { length: 30 }),
    createdAt: datetime2('created_at', { precision: 3 }).notNull(),
    decidedAt: datetime2('decided_at', { precision: 3 }),
    decidedBy: varchar('decided_by', { length: 60 }),
  },
  (table) => [
    index('client_creation_status').on(table.status),
    // A prospect waits for one decision at a time.
    uniqueIndex('client_creation_pending')
      .on(table.prospectId)
      .where(sql`[status] = 'pending'`),
  ],
);

export type ClientCreationRow = typeof clientCreation.$inferSelect;
