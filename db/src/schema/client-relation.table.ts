import { datetime, index, int, nvarchar } from 'drizzle-orm/mssql-core';
import { paddedChar } from './column-types.ts';
import { dbo } from './schemas.ts';

/** `dbo.client_relation`, as annex 1 lays it out, with winpneu's identity key. */
export const clientRelation = dbo.table(
  'client_relation',
  {
    numRelation: int('num_relation').identity().primaryKey(),
    origineRelation: paddedChar('origine_relation', { length: 3 }),
    dateRelation: datetime('date_relation'),
    heureRelation: paddedChar('heure_relation', { length: 5 }),
    typeEntite: paddedChar('type_entite', { length: 1 }),
    cEntite: paddedChar('c_entite', { length: 30 }),
    cUser: paddedChar('c_user', { length: 4 }),
    typeRelation: paddedChar('type_relation', { length: 1 }),
    objet: paddedChar('objet', { length: 80 }),
    commentaire: nvarchar('commentaire', { length: 'max' }),
    numRelationSujet: int('num_relation_sujet'),
    cArchive: paddedChar('c_archive', { length: 1 }),
  },
  (table) => [
    index('client_relation_entite').on(table.cEntite, table.numRelation),
    index('client_relation_date').on(table.cEntite, table.dateRelation),
  ],
);

export type ClientRelationRow = typeof clientRelation.$inferSelect;
