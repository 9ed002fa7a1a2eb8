CREATE TABLE [crm].[app_user] (
	[id] int IDENTITY(1, 1),
	[user_windows] varchar(60) NOT NULL,
	[c_user] varchar(4) NOT NULL,
	[mail] varchar(255) NOT NULL,
	[nom_affiche] nvarchar(80) NOT NULL,
	[role] varchar(12) NOT NULL,
	[scope_kind] varchar(8) NOT NULL,
	[c_agence] varchar(4),
	[password_hash] varchar(255) NOT NULL,
	[must_change_password] bit NOT NULL,
	[is_active] bit NOT NULL,
	[created_at] datetime2(3) NOT NULL,
	[updated_at] datetime2(3) NOT NULL,
	CONSTRAINT [app_user_pkey] PRIMARY KEY([id]),
	CONSTRAINT [app_user_windows] UNIQUE([user_windows])
);
--> statement-breakpoint
CREATE TABLE [crm].[app_user_rep] (
	[user_id] int,
	[c_rep] varchar(4),
	CONSTRAINT [app_user_rep_pk] PRIMARY KEY([user_id],[c_rep])
);
--> statement-breakpoint
CREATE TABLE [crm].[change_request] (
	[operation] varchar(64),
	[user_id] int NOT NULL,
	[c_client] varchar(30) NOT NULL,
	[changes] nvarchar(max) NOT NULL,
	[num_relation] int NOT NULL,
	[status] varchar(12) NOT NULL,
	[created_at] datetime2(3) NOT NULL,
	[closed_at] datetime2(3),
	[closed_by] varchar(60),
	CONSTRAINT [change_request_pkey] PRIMARY KEY([operation])
);
--> statement-breakpoint
CREATE TABLE [crm].[client_creation] (
	[operation] varchar(64),
	[user_id] int NOT NULL,
	[prospect_id] varchar(64) NOT NULL,
	[nom_client] nvarchar(35) NOT NULL,
	[fields] nvarchar(max) NOT NULL,
	[status] varchar(12) NOT NULL,
	[c_client] varchar(30),
	[created_at] datetime2(3) NOT NULL,
	[decided_at] datetime2(3),
	[decided_by] varchar(60),
	CONSTRAINT [client_creation_pkey] PRIMARY KEY([operation])
);
--> statement-breakpoint
CREATE TABLE [crm].[device] (
	[id] varchar(36),
	[user_id] int NOT NULL,
	[name] nvarchar(80) NOT NULL,
	[created_at] datetime2(3) NOT NULL,
	[last_seen_at] datetime2(3) NOT NULL,
	[revoked_at] datetime2(3),
	[revoked_reason] varchar(40),
	[version] varchar(40),
	[documents] int,
	[unsent] int,
	[oldest_unsent_at] datetime2(3),
	[reported_at] datetime2(3),
	CONSTRAINT [device_pkey] PRIMARY KEY([id])
);
--> statement-breakpoint
CREATE TABLE [crm].[fleet] (
	[c_client] varchar(30),
	[counts] nvarchar(max) NOT NULL,
	[user_id] int NOT NULL,
	[operation] varchar(64) NOT NULL,
	[said_at] datetime2(3) NOT NULL,
	[updated_at] datetime2(3) NOT NULL,
	CONSTRAINT [fleet_pkey] PRIMARY KEY([c_client])
);
--> statement-breakpoint
CREATE TABLE [crm].[follow_up] (
	[entity_type] varchar(12),
	[entity_id] varchar(64),
	[date] date,
	[user_id] int NOT NULL,
	[operation] varchar(64) NOT NULL,
	[said_at] datetime2(3) NOT NULL,
	[updated_at] datetime2(3) NOT NULL,
	CONSTRAINT [follow_up_pk] PRIMARY KEY([entity_type],[entity_id])
);
--> statement-breakpoint
CREATE TABLE [crm].[integration_error] (
	[operation] varchar(64),
	[code] char(2) NOT NULL,
	[user_id] int NOT NULL,
	[c_user] varchar(4) NOT NULL,
	[device_id] varchar(36),
	[entity_type] varchar(12) NOT NULL,
	[entity_id] varchar(64) NOT NULL,
	[payload] nvarchar(max) NOT NULL,
	[state] varchar(12) NOT NULL,
	[reason_code] varchar(40) NOT NULL,
	[reason_message] nvarchar(400) NOT NULL,
	[reason_field] varchar(60),
	[tries] int NOT NULL,
	[created_at] datetime2(3) NOT NULL,
	[first_tried_at] datetime2(3) NOT NULL,
	[last_tried_at] datetime2(3) NOT NULL,
	CONSTRAINT [integration_error_pkey] PRIMARY KEY([operation])
);
--> statement-breakpoint
CREATE TABLE [crm].[integration_error_event] (
	[id] int IDENTITY(1, 1),
	[operation] varchar(64) NOT NULL,
	[at] datetime2(3) NOT NULL,
	[kind] varchar(16) NOT NULL,
	[by_user] varchar(60),
	[code] varchar(40),
	[message] nvarchar(1000),
	[payload] nvarchar(max),
	CONSTRAINT [integration_error_event_pkey] PRIMARY KEY([id])
);
--> statement-breakpoint
CREATE TABLE [crm].[job] (
	[id] varchar(36),
	[name] varchar(80) NOT NULL,
	[type] varchar(8) NOT NULL,
	[priority] int NOT NULL,
	[next_run_at] datetime2(3),
	[locked_at] datetime2(3),
	[claim] varchar(60),
	[last_run_at] datetime2(3),
	[last_finished_at] datetime2(3),
	[failed_at] datetime2(3),
	[fail_count] int,
	[fail_reason] nvarchar(2000),
	[repeat_interval] nvarchar(120),
	[repeat_timezone] varchar(60),
	[repeat_at] nvarchar(120),
	[start_date] datetime2(3),
	[end_date] datetime2(3),
	[skip_days] varchar(40),
	[data] nvarchar(max),
	[disabled] bit NOT NULL,
	[progress] float,
	[fork] bit NOT NULL,
	[unique_key] varchar(44),
	[debounce_started_at] datetime2(3),
	[last_modified_by] nvarchar(80),
	CONSTRAINT [job_pkey] PRIMARY KEY([id])
);
--> statement-breakpoint
CREATE TABLE [crm].[job_run] (
	[id] int IDENTITY(1, 1),
	[job] varchar(80) NOT NULL,
	[status] varchar(12) NOT NULL,
	[attempt] int NOT NULL,
	[requested_by] varchar(60),
	[hub] nvarchar(80) NOT NULL,
	[started_at] datetime2(3) NOT NULL,
	[ended_at] datetime2(3),
	[counts] nvarchar(max),
	[error] nvarchar(2000),
	CONSTRAINT [job_run_pkey] PRIMARY KEY([id])
);
--> statement-breakpoint
CREATE TABLE [crm].[mail] (
	[id] int IDENTITY(1, 1),
	[cause] varchar(160) NOT NULL,
	[recipient] varchar(255) NOT NULL,
	[kind] varchar(40) NOT NULL,
	[message_id] varchar(120) NOT NULL,
	[sender_name] nvarchar(80),
	[sender_address] varchar(255),
	[recipients] nvarchar(max) NOT NULL,
	[subject] nvarchar(255) NOT NULL,
	[text] nvarchar(max) NOT NULL,
	[html] nvarchar(max) NOT NULL,
	[status] varchar(12) NOT NULL,
	[tries] int NOT NULL,
	[next_try_at] datetime2(3),
	[locked_at] datetime2(3),
	[claim] varchar(36),
	[handed_over_at] datetime2(3),
	[last_error] nvarchar(1000),
	[response] nvarchar(400),
	[created_at] datetime2(3) NOT NULL,
	[sent_at] datetime2(3),
	[is_trouble] bit NOT NULL,
	CONSTRAINT [mail_pkey] PRIMARY KEY([id]),
	CONSTRAINT [mail_cause] UNIQUE([cause],[recipient])
);
--> statement-breakpoint
CREATE TABLE [crm].[operation] (
	[name] varchar(64),
	[code] char(2) NOT NULL,
	[user_id] int NOT NULL,
	[c_user] varchar(4) NOT NULL,
	[device_id] varchar(36),
	[entity_type] varchar(12) NOT NULL,
	[entity_id] varchar(64) NOT NULL,
	[payload] nvarchar(max) NOT NULL,
	[status] varchar(12) NOT NULL,
	[reason_code] varchar(40),
	[reason_message] nvarchar(400),
	[reason_field] varchar(60),
	[created_at] datetime2(3) NOT NULL,
	[received_at] datetime2(3) NOT NULL,
	[integrated_at] datetime2(3),
	[cites] varchar(64),
	[conflicts] nvarchar(max),
	[notice] nvarchar(400),
	CONSTRAINT [operation_pkey] PRIMARY KEY([name])
);
--> statement-breakpoint
CREATE TABLE [crm].[password_reset] (
	[token_hash] varchar(64),
	[user_id] int NOT NULL,
	[created_at] datetime2(3) NOT NULL,
	[expires_at] datetime2(3) NOT NULL,
	[used_at] datetime2(3),
	CONSTRAINT [password_reset_pkey] PRIMARY KEY([token_hash])
);
--> statement-breakpoint
CREATE TABLE [crm].[prospect] (
	[id] varchar(64),
	[c_fam_client] varchar(4),
	[c_sfam_client] varchar(4),
	[c_titre] varchar(4),
	[nom_client] nvarchar(35) NOT NULL,
	[adr1_fac] nvarchar(35),
	[adr2_fac] nvarchar(35),
	[adr3_fac] nvarchar(35),
	[dep_fac] varchar(4),
	[bur_dis_fac] varchar(3),
	[ville_fac] nvarchar(35),
	[c_agence] varchar(4),
	[c_rep] varchar(4),
	[c_pays] varchar(4),
	[tel_1] nvarchar(20),
	[fax] nvarchar(20),
	[tel_2] nvarchar(20),
	[contact_divers_1] nvarchar(40),
	[contact_divers_2] nvarchar(40),
	[contact_divers_3] nvarchar(40),
	[contact_divers_4] nvarchar(255),
	[c_per] varchar(1),
	[c_regpmt_bl] varchar(1),
	[c_regpmt_fac] varchar(1),
	[c_releve] varchar(1),
	[c_autoris_bl] varchar(1),
	[c_catc] varchar(8),
	[c_frais_fixe] varchar(1),
	[c_ref_oblig] varchar(1),
	[c_mod_rgl_1] varchar(2),
	[nb_jour_1] int,
	[jour_1] varchar(2),
	[c_type_fact] varchar(1),
	[c_attention] nvarchar(35),
	[c_ape] varchar(10),
	[date_creation_ste] date,
	[bic] varchar(11),
	[iban] varchar(34),
	[codepays] varchar(2),
	[codemonnaie] varchar(3),
	[type_edition_fac] varchar(1),
	[creator_user_id] int NOT NULL,
	[c_user] varchar(4) NOT NULL,
	[owner_user_id] int NOT NULL,
	[created_at] datetime2(3) NOT NULL,
	[updated_at] datetime2(3) NOT NULL,
	[last_movement_at] datetime2(3) NOT NULL,
	[deleted_at] datetime2(3),
	[tel_1_key] varchar(24),
	[tel_2_key] varchar(24),
	CONSTRAINT [prospect_pkey] PRIMARY KEY([id])
);
--> statement-breakpoint
CREATE TABLE [crm].[quarantine] (
	[id] int IDENTITY(1, 1),
	[device_id] varchar(36) NOT NULL,
	[user_id] int NOT NULL,
	[name] varchar(64) NOT NULL,
	[code] varchar(2) NOT NULL,
	[entity_type] varchar(12) NOT NULL,
	[entity_id] varchar(64) NOT NULL,
	[payload] nvarchar(max) NOT NULL,
	[payload_length] int NOT NULL,
	[cites] varchar(64),
	[created_at] datetime2(3) NOT NULL,
	[received_at] datetime2(3) NOT NULL,
	CONSTRAINT [quarantine_pkey] PRIMARY KEY([id]),
	CONSTRAINT [quarantine_name] UNIQUE([device_id],[name])
);
--> statement-breakpoint
CREATE TABLE [crm].[refresh_run] (
	[id] int IDENTITY(1, 1),
	[started_at] datetime2(3) NOT NULL,
	[ended_at] datetime2(3),
	[status] varchar(12) NOT NULL,
	[report] nvarchar(max),
	[error] nvarchar(2000),
	CONSTRAINT [refresh_run_pkey] PRIMARY KEY([id])
);
--> statement-breakpoint
CREATE TABLE [crm].[session] (
	[token_hash] varchar(64),
	[user_id] int NOT NULL,
	[device_id] varchar(36) NOT NULL,
	[created_at] datetime2(3) NOT NULL,
	[expires_at] datetime2(3) NOT NULL,
	[used_at] datetime2(3),
	CONSTRAINT [session_pkey] PRIMARY KEY([token_hash])
);
--> statement-breakpoint
CREATE TABLE [crm].[sign_in_attempt] (
	[id] int IDENTITY(1, 1),
	[subject] varchar(120) NOT NULL,
	[attempted_at] datetime2(3) NOT NULL,
	CONSTRAINT [sign_in_attempt_pkey] PRIMARY KEY([id])
);
--> statement-breakpoint
CREATE TABLE [crm].[setting_change] (
	[id] int IDENTITY(1, 1),
	[name] varchar(60) NOT NULL,
	[old_value] nvarchar(max),
	[new_value] nvarchar(max),
	[changed_by] varchar(60) NOT NULL,
	[changed_at] datetime2(3) NOT NULL,
	CONSTRAINT [setting_change_pkey] PRIMARY KEY([id])
);
--> statement-breakpoint
CREATE TABLE [crm].[setting] (
	[name] varchar(60),
	[value] nvarchar(max) NOT NULL,
	[updated_by] varchar(60) NOT NULL,
	[updated_at] datetime2(3) NOT NULL,
	CONSTRAINT [setting_pkey] PRIMARY KEY([name])
);
--> statement-breakpoint
CREATE TABLE [crm].[sync_clock] (
	[id] int,
	[seq] bigint NOT NULL,
	CONSTRAINT [sync_clock_pkey] PRIMARY KEY([id])
);
--> statement-breakpoint
CREATE TABLE [crm].[sync_doc] (
	[collection] varchar(16),
	[id] varchar(64),
	[scope] varchar(24),
	[seq] bigint NOT NULL,
	[deleted] bit NOT NULL,
	[hash] varchar(44) NOT NULL,
	[body] nvarchar(max) NOT NULL,
	[updated_at] datetime2(3) NOT NULL,
	CONSTRAINT [sync_doc_pk] PRIMARY KEY([collection],[id],[scope])
);
--> statement-breakpoint
CREATE TABLE [crm].[sync_floor] (
	[scope] varchar(24),
	[collection] varchar(16),
	[seq] bigint NOT NULL,
	CONSTRAINT [sync_floor_pk] PRIMARY KEY([scope],[collection])
);
--> statement-breakpoint
CREATE TABLE [crm].[sync_scope] (
	[scope] varchar(24),
	[created_at] datetime2(3) NOT NULL,
	CONSTRAINT [sync_scope_pkey] PRIMARY KEY([scope])
);
--> statement-breakpoint
CREATE TABLE [crm].[user_scope] (
	[user_id] int,
	[scope] varchar(24),
	[last_pulled_at] datetime2(3) NOT NULL,
	CONSTRAINT [user_scope_pk] PRIMARY KEY([user_id],[scope])
);
--> statement-breakpoint
CREATE TABLE [crm].[visit] (
	[operation] varchar(64),
	[user_id] int NOT NULL,
	[c_user] varchar(4) NOT NULL,
	[c_client] varchar(30),
	[prospect_id] varchar(64),
	[date_visite] date NOT NULL,
	[heure_visite] char(5) NOT NULL,
	[commentaire] nvarchar(max),
	[answers] nvarchar(max),
	[num_relation] int,
	[created_at] datetime2(3) NOT NULL,
	CONSTRAINT [visit_pkey] PRIMARY KEY([operation])
);
--> statement-breakpoint
ALTER TABLE [crm].[app_user_rep] ADD CONSTRAINT [app_user_rep_user_id_app_user_id_fk] FOREIGN KEY ([user_id]) REFERENCES [crm].[app_user]([id]);--> statement-breakpoint
ALTER TABLE [crm].[change_request] ADD CONSTRAINT [change_request_operation_operation_name_fk] FOREIGN KEY ([operation]) REFERENCES [crm].[operation]([name]);--> statement-breakpoint
ALTER TABLE [crm].[change_request] ADD CONSTRAINT [change_request_user_id_app_user_id_fk] FOREIGN KEY ([user_id]) REFERENCES [crm].[app_user]([id]);--> statement-breakpoint
ALTER TABLE [crm].[client_creation] ADD CONSTRAINT [client_creation_operation_operation_name_fk] FOREIGN KEY ([operation]) REFERENCES [crm].[operation]([name]);--> statement-breakpoint
ALTER TABLE [crm].[client_creation] ADD CONSTRAINT [client_creation_user_id_app_user_id_fk] FOREIGN KEY ([user_id]) REFERENCES [crm].[app_user]([id]);--> statement-breakpoint
ALTER TABLE [crm].[device] ADD CONSTRAINT [device_user_id_app_user_id_fk] FOREIGN KEY ([user_id]) REFERENCES [crm].[app_user]([id]);--> statement-breakpoint
ALTER TABLE [crm].[fleet] ADD CONSTRAINT [fleet_user_id_app_user_id_fk] FOREIGN KEY ([user_id]) REFERENCES [crm].[app_user]([id]);--> statement-breakpoint
ALTER TABLE [crm].[follow_up] ADD CONSTRAINT [follow_up_user_id_app_user_id_fk] FOREIGN KEY ([user_id]) REFERENCES [crm].[app_user]([id]);--> statement-breakpoint
ALTER TABLE [crm].[integration_error] ADD CONSTRAINT [integration_error_user_id_app_user_id_fk] FOREIGN KEY ([user_id]) REFERENCES [crm].[app_user]([id]);--> statement-breakpoint
ALTER TABLE [crm].[integration_error_event] ADD CONSTRAINT [integration_error_event_operation_integration_error_operation_fk] FOREIGN KEY ([operation]) REFERENCES [crm].[integration_error]([operation]);--> statement-breakpoint
ALTER TABLE [crm].[operation] ADD CONSTRAINT [operation_user_id_app_user_id_fk] FOREIGN KEY ([user_id]) REFERENCES [crm].[app_user]([id]);--> statement-breakpoint
ALTER TABLE [crm].[password_reset] ADD CONSTRAINT [password_reset_user_id_app_user_id_fk] FOREIGN KEY ([user_id]) REFERENCES [crm].[app_user]([id]);--> statement-breakpoint
ALTER TABLE [crm].[prospect] ADD CONSTRAINT [prospect_creator_user_id_app_user_id_fk] FOREIGN KEY ([creator_user_id]) REFERENCES [crm].[app_user]([id]);--> statement-breakpoint
ALTER TABLE [crm].[prospect] ADD CONSTRAINT [prospect_owner_user_id_app_user_id_fk] FOREIGN KEY ([owner_user_id]) REFERENCES [crm].[app_user]([id]);--> statement-breakpoint
ALTER TABLE [crm].[quarantine] ADD CONSTRAINT [quarantine_device_id_device_id_fk] FOREIGN KEY ([device_id]) REFERENCES [crm].[device]([id]);--> statement-breakpoint
ALTER TABLE [crm].[quarantine] ADD CONSTRAINT [quarantine_user_id_app_user_id_fk] FOREIGN KEY ([user_id]) REFERENCES [crm].[app_user]([id]);--> statement-breakpoint
ALTER TABLE [crm].[session] ADD CONSTRAINT [session_user_id_app_user_id_fk] FOREIGN KEY ([user_id]) REFERENCES [crm].[app_user]([id]);--> statement-breakpoint
ALTER TABLE [crm].[session] ADD CONSTRAINT [session_device_id_device_id_fk] FOREIGN KEY ([device_id]) REFERENCES [crm].[device]([id]);--> statement-breakpoint
ALTER TABLE [crm].[user_scope] ADD CONSTRAINT [user_scope_user_id_app_user_id_fk] FOREIGN KEY ([user_id]) REFERENCES [crm].[app_user]([id]);--> statement-breakpoint
ALTER TABLE [crm].[visit] ADD CONSTRAINT [visit_operation_operation_name_fk] FOREIGN KEY ([operation]) REFERENCES [crm].[operation]([name]);--> statement-breakpoint
ALTER TABLE [crm].[visit] ADD CONSTRAINT [visit_user_id_app_user_id_fk] FOREIGN KEY ([user_id]) REFERENCES [crm].[app_user]([id]);--> statement-breakpoint
CREATE INDEX [change_request_status] ON [crm].[change_request] ([status]);--> statement-breakpoint
CREATE INDEX [change_request_client] ON [crm].[change_request] ([c_client]);--> statement-breakpoint
CREATE INDEX [client_creation_status] ON [crm].[client_creation] ([status]);--> statement-breakpoint
CREATE UNIQUE INDEX [client_creation_pending] ON [crm].[client_creation] ([prospect_id]) WHERE [status] = 'pending';--> statement-breakpoint
CREATE INDEX [integration_error_state] ON [crm].[integration_error] ([state],[last_tried_at]);--> statement-breakpoint
CREATE INDEX [integration_error_event_operation] ON [crm].[integration_error_event] ([operation]);--> statement-breakpoint
CREATE INDEX [job_due] ON [crm].[job] ([name],[next_run_at]);--> statement-breakpoint
CREATE UNIQUE INDEX [job_single] ON [crm].[job] ([name]) WHERE [type] = 'single';--> statement-breakpoint
CREATE UNIQUE INDEX [job_unique_key] ON [crm].[job] ([unique_key]) WHERE [unique_key] is not null;--> statement-breakpoint
CREATE INDEX [job_run_job] ON [crm].[job_run] ([job],[started_at]);--> statement-breakpoint
CREATE INDEX [mail_due] ON [crm].[mail] ([status],[next_try_at]);--> statement-breakpoint
CREATE INDEX [mail_created] ON [crm].[mail] ([created_at]);--> statement-breakpoint
CREATE INDEX [operation_entity] ON [crm].[operation] ([entity_type],[entity_id]);--> statement-breakpoint
CREATE INDEX [password_reset_user] ON [crm].[password_reset] ([user_id]);--> statement-breakpoint
CREATE INDEX [prospect_rep] ON [crm].[prospect] ([c_rep]);--> statement-breakpoint
CREATE INDEX [prospect_owner] ON [crm].[prospect] ([owner_user_id]);--> statement-breakpoint
CREATE INDEX [prospect_tel_1] ON [crm].[prospect] ([tel_1_key]);--> statement-breakpoint
CREATE INDEX [prospect_tel_2] ON [crm].[prospect] ([tel_2_key]);--> statement-breakpoint
CREATE INDEX [quarantine_received] ON [crm].[quarantine] ([received_at]);--> statement-breakpoint
CREATE INDEX [session_device] ON [crm].[session] ([device_id]);--> statement-breakpoint
CREATE INDEX [sign_in_attempt_subject] ON [crm].[sign_in_attempt] ([subject],[attempted_at]);--> statement-breakpoint
CREATE INDEX [setting_change_name] ON [crm].[setting_change] ([name]);--> statement-breakpoint
CREATE UNIQUE INDEX [sync_doc_feed] ON [crm].[sync_doc] ([scope],[collection],[seq]);--> statement-breakpoint
CREATE INDEX [visit_client] ON [crm].[visit] ([c_client]);--> statement-breakpoint
CREATE INDEX [visit_prospect] ON [crm].[visit] ([prospect_id]);--> statement-breakpoint
CREATE INDEX [visit_user] ON [crm].[visit] ([user_id]);--> statement-breakpoint
CREATE INDEX [visit_relation] ON [crm].[visit] ([num_relation]);