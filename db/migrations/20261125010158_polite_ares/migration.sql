CREATE TABLE [crm].[device_quota] (
	[device_id] varchar(36),
	[kind] varchar(12),
	[day] varchar(10) NOT NULL,
	[operations] int NOT NULL,
	[bytes] int NOT NULL,
	[reached_on] varchar(10),
	CONSTRAINT [device_quota_pk] PRIMARY KEY([device_id],[kind])
);
--> statement-breakpoint
ALTER TABLE [crm].[device_quota] ADD CONSTRAINT [device_quota_device_id_device_id_fk] FOREIGN KEY ([device_id]) REFERENCES [crm].[device]([id]);