import { datetime2, int, nvarchar, varchar } from 'drizzle-orm/mssql-core';
import { crm } from './schemas.ts';

/** One run of the base refresh and its report: what it read, wrote, and which odd rows it met. */
export const refreshRun = crm.table('refresh_run', {
  id: int('id').identity().primaryKey(),
  startedAt: datetime2('started_at', { precision: 3 }).notNull(),
  endedAt: datetime2('ended_at', { precision: 3 }),
  status: varchar('status', { length: 12 }).notNull(),
  /** JSON: counts read and written, and the odd rows by kind with their keys. */
  report: nvarchar('report', { length: 'max' }),
  error: nvarchar('error', { length: 2000 }),
});
