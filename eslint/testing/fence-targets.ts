import { DOMAINS } from './fence.ts';

/** The files that the plants import, but for the package entries. */
export const TARGETS = `
  graphql/src/rules/phone.ts
  db/src/repositories/client.repository.ts
  db/src/engines/database.ts
  hub/src/main.ts
  hub/src/errors.ts
  hub/src/clock.ts
  hub/src/context.ts
  hub/src/logger.ts
  hub/src/start-hub.ts
  hub/src/start-listening.ts
  hub/src/cluster/hub-pool.ts
  hub/src/operation-handler.ts
  hub/src/modules/visit/visit.service.ts
  hub/src/modules/visit/visit.resolvers.ts
  hub/src/modules/client/client.service.ts
  hub/src/sync/pull.ts
  hub/src/graphql/schema.ts
  hub/src/http/static-path.ts
  hub/src/jobs/refresh.job.ts
  hub/src/mail/outbox.ts
  hub/src/cli/user.ts
  hub/src/testing/start-hub.ts
  client/src/app/app.routes.ts
  client/src/app/shell/rail.ts
  client/src/app/local-db/local-base.ts
  client/src/app/local-db/testing/documents.ts
  ${DOMAINS}/client/ui/phone-link.ts
  ${DOMAINS}/client/data/client-store.ts
  ${DOMAINS}/client/util/initials.ts
  ${DOMAINS}/client/feature-clients/clients-page.ts
  ${DOMAINS}/client/feature-visit/visit-dialog.ts
  ${DOMAINS}/shared/ui/pill.ts
  ${DOMAINS}/shared/data/sync-store.ts
  ${DOMAINS}/shared/util/words.ts
  ${DOMAINS}/prospect/ui/prospect-card.ts
  ${DOMAINS}/prospect/data/prospect-store.ts
  ${DOMAINS}/prospect/feature-prospects/prospects-page.ts
  client/ipc/contract.ts
  client/electron/main.ts
  e2e/browser/page.ts
`
  .trim()
  .split(/\s+/);
