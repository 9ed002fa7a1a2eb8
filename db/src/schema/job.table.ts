import { sql } from 'drizzle-orm';
import { bit, datetime2, float, index, int, nvarchar, uniqueIndex, varchar } from 'drizzle-orm/mssql-core';
import { crm } from './schemas.ts';

/** Scheduled work, as Agenda keeps it. All hub processes share these rows; a claim is one conditional update. */
export const job = crm.table(
  'job',
  {
    id: varchar('id', { length: 36 }).primaryKey(),
    name: varchar('name', { length: 80 }).notNull(),
    /** `single`: one row of this name, ever; `normal`: one row for each time it is asked for. */
    type: varchar('type', { length: 8 }).notNull(),
    priority: int('priority').notNull(),
    nextRunAt: datetime2('next_run_at', { precision: 3 }),
    lockedAt: datetime2('locked_at', { precision: 3 }),
    /** Who holds the lock: `<process>.<number>`. Whoever lost it can no longer write the job's state. */
    claim: varchar('claim', { length: 60 }),
    lastRunAt: datetime2('last_run_at', { precision: 3 }),
    lastFinishedAt: datetime2('last_finished_at', { precision: 3 }),
    failedAt: datetime2('failed_at', { precision: 3 }),
    failCount: int('fail_count'),
    failReason: nvarchar('fail_reason', { length: 2000 }),
    /** A cron expression, an interval in words, or milliseconds. */
    repeatInterval: nvarchar('repeat_interval', { length: 120 }),
    repeatTimezone: varchar('repeat_timezone', { length: 60 }),
    repeatAt: nvarchar('repeat_at', { length: 120 }),
    startDate: datetime2('start_date', { precision: 3 }),
    endDate: datetime2('end_date', { precision: 3 }),
    /** JSON: days of the week on which it does not run, 0 for Sunday. */
    skipDays: varchar('skip_days', { length: 40 }),
    /** JSON. */
    data: nvarchar('data', { length: 'max' }),
    disabled: bit('disabled').notNull(),
    progress: float('progress'),
    fork: bit('fork').notNull(),
    /** Digest of the name and Agenda's `unique` query: two processes that ask at once make one row. */
    uniqueKey: varchar('unique_key', { length: 44 }),
    debounceStartedAt: datetime2('debounce_started_at', { precision: 3 }),
    lastModifiedBy: nvarchar('last_modified_by', { length: 80 }),
  },
  (table) => [
    index('job_due').on(table.name, table.nextRunAt),
    uniqueIndex('job_single')
      .on(table.name)
      .where(sql`[type] = 'single'`),
    uniqueIndex('job_unique_key')
      .on(table.uniqueKey)
      .where(sql`[unique_key] is not null`),
  ],
);

/** One run of a job: what it did, or why it failed. */
export const jobRun = crm.table(
  'job_run',
  {
    id: int('id').identity().primaryKey(),
    job: varchar('job', { length: 80 }).notNull(),
    /** `running`, `done`, `failed`, or `abandoned` when its hub died. */
    status: varchar('status', { length: 12 }).notNull(),
    /** 1 for the first try, then one more for each retry after a failure. */
    attempt: int('attempt').notNull(),
    /** User who asked for this run; null for a run of the schedule. */
    requestedBy: varchar('requested_by', { length: 60 }),
    /** Host and process of the hub that ran it. */
    hub: nvarchar('hub', { length: 80 }).notNull(),
    startedAt: datetime2('started_at', { precision: 3 }).notNull(),
    endedAt: datetime2('ended_at', { precision: 3 }),
    /** JSON: numbers by name. */
    counts: nvarchar('counts', { length: 'max' }),
    error: nvarchar('error', { length: 2000 }),
  },
  (table) => [index('job_run_job').on(table.job, table.startedAt)],
);

export type JobRow = typeof job.$inferSelect;
export type JobRunRow = typeof jobRun.$inferSelect;
