CREATE TABLE [crm].[user_code] (
	[user_id] int,
	[c_user] varchar(4),
	[held_since] datetime2(3) NOT NULL,
	[left_at] datetime2(3),
	CONSTRAINT [user_code_pk] PRIMARY KEY([user_id],[c_user])
);
--> statement-breakpoint
ALTER TABLE [crm].[device] ADD [contact_at] datetime2(3);--> statement-breakpoint
ALTER TABLE [crm].[device] ADD [previous_contact_at] datetime2(3);--> statement-breakpoint
ALTER TABLE [crm].[user_scope] ADD [held_since] datetime2(3);--> statement-breakpoint
ALTER TABLE [crm].[user_scope] ADD [left_at] datetime2(3);--> statement-breakpoint
ALTER TABLE [crm].[user_code] ADD CONSTRAINT [user_code_user_id_app_user_id_fk] FOREIGN KEY ([user_id]) REFERENCES [crm].[app_user]([id]);