import { datetime2, index, int, nvarchar, varchar } from 'drizzle-orm/mssql-core';
import { appUser } from './app-user.table.ts';
import { operation } from './operation.table.ts';
import { crm } from './schemas.ts';

/** A rep's request to change a client's card, for the accountant to do in winpneu and to close. */
export const changeRequest = crm.table(
  'change_request',
  {
    operation: varchar('operation', { length: 64 })
      .primaryKey()
      .references(() => operation.name),
    userId: int('user_id')
      .notNull()
      .references(() => appUser.id),
    cClient: varchar('c_client', { length: 30 }).notNull(),
    /** JSON: `{ <field>: { from, to } }`. */
    changes: nvarchar('changes', { length: 'max' }).notNull(),
    /** Row of `dbo.client_relation` that notes the request. */
    numRelation: int('num_relation').notNull(),
    /** `open` or `closed`. */
    status: varchar('status', { length: 12 }).notNull(),
    createdAt: datetime2('created_at', { precision: 3 }).notNull(),
    closedAt: datetime2('closed_at', { precision: 3 }),
    closedBy: varchar('closed_by', { length: 60 }),
  },
  (table) => [
    index('change_request_status').on(table.status),
    index('change_request_client').on(table.cClient),
  ],
);

export type ChangeRequestRow = typeof changeRequest.$inferSelect;
