import { nvarchar, primaryKey, varchar } from 'drizzle-orm/mssql-core';
import { dbo } from './schemas.ts';

/** `dbo.liste`: values of the drop-down lists; `liste` is the column that a value belongs to. */
export const liste = dbo.table(
  'liste',
  {
    liste: varchar('liste', { length: 30 }).notNull(),
    code: varchar('code', { length: 10 }).notNull(),
    libelle: nvarchar('libelle', { length: 80 }).notNull(),
    parent: varchar('parent', { length: 10 }),
  },
  (table) => [primaryKey({ name: 'liste_pk', columns: [table.liste, table.code] })],
);

export type ListeRow = typeof liste.$inferSelect;
