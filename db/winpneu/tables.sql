-- winpneu's tables that Tournée reads and writes, for the places where there is no winpneu: the embedded engine and the
-- tests on SQL Server. At the customer's these tables are the ERP's own, and nothing here is run.
-- client: annex 2 and the client's code; client_relation: annex 1 and its identity key.

create table [dbo].[client] (
  [c_client] char(30) not null,
  [c_fam_client] char(4) null,
  [c_sfam_client] char(4) null,
  [c_titre] char(4) null,
  [nom_client] char(35) null,
  [adr1_fac] char(35) null,
  [adr2_fac] char(35) null,
  [adr3_fac] char(35) null,
  [dep_fac] char(4) null,
  [bur_dis_fac] char(3) null,
  [ville_fac] char(35) null,
  [c_agence] char(4) null,
  [c_rep] char(4) null,
  [c_pays] char(4) null,
  [tel_1] char(20) null,
  [fax] char(20) null,
  [tel_2] char(20) null,
  [contact_divers_1] char(40) null,
  [contact_divers_2] char(40) null,
  [contact_divers_3] char(40) null,
  [contact_divers_4] char(255) null,
  [c_per] char(1) null,
  [c_regpmt_bl] char(1) null,
  [c_regpmt_fac] char(1) null,
  [c_releve] char(1) null,
  [c_autoris_bl] char(1) null,
  [c_catc] char(8) null,
  [c_frais_fixe] char(1) null,
  [c_ref_oblig] char(1) null,
  [c_mod_rgl_1] char(2) null,
  [nb_jour_1] int null,
  [jour_1] char(2) null,
  [c_type_fact] char(1) null,
  [c_attention] char(35) null,
  [c_ape] char(10) null,
  [date_creation_ste] datetime null,
  [bic] char(11) null,
  [iban] char(34) null,
  [codepays] char(2) null,
  [codemonnaie] char(3) null,
  [type_edition_fac] char(1) null,
  constraint [client_pk] primary key ([c_client])
);

create table [dbo].[client_relation] (
  [num_relation] int identity(1, 1) not null,
  [origine_relation] char(3) null,
  [date_relation] datetime null,
  [heure_relation] char(5) null,
  [type_entite] char(1) null,
  [c_entite] char(30) null,
  [c_user] char(4) null,
  [type_relation] char(1) null,
  [objet] char(80) null,
  [commentaire] nvarchar(max) null,
  [num_relation_sujet] int null,
  [c_archive] char(1) null,
  constraint [client_relation_pk] primary key ([num_relation])
);

create index [client_relation_entite] on [dbo].[client_relation] ([c_entite], [num_relation]);
create index [client_relation_date] on [dbo].[client_relation] ([c_entite], [date_relation]);

create table [dbo].[client_ca] (
  [c_client] char(30) not null,
  [annee] int not null,
  [mois] int not null,
  [ca_ht] decimal(14,2) not null,
  constraint [client_ca_pk] primary key ([c_client], [annee], [mois])
);

create table [dbo].[liste] (
  [liste] varchar(30) not null,
  [code] varchar(10) not null,
  [libelle] nvarchar(80) not null,
  [parent] varchar(10) null,
  constraint [liste_pk] primary key ([liste], [code])
);
