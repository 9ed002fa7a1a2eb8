import {
  type Database,
  jobRunRepository,
  publishing,
  refreshRunRepository,
  retentionRepository,
  feedTombstone,
  userScope,
  passwordResetRepository,
  troubleRepository,
} from '@tournee/db';
import type { SettingName } from '@tournee/graphql';
import type { Clock } from './clock.ts';
import { archivingJob } from './jobs/archiving.job.ts';
import { baseRefreshJob } from './jobs/base-refresh.job.ts';
import { dailyCheckJob, type Findings } from './jobs/daily-check.job.ts';
import { defineJobs, type JobDefinition } from './jobs/job-definition.ts';
import { mailOutboxJob } from './jobs/mail-outbox.job.ts';
import { prospectPruningJob } from './jobs/prospect-pruning.job.ts';
import { retentionJob, type RetentionStep } from './jobs/retention.job.ts';
import type { Log } from './logger.ts';
import type { MailService } from './mail/mail.service.ts';
import { createRelationArchiving } from './modules/base/archive-relations.service.ts';
import { composeBaseRefresh } from './compose-base-refresh.ts';
import type { SettingReader } from './modules/setting/setting-reader.ts';
import { prospectPublisher } from './operation-handlers.ts';

/** Parameter that holds the schedule of each job. */
export const SCHEDULE_SETTINGS = {
  'base-refresh': 'base.refreshSchedule',
  'prospect-pruning': 'prospect.pruneSchedule',
  archiving: 'relation.archiveSchedule',
  'mail-outbox': 'mail.schedule',
  retention: 'retention.schedule',
  'daily-check': 'check.schedule',
} as const satisfies Record<string, SettingName>;

export interface HubJobsOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: SettingReader;
  readonly mail: MailService;
  /** Fulfilled when the clock can be believed: whatever is deleted for its age waits for it. */
  readonly whenSteady: (signal: AbortSignal) => Promise<void>;
  /** Deletes log files from before an instant. */
  readonly pruneLogs: (before: Date) => Promise<number>;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
const BATCH = 500;
const BEHIND_DAYS = 7;
/** In a process of its own: nobody waits for it. */
const PAGE_CHECK_MS = 5 * 60_000;

/** The scheduled work of a hub, each kind with its schedule from the settings. */
export function createHubJobs(options: HubJobsOptions): readonly JobDefinition[] {
  const { database, clock, log, settings, mail, whenSteady } = options;
  const schedule = (job: keyof typeof SCHEDULE_SETTINGS) => (): Promise<string | null> =>
    settings.value(SCHEDULE_SETTINGS[job]);
  const archive = createRelationArchiving({
    database,
    clock,
    months: () => settings.value('relation.archiveMonths'),
  });
  const jobs: readonly JobDefinition[] = [
    baseRefreshJob({
      schedule: async () => {
        const isScheduled = (await settings.value('base.refreshMode')) !== 'integration';
        return isScheduled ? schedule('base-refresh')() : null;
      },
      refresh: async () => {
        const { oddRows, ...counts } = await composeBaseRefresh({ database, clock, log }).run();
        return { ...counts, oddRows: oddRows.reduce((sum, { count }) => sum + count, 0) };
      },
    }),
    prospectPruningJob({
      schedule: schedule('prospect-pruning'),
      prune: async ({ signal }) => {
        await whenSteady(signal);
        return { ...(await prospectPublisher(clock).refreshAll(database)) };
      },
    }),
    archivingJob({
      schedule: schedule('archiving'),
      archive: async ({ signal }) => {
        await whenSteady(signal);
        return archive(signal);
      },
    }),
    mailOutboxJob({ schedule: schedule('mail-outbox'), sendDue: (signal) => mail.sendDue(signal) }),
    retentionJob({ schedule: schedule('retention'), steps: retentionSteps(options) }),
    dailyCheckJob({
      schedule: schedule('daily-check'),
      look: () => lookForTrouble(options, jobs),
      reportTrouble: mail.reportTrouble,
    }),
  ];
  return defineJobs(...jobs);
}

function retentionSteps({
  database,
  clock,
  settings,
  pruneLogs,
  whenSteady,
}: HubJobsOptions): Record<string, RetentionStep> {
  const before = async (name: 'retention.logDays' | DayKeyed): Promise<Date> =>
    new Date(clock.now().getTime() - (await settings.value(name)) * DAY);
  return {
    tombstones: async (signal) => {
      await whenSteady(signal);
      const limit = await before('retention.tombstoneDays');
      return publishing(database, (_tx, feed) => feed.pruneTombstones(limit), { priority: 'low' });
    },
    operations: async (signal) => {
      const limit = await before('retention.operationDays');
      return inBatches(signal, () => eraseOperations(database, limit, clock.now()));
    },
    mails: async (signal) => {
      const limit = await before('retention.mailDays');
      return inBatches(signal, () =>
        database.transaction((tx) => retentionRepository(tx).eraseMails(limit, BATCH)),
      );
    },
    runs: async (signal) => {
      const limit = await before('retention.runDays');
      await passwordResetRepository(database.db).deleteEndedBefore(limit);
      const runs = await inBatches(signal, () =>
        database.transaction((tx) => retentionRepository(tx).deleteRuns(limit, BATCH)),
      );
      const refreshes = await inBatches(signal, () =>
        database.transaction((tx) => refreshRunRepository(tx).deleteBefore(limit, BATCH)),
      );
      return runs + refreshes;
    },
    logs: async () => pruneLogs(await before('retention.logDays')),
  };
}

type DayKeyed =
  'retention.tombstoneDays' | 'retention.operationDays' | 'retention.mailDays' | 'retention.runDays';

/** Repeats a bounded step until it has nothing left to do. */
async function inBatches(signal: AbortSignal, step: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    signal.throwIfAborted();
    const count = await step();
    total += count;
    if (count < BATCH) return total;
  }
}

/** The feed forgets them too: devices have dropped theirs long ago. */
function eraseOperations(database: Database, before: Date, now: Date): Promise<number> {
  return publishing(
    database,
    async (tx, feed) => {
      const erased = await retentionRepository(tx).eraseOperations(before, BATCH);
      const changes = erased.map(({ name, userId }) => feedTombstone('operation', name, userScope(userId)));
      if (changes.length > 0) await feed.publish(changes, now);
      return erased.length;
    },
    { priority: 'low' },
  );
}

async function lookForTrouble(
  { database, clock, log, settings }: HubJobsOptions,
  jobs: readonly JobDefinition[],
): Promise<Findings> {
  const now = clock.now();
  const troubles = troubleRepository(database.db);
  const lastBase = await refreshRunRepository(database.db).lastDone();
  const age = Math.floor((now.getTime() - (lastBase?.endedAt?.getTime() ?? 0)) / HOUR);
  const isStale = age > (await settings.value('base.expiryHours'));
  return {
    damages: await countDamages(database, log),
    integrationErrors: await troubles.openIntegrationErrors(),
    unsentMails: await troubles.unsentMails(),
    waitingMails: await troubles.waitingMails(new Date(now.getTime() - HOUR)),
    devicesBehind: await troubles.devicesBehind(new Date(now.getTime() - BEHIND_DAYS * DAY)),
    failingJobs: await failingJobs(database, jobs),
    staleBaseHours: isStale ? age : null,
  };
}

async function countDamages(database: Database, log: Log): Promise<number> {
  const pages = await database.checkPages(PAGE_CHECK_MS);
  if (pages.state === 'sound') return 0;
  if (pages.state === 'damaged') {
    log.error({ err: pages.problem }, 'the base is damaged');
    return pages.damages.length;
  }
  log.warn({ err: pages.cause }, 'the pages of the base were not all read');
  return 0;
}

async function failingJobs(database: Database, jobs: readonly JobDefinition[]): Promise<string[]> {
  const failing: string[] = [];
  for (const { name, label } of jobs) {
    const [last] = await jobRunRepository(database.db).latest([name], 1);
    if (last?.status === 'failed') failing.push(label);
  }
  return failing;
}
