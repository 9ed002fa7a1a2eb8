import {
  type Database,
  clientRepository,
  prospectRepository,
  type Queryable,
  scopesOfUser,
  type UserRecord,
} from '@tournee/db';
import type { Resolvers, SettingName } from '@tournee/graphql';
import type { Clock } from './clock.ts';
import type { HubContext, Viewer } from './context.ts';
import { SCHEDULE_SETTINGS } from './hub-jobs.ts';
import { jobMessages } from './jobs/job.messages.ts';
import type { JobRunner } from './jobs/job-runner.ts';
import { checkSchedule, nextRuns } from './jobs/schedule.ts';
import type { Log } from './logger.ts';
import { mailContent } from './mail/mail-content.ts';
import type { MailService } from './mail/mail.service.ts';
import { readDocumentContext } from './modules/base/base-context.ts';
import { buildSettingDocuments } from './modules/base/list-documents.ts';
import { deviceResolvers } from './modules/device/device.resolvers.ts';
import { DeviceService } from './modules/device/device.service.ts';
import { integrationErrorResolvers } from './modules/integration-error/integration-error.resolvers.ts';
import {
  type IntegrationErrorDependencies,
  IntegrationErrorService,
} from './modules/integration-error/integration-error.service.ts';
import { jobResolvers } from './modules/job/job.resolvers.ts';
import { JobService } from './modules/job/job.service.ts';
import { outboxMailResolvers } from './modules/mail/outbox-mail.resolvers.ts';
import { OutboxMailService } from './modules/mail/outbox-mail.service.ts';
import { hashPassword } from './modules/session/password.ts';
import { passwordFault } from './modules/session/password-rules.ts';
import { createSignInLimits } from './modules/session/sign-in-limits.ts';
import type { SettingReader } from './modules/setting/setting-reader.ts';
import { settingResolvers } from './modules/setting/setting.resolvers.ts';
import { SettingService } from './modules/setting/setting.service.ts';
import type { ResetMail } from './modules/user/password-reset.ts';
import { PasswordResetService } from './modules/user/password-reset.service.ts';
import { UserAdminService } from './modules/user/user-admin.service.ts';
import { UserImportService } from './modules/user/user-import.service.ts';
import { userResolvers } from './modules/user/user.resolvers.ts';
import type { Soon } from './soon.ts';
import type { SecretBox } from './modules/setting/secret-box.ts';

export interface ResolverNeeds {
  readonly replay: IntegrationErrorDependencies['replay'];
  readonly refuseKept: IntegrationErrorDependencies['refuseKept'];
  /** A change that devices should pull. */
  readonly nudge: () => void;
}

/** What the fields of the admin area stand on. */
export interface AdminParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly box: SecretBox;
  readonly settings: SettingReader;
  readonly mail: MailService;
  readonly runner: JobRunner;
  readonly mailSoon: Soon;
  readonly publicUrl: () => Promise<string>;
  readonly refreshNow: () => Promise<void>;
  readonly tell: (error: unknown) => void;
}

/** The fields of the admin area, each domain with what it needs of another. */
export function createAdminResolvers(parts: AdminParts, needs: ResolverNeeds): Resolvers<HubContext>[] {
  const { database, clock, mail, runner, mailSoon, settings } = parts;
  return [
    settingResolvers(createSettings(parts, needs)),
    userResolvers(createUsers(parts, needs)),
    deviceResolvers(new DeviceService({ database, clock })),
    jobResolvers(
      new JobService({
        database,
        clock,
        jobs: runner,
        scheduleSetting: (name) =>
          Object.hasOwn(SCHEDULE_SETTINGS, name) ? SCHEDULE_SETTINGS[name as ScheduledJob] : null,
        nextRuns: (cron, from) => nextRuns(cron, 3, from),
        notRun: (reason, name) =>
          reason === 'unknown' ? jobMessages.notRun.unknown(name) : jobMessages.notRun[reason],
      }),
    ),
    outboxMailResolvers(
      new OutboxMailService({
        database,
        find: (id) => mail.find(id),
        requeue: (id, to) => mail.requeue(id, to),
        addressesOf: (kind) =>
          settings.value(kind === 'trouble' ? 'mail.errorAddresses' : 'mail.accountantAddresses'),
        sendSoon: () => mailSoon.ask(),
      }),
    ),
    integrationErrorResolvers(
      new IntegrationErrorService({
        database,
        clock,
        authorOf,
        replay: needs.replay,
        refuseKept: needs.refuseKept,
        labelsOf: (entities) => labelsOf(database, entities),
      }),
    ),
  ];
}

type ScheduledJob = keyof typeof SCHEDULE_SETTINGS;

function createSettings(
  { database, clock, box, runner }: AdminParts,
  { nudge }: ResolverNeeds,
): SettingService {
  return new SettingService({
    database,
    clock,
    box,
    checkSchedule,
    publish: async (tx, feed, now) => {
      await feed.publish(await buildSettingDocuments(tx, await readDocumentContext(tx, now)), now);
    },
    onChange: async (names) => {
      nudge();
      if (names.some(isOfSchedules)) await runner.applySchedules();
    },
  });
}

function isOfSchedules(name: SettingName): boolean {
  return name === 'base.refreshMode' || Object.values<SettingName>(SCHEDULE_SETTINGS).includes(name);
}

function createUsers(parts: AdminParts, { nudge }: ResolverNeeds): Parameters<typeof userResolvers>[0] {
  const { database, clock, publicUrl, mail, mailSoon, refreshNow, tell } = parts;
  const onChange = ({ hasNewScope, hasMail }: { hasNewScope: boolean; hasMail: boolean }): void => {
    nudge();
    if (hasMail) mailSoon.ask();
    if (hasNewScope) refreshNow().catch(tell);
  };
  const sendMail = async (tx: Queryable, reset: ResetMail): Promise<void> => {
    const { cause, to, subject, before, link, after } = reset;
    const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const;
    const content = mailContent(subject, [
      ...before.map(paragraph),
      { kind: 'link', url: link },
      ...after.map(paragraph),
    ]);
    await mail.outbox.add(tx, { ...content, cause, kind: 'password-reset', sender: null, to: [to] });
  };
  const signInLocks = createSignInLimits(database, clock);
  const base = { database, clock, hashPassword, publicUrl };
  const users = new UserAdminService({ ...base, signInLocks, sendMail, onChange });
  return {
    users,
    imports: new UserImportService({ database, users, publicUrl, onChange }),
    resets: new PasswordResetService({ database, clock, hashPassword, passwordFault }),
  };
}

/** The author of a replayed operation, as the user table has him today. */
function authorOf(user: UserRecord, deviceId: string | null): Viewer {
  const { id, userWindows, cUser, mail, nomAffiche, cReps } = user;
  return {
    userId: id,
    deviceId: deviceId ?? '',
    userWindows,
    cUser,
    mail,
    nomAffiche,
    role: user.role as Viewer['role'],
    cReps,
    scopes: scopesOfUser(user),
    mustChangePassword: false,
    tokenExpiresAt: new Date(0),
  };
}

async function labelsOf(
  database: Database,
  entities: readonly { entityType: string; entityId: string }[],
): Promise<ReadonlyMap<string, string>> {
  const idsOf = (type: string): string[] =>
    entities.filter(({ entityType }) => entityType === type).map(({ entityId }) => entityId);
  const clients = await clientRepository(database.db).byCodes(idsOf('client'));
  const prospects = await prospectRepository(database.db).byIds(idsOf('prospect'));
  return new Map([
    ...clients.map((row): [string, string] => [`client:${row.cClient}`, row.nomClient ?? '']),
    ...prospects.map((row): [string, string] => [`prospect:${row.id}`, row.nomClient]),
  ]);
}
