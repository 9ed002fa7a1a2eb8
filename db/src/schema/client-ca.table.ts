import { decimal, int, primaryKey } from 'drizzle-orm/mssql-core';
import { paddedChar } from './column-types.ts';
import { dbo } from './schemas.ts';

/** `dbo.client_ca`: turnover before tax, in euros, by client and month. A credit note makes a month negative. */
export const clientCa = dbo.table(
  'client_ca',
  {
    cClient: paddedChar('c_client', { length: 30 }).notNull(),
    annee: int('annee').notNull(),
    mois: int('mois').notNull(),
    caHt: decimal('ca_ht', { precision: 14, scale: 2, mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ name: 'client_ca_pk', columns: [table.cClient, table.annee, table.mois] })],
);

export type ClientCaRow = typeof clientCa.$inferSelect;
