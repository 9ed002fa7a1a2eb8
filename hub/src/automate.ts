import { type Database, type Queryable, troubleRepository } from '@tournee/db';
import type { Resolvers } from '@tournee/graphql';
import type { Clock } from './clock.ts';
import type { HubContext } from './context.ts';
import { createHubJobs } from './hub-jobs.ts';
import { createJobRunner, type JobRunner } from './jobs/job-runner.ts';
import type { Log } from './logger.ts';
import { readMailSettings } from './mail-settings-reader.ts';
import { createMailService, type MailService } from './mail/mail.service.ts';
import { integrationErrorMessages } from './modules/integration-error/integration-error.messages.ts';
import { keepDisowned } from './modules/integration-error/disowned-operation.ts';
import { createIntegrationErrorRecorder } from './modules/integration-error/integration-error.recorder.ts';
import { createSecretBox } from './modules/setting/secret-box.ts';
import { createSettingReader, type SettingReader } from './modules/setting/setting-reader.ts';
import { createSteadyClock, type SteadyClockOptions } from './steady-clock.ts';
import { Soon } from './soon.ts';
import type { PushObserver } from './sync/push.service.ts';
import { type AdminParts, createAdminResolvers, type ResolverNeeds } from './admin-resolvers.ts';

export interface AutomateOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly secret: string;
  readonly smtpUrl: string | null;
  readonly dataFolder: string;
  /** Where the app is reached when no parameter says it. */
  readonly localUrl: () => string;
  readonly pruneLogs: (before: Date) => Promise<number>;
  readonly jobs?:
    { settleMs?: number; pollMs?: number; mailDelayMs?: number; refreshDelayMs?: number } | undefined;
}

/** The hub's automate: settings, scheduled jobs, mail, and what administrators see of them. */
export interface Automate {
  readonly settings: SettingReader;
  readonly mail: MailService;
  readonly runner: JobRunner;
  readonly observer: PushObserver;
  /** Where links in mails lead, without a slash at the end. */
  readonly publicUrl: (q?: Queryable) => Promise<string>;
  /** After each commit of an operation. */
  afterIntegration(): void;
  resolvers(needs: ResolverNeeds): Resolvers<HubContext>[];
  close(): Promise<void>;
}

/** New mails leave at once, more or less; a burst of them with one run. */
const MAIL_DELAY_MS = 500;
/** « Après chaque intégration » : one refresh for all the integrations of a while. */
const REFRESH_DELAY_MS = 60_000;

export function createAutomate(options: AutomateOptions): Automate {
  const { database, clock, log } = options;
  const box = createSecretBox(options.secret);
  const settings = createSettingReader(database, box);
  const mail = createMailService({ ...options, settings: () => readMailSettings(settings) });
  const jobs = createHubJobs({
    ...options,
    settings,
    mail,
    whenSteady: createSteadyClock(steadyOf(options)),
  });
  const runner = createJobRunner({
    database,
    log,
    clock,
    jobs,
    reportTrouble: mail.reportTrouble,
    ...pollOf(options),
  });
  const { mailSoon, refreshSoon, refreshNow, tell } = createTriggers(options, settings, runner);
  const publicUrl = async (q?: Queryable): Promise<string> =>
    ((await settings.value('mail.publicUrl', q)) ?? options.localUrl()).replace(/\/+$/, '');
  const parts: AdminParts = {
    ...options,
    box,
    settings,
    mail,
    runner,
    publicUrl,
    mailSoon,
    refreshNow,
    tell,
  };
  return {
    settings,
    mail,
    runner,
    publicUrl,
    observer: createObserver(parts),
    afterIntegration: () => {
      mailSoon.ask();
      refreshSoon.ask();
    },
    resolvers: (needs) => createAdminResolvers(parts, needs),
    close: async () => {
      await Promise.all([mailSoon.close(), refreshSoon.close()]);
      await runner.stop();
    },
  };
}

function steadyOf({ clock, jobs }: AutomateOptions): SteadyClockOptions {
  return { clock, ...(jobs?.settleMs === undefined ? {} : { settleMs: jobs.settleMs }) };
}

/** What makes jobs due before their time. */
function createTriggers(
  { database, clock, log, jobs }: AutomateOptions,
  settings: SettingReader,
  runner: JobRunner,
) {
  const tell = (error: unknown): void =>
    log.warn({ err: error }, 'a job could not be asked for; its schedule will do it');
  const mailSoon = new Soon(
    jobs?.mailDelayMs ?? MAIL_DELAY_MS,
    async () => {
      if (await troubleRepository(database.db).hasDueMail(clock.now()))
        await runner.requestRun('mail-outbox', null);
    },
    tell,
  );
  const refreshNow = async (): Promise<void> => {
    await runner.requestRun('base-refresh', null);
  };
  const refreshSoon = new Soon(
    jobs?.refreshDelayMs ?? REFRESH_DELAY_MS,
    async () => {
      if ((await settings.value('base.refreshMode')) !== 'schedule') await refreshNow();
    },
    tell,
  );
  return { mailSoon, refreshSoon, refreshNow, tell };
}

function pollOf({ jobs }: AutomateOptions): { pollMs?: number } {
  return jobs?.pollMs === undefined ? {} : { pollMs: jobs.pollMs };
}

function createObserver({ database, log, mail, mailSoon }: AdminParts): PushObserver {
  const recorder = createIntegrationErrorRecorder({ database, log });
  const send = (kind: string, title: string, paragraphs: readonly string[]): void => {
    mail
      .reportTrouble({ kind, title, paragraphs })
      .then(() => mailSoon.ask())
      .catch((error: unknown) => log.error({ err: error, kind }, 'trouble was not mailed'));
  };
  const report = (name: string, code: string, field: string | null): void => {
    const { title, happened, reason, kept, advice } = integrationErrorMessages.trouble;
    send(`operation:${code}`, title, [happened(name), reason(code, field), kept, advice]);
  };
  return {
    recorded: (tx, row, now, by) => recorder.recorded(tx, row, now, by),
    disowned: async (sender, operation, reason, now) => {
      const name = await keepDisowned(database, sender, operation, reason, now);
      if (name !== null) report(name, reason.code, reason.field ?? null);
    },
    failed: (author, operation, fault) => recorder.failed(author, operation, fault),
    notDone: (row) => report(row.name, row.reasonCode ?? 'UNKNOWN', row.reasonField),
    quotaReached: ({ nomAffiche, deviceId }) => {
      const { title, happened, kept, advice } = integrationErrorMessages.quota;
      send(`quota:${deviceId}`, title, [happened(nomAffiche), kept, advice]);
    },
  };
}
