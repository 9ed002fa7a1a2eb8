ALTER TABLE [crm].[device] ADD [key_thumbprint] varchar(43);--> statement-breakpoint
ALTER TABLE [crm].[device] ADD [stray_token_at] datetime2(3);