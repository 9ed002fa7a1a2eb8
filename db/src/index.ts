export type { Database, PageCheck, Queryable, TransactionOptions } from './engines/database.ts';
export { parseDatabaseUrl } from './engines/database-url.ts';
export {
  BadDatabaseUrl,
  BaseDamaged,
  BaseProblem,
  DatabaseUnreachable,
  DiskFull,
  isDeadlock,
  isDiskFull,
  isLockTimeout,
  isUniqueViolation,
  sqlErrorNumber,
} from './engines/engine-errors.ts';
export { databaseWords, isTransient } from './engines/fault-kind.ts';
export { assertBaseEmpty, readBaseContents } from './base-contents.ts';
export { openDatabase, type OpenOptions } from './engines/open-database.ts';
export { createWinpneuTables, migrate } from './migrate.ts';
export { appUser, appUserRep, type AppUserRow } from './schema/app-user.table.ts';
export { client, type ClientRow } from './schema/client.table.ts';
export { clientCa, type ClientCaRow } from './schema/client-ca.table.ts';
export { clientRelation, type ClientRelationRow } from './schema/client-relation.table.ts';
export { device } from './schema/device.table.ts';
export { job, jobRun, type JobRow, type JobRunRow } from './schema/job.table.ts';
export { liste, type ListeRow } from './schema/liste.table.ts';
export { mail, type MailRow } from './schema/mail.table.ts';
export { operation, type OperationRow } from './schema/operation.table.ts';
export { prospect, type ProspectRow } from './schema/prospect.table.ts';
export { deviceQuota } from './schema/device-quota.table.ts';
export { quarantine, type QuarantineRow } from './schema/quarantine.table.ts';
export { refreshRun } from './schema/refresh-run.table.ts';
export { session, signInAttempt } from './schema/session.table.ts';
export { setting } from './schema/setting.table.ts';
export { syncClock, syncDoc, type SyncDocRow, syncFloor, syncScope } from './schema/sync.table.ts';
export { visit, type VisitRow } from './schema/visit.table.ts';
export { chunks, groupBy } from './batches.ts';
export {
  ADMIN_SCOPE,
  agenceScope,
  ALL_SCOPE,
  repScope,
  type ScopeOwner,
  scopesOfUser,
  userScope,
} from './scope.ts';
export { type ClientCaRepository, clientCaRepository } from './repositories/client-ca.repository.ts';
export {
  type ClientRelationRepository,
  clientRelationRepository,
  type RelationWithVisit,
  type StrayRelations,
} from './repositories/client-relation.repository.ts';
export {
  type ClientHolder,
  type ClientRepository,
  clientRepository,
} from './repositories/client.repository.ts';
export { feedTombstone, tombstoneBody } from './repositories/feed-tombstone.ts';
export { type Correspondence, correspondenceRepository } from './repositories/correspondence.repository.ts';
export { type ListeRepository, listeRepository } from './repositories/liste.repository.ts';
export {
  type RefreshRunRepository,
  refreshRunRepository,
  type RefreshRunRow,
  type RefreshStatus,
} from './repositories/refresh-run.repository.ts';
export { type SettingRepository, settingRepository } from './repositories/setting.repository.ts';
export { type FeedWriter, publishing } from './repositories/publishing.ts';
export { type SyncDocRepository, syncDocRepository } from './repositories/sync-doc.repository.ts';
export {
  bodyHash,
  type FeedChange,
  type FeedDocument,
  type FeedEntry,
  type Placement,
  type Published,
} from './repositories/sync-publish.ts';
export type { FeedPage, FeedRow, PullRequest } from './repositories/sync-pull.ts';
export { type CsvFault, type CsvRecord, readCsvRecords } from './import/csv-records.ts';
export { importExtract, type ImportOptions } from './import/import-extract.ts';
export type { BadLine, FileReport, FileStatus, ImportEvents, ImportReport } from './import/import-report.ts';
export { appUserRepository, type NewUser, type UserRecord } from './repositories/app-user.repository.ts';
export {
  type DeviceContact,
  deviceRepository,
  type RevocationReason,
} from './repositories/device.repository.ts';
export { readFeedIdentity } from './repositories/feed-identity.repository.ts';
export { operationRepository } from './repositories/operation.repository.ts';
export { deviceKeyRepository } from './repositories/device-key.repository.ts';
export { sessionRepository, type SessionRow } from './repositories/session.repository.ts';
export { signInAttemptRepository } from './repositories/sign-in-attempt.repository.ts';
export { visitRepository } from './repositories/visit.repository.ts';
export type { DueJobs, HeldJobs, JobLock, JobState, JobStateWrite } from './repositories/job-locks.ts';
export {
  type JobFilter,
  type JobRepository,
  jobRepository,
  type JobSort,
  type JobSortKey,
} from './repositories/job.repository.ts';
export {
  type JobRunEnd,
  type JobRunRepository,
  jobRunRepository,
  type JobRunStart,
} from './repositories/job-run.repository.ts';
export {
  type MailOutcome,
  type MailPage,
  type MailRepository,
  mailRepository,
  type MailStatus,
  type NewMail,
} from './repositories/mail.repository.ts';
export type { IntegrationErrorEventRow, IntegrationErrorRow } from './schema/integration-error.table.ts';
export type { ChangeRequestRow } from './schema/change-request.table.ts';
export type { ClientCreationRow } from './schema/client-creation.table.ts';
export type { SettingChangeRow } from './schema/setting-change.table.ts';
export type { UserChanges } from './repositories/app-user.repository.ts';
export { appUserListRepository, type UserListRow } from './repositories/app-user-list.repository.ts';
export { changeRequestRepository } from './repositories/change-request.repository.ts';
export { clientCreationRepository } from './repositories/client-creation.repository.ts';
export {
  deviceListRepository,
  type DeviceListRow,
  type DeviceReport,
} from './repositories/device-list.repository.ts';
export { futureTimeRepository } from './repositories/future-time.repository.ts';
export { fleetRepository } from './repositories/fleet.repository.ts';
export { followUpRepository } from './repositories/follow-up.repository.ts';
export {
  integrationErrorRepository,
  type IntegrationErrorState,
} from './repositories/integration-error.repository.ts';
export { jobRunListRepository } from './repositories/job-run-list.repository.ts';
export { mailListRepository } from './repositories/mail-list.repository.ts';
export type { Page, PageRequest, SortRequest } from './repositories/paging.ts';
export { passwordResetRepository } from './repositories/password-reset.repository.ts';
export { settingChangeRepository } from './repositories/setting-change.repository.ts';
export { clientsWithPhone } from './repositories/client-phone.repository.ts';
export {
  type ProspectChanges,
  type ProspectRepository,
  prospectRepository,
} from './repositories/prospect.repository.ts';
export {
  type QuarantineEntry,
  type QuarantineRepository,
  quarantineRepository,
} from './repositories/quarantine.repository.ts';
export { deviceQuotaRepository } from './repositories/device-quota.repository.ts';
export { readRepHolders, type RepHolders } from './repositories/rep-holder.repository.ts';
export { userCodeRepository } from './repositories/user-code.repository.ts';
export { type UserCodeRow } from './schema/user-code.table.ts';
export { CONTACT_MS, deviceContactRepository } from './repositories/device-contact.repository.ts';
export { type UserScopeRepository, userScopeRepository } from './repositories/user-scope.repository.ts';
export { relationArchiveRepository } from './repositories/relation-archive.repository.ts';
export { retentionRepository } from './repositories/retention.repository.ts';
export { troubleRepository } from './repositories/trouble.repository.ts';
