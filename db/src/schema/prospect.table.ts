import { date, datetime2, index, int, nvarchar, varchar } from 'drizzle-orm/mssql-core';
import { appUser } from './app-user.table.ts';
import { crm } from './schemas.ts';

/**
 * Prospects: the columns of annex 2, and whose they are. A deleted one stays, and so does one that left the offline
 * bases for want of movement.
 */
export const prospect = crm.table(
  'prospect',
  {
    /** Name of the operation that created it. */
    id: varchar('id', { length: 64 }).primaryKey(),
    cFamClient: varchar('c_fam_client', { length: 4 }),
    cSfamClient: varchar('c_sfam_client', { length: 4 }),
    cTitre: varchar('c_titre', { length: 4 }),
    nomClient: nvarchar('nom_client', { length: 35 }).notNull(),
    adr1Fac: nvarchar('adr1_fac', { length: 35 }),
    adr2Fac: nvarchar('adr2_fac', { length: 35 }),
    adr3Fac: nvarchar('adr3_fac', { length: 35 }),
    depFac: varchar('dep_fac', { length: 4 }),
    burDisFac: varchar('bur_dis_fac', { length: 3 }),
    villeFac: nvarchar('ville_fac', { length: 35 }),
    cAgence: varchar('c_agence', { length: 4 }),
    cRep: varchar('c_rep', { length: 4 }),
    cPays: varchar('c_pays', { length: 4 }),
    tel1: nvarchar('tel_1', { length: 20 }),
    fax: nvarchar('fax', { length: 20 }),
    tel2: nvarchar('tel_2', { length: 20 }),
    contactDivers1: nvarchar('contact_divers_1', { length: 40 }),
    contactDivers2: nvarchar('contact_divers_2', { length: 40 }),
    contactDivers3: nvarchar('contact_divers_3', { length: 40 }),
    contactDivers4: nvarchar('contact_divers_4', { length: 255 }),
    cPer: varchar('c_per', { length: 1 }),
    cRegpmtBl: varchar('c_regpmt_bl', { length: 1 }),
    cRegpmtFac: varchar('c_regpmt_fac', { length: 1 }),
    cReleve: varchar('c_releve', { length: 1 }),
    cAutorisBl: varchar('c_autoris_bl', { length: 1 }),
    cCatc: varchar('c_catc', { length: 8 }),
    cFraisFixe: varchar('c_frais_fixe', { length: 1 }),
    cRefOblig: varchar('c_ref_oblig', { length: 1 }),
    cModRgl1: varchar('c_mod_rgl_1', { length: 2 }),
    nbJour1: int('nb_jour_1'),
    jour1: varchar('jour_1', { length: 2 }),
    cTypeFact: varchar('c_type_fact', { length: 1 }),
    cAttention: nvarchar('c_attention', { length: 35 }),
    cApe: varchar('c_ape', { length: 10 }),
    dateCreationSte: date('date_creation_ste', { mode: 'string' }),
    bic: varchar('bic', { length: 11 }),
    iban: varchar('iban', { length: 34 }),
    codepays: varchar('codepays', { length: 2 }),
    codemonnaie: varchar('codemonnaie', { length: 3 }),
    typeEditionFac: varchar('type_edition_fac', { length: 1 }),
    /** Who created it. */
    creatorUserId: int('creator_user_id')
      .notNull()
      .references(() => appUser.id),
    /** The creator's code in winpneu at that time. */
    cUser: varchar('c_user', { length: 4 }).notNull(),
    /** Whose it is: the creator, until it is attached to a rep code that is not his. */
    ownerUserId: int('owner_user_id')
      .notNull()
      .references(() => appUser.id),
    createdAt: datetime2('created_at', { precision: 3 }).notNull(),
    updatedAt: datetime2('updated_at', { precision: 3 }).notNull(),
    /** Creation, change or visit: without one for months it leaves the offline bases. */
    lastMovementAt: datetime2('last_movement_at', { precision: 3 }).notNull(),
    deletedAt: datetime2('deleted_at', { precision: 3 }),
    /** Phone numbers in E.164 form, for the search for duplicates. */
    tel1Key: varchar('tel_1_key', { length: 24 }),
    tel2Key: varchar('tel_2_key', { length: 24 }),
  },
  (table) => [
    index('prospect_rep').on(table.cRep),
    index('prospect_owner').on(table.ownerUserId),
    index('prospect_tel_1').on(table.tel1Key),
    index('prospect_tel_2').on(table.tel2Key),
  ],
);

export type ProspectRow = typeof prospect.$inferSelect;
