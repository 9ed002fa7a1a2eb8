import { datetime2, nvarchar, varchar } from 'drizzle-orm/mssql-core';
import { crm } from './schemas.ts';

/** Parameters that differ from their default. Definitions stand in `graphql/src/rules/settings.ts`. */
export const setting = crm.table('setting', {
  name: varchar('name', { length: 60 }).primaryKey(),
  /** JSON. */
  value: nvarchar('value', { length: 'max' }).notNull(),
  updatedBy: varchar('updated_by', { length: 60 }).notNull(),
  updatedAt: datetime2('updated_at', { precision: 3 }).notNull(),
});
