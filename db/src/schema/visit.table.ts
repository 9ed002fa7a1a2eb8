import { char, date, datetime2, index, int, nvarchar, varchar } from 'drizzle-orm/mssql-core';
import { appUser } from './app-user.table.ts';
import { operation } from './operation.table.ts';
import { crm } from './schemas.ts';

/** Structured answers of the visits noted in this CRM, to clients and prospects. */
export const visit = crm.table(
  'visit',
  {
    operation: varchar('operation', { length: 64 })
      .primaryKey()
      .references(() => operation.name),
    userId: int('user_id')
      .notNull()
      .references(() => appUser.id),
    cUser: varchar('c_user', { length: 4 }).notNull(),
    cClient: varchar('c_client', { length: 30 }),
    prospectId: varchar('prospect_id', { length: 64 }),
    dateVisite: date('date_visite', { mode: 'string' }).notNull(),
    heureVisite: char('heure_visite', { length: 5 }).notNull(),
    commentaire: nvarchar('commentaire', { length: 'max' }),
    /** Answers to the visit form as JSON, or null. */
    answers: nvarchar('answers', { length: 'max' }),
    /** Row of `dbo.client_relation`, for a visit to a client. */
    numRelation: int('num_relation'),
    createdAt: datetime2('created_at', { precision: 3 }).notNull(),
  },
  (table) => [
    index('visit_client').on(table.cClient),
    index('visit_prospect').on(table.prospectId),
    index('visit_user').on(table.userId),
    index('visit_relation').on(table.numRelation),
  ],
);

export type VisitRow = typeof visit.$inferSelect;
