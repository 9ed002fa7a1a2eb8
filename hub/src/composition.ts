import { type Database, scopesOfUser } from '@tournee/db';
import { type Automate, type AutomateOptions, createAutomate } from './automate.ts';
import type { Clock } from './clock.ts';
import type { Viewer } from './context.ts';
import { unauthenticated } from './errors.ts';
import { createHubSchema } from './graphql/schema.ts';
import { createHubYoga, type HubYoga, type YogaDependencies } from './graphql/yoga.ts';
import type { Log } from './logger.ts';
import { quarantineResolvers } from './modules/quarantine/quarantine.resolvers.ts';
import { QuarantineService } from './modules/quarantine/quarantine.service.ts';
import { type AccessTokens, createAccessTokens } from './modules/session/access-token.ts';
import { refreshTokenHash } from './modules/session/refresh-token.ts';
import { sessionResolvers } from './modules/session/session.resolvers.ts';
import { type AuthenticatedUser, SessionService } from './modules/session/session.service.ts';
import { createSignInLimits } from './modules/session/sign-in-limits.ts';
import { createOperationHandlers } from './operation-handlers.ts';
import { baseStateResolvers } from './sync/base-state.resolvers.ts';
import { Bell } from './sync/bell.ts';
import { bellResolvers } from './sync/bell.resolvers.ts';
import { useFastPull } from './sync/pull-fast-path.ts';
import { refuseKept } from './sync/kept-operation.ts';
import { pullResolvers } from './sync/pull.resolvers.ts';
import { createPullService } from './sync/pull.service.ts';
import { pushResolvers } from './sync/push.resolvers.ts';
import { PushService } from './sync/push.service.ts';

export interface CompositionOptions {
  database: Database;
  clock: Clock;
  log: Log;
  secret: string;
  isProduction: boolean;
  smtpUrl: string | null;
  dataFolder: string;
  localUrl: () => string;
  pruneLogs: (before: Date) => Promise<number>;
  jobs?: AutomateOptions['jobs'];
  trustedProxies?: readonly string[] | undefined;
  bell?: { intervalMs?: number; renewMs?: number } | undefined;
}

/** Puts the hub together: the one place where a domain is handed what it needs of another. */
export function composeHub(options: CompositionOptions): { yoga: HubYoga; bell: Bell; automate: Automate } {
  const { database, clock, log, secret } = options;
  const limits = createSignInLimits(database, clock);
  const tokens = createAccessTokens(secret, clock);
  const sessions = new SessionService({ database, clock, limits, tokens, log, secret });
  const pulls = createPullService(database, clock);
  const bell = new Bell({
    database,
    clock,
    log,
    renew: (viewer) => renewViewer(sessions, viewer),
    ...options.bell,
  });
  const automate = createAutomate(options);
  const pushes = new PushService({
    database,
    clock,
    log,
    handlers: createOperationHandlers(clock, { outbox: automate.mail.outbox, publicUrl: automate.publicUrl }),
    onCommit: () => {
      bell.nudge();
      automate.afterIntegration();
    },
    observer: automate.observer,
  });
  const schema = createHubSchema([
    sessionResolvers(sessions),
    pullResolvers(pulls),
    pushResolvers(pushes),
    baseStateResolvers(database, clock),
    bellResolvers(bell),
    ...automate.resolvers({
      replay: (author, operation, by) => pushes.replay(author, operation, by),
      refuseKept,
      nudge: () => bell.nudge(),
    }),
    quarantineResolvers(new QuarantineService({ database, clock, hashToken: refreshTokenHash })),
  ]);
  return {
    yoga: createHubYoga({ ...options, ...bearers(sessions, tokens), schema, plugins: [useFastPull(pulls)] }),
    bell,
    automate,
  };
}

/** Who bears an `Authorization` header: the person, by the database; the device, by the token alone. */
function bearers(
  sessions: SessionService,
  tokens: AccessTokens,
): Pick<YogaDependencies, 'authenticate' | 'deviceOf'> {
  return {
    async authenticate(authorization) {
      const token = bearerToken(authorization);
      if (token === null) throw unauthenticated();
      return toViewer(await sessions.authenticate(token));
    },
    async deviceOf(authorization) {
      const token = bearerToken(authorization);
      return token === null ? null : ((await tokens.verify(token))?.deviceId ?? null);
    },
  };
}

function bearerToken(authorization: string | null): string | null {
  return /^Bearer ([\w.-]+)$/i.exec(authorization ?? '')?.[1] ?? null;
}

async function renewViewer(sessions: SessionService, viewer: Viewer): Promise<Viewer | null> {
  const user = await sessions.findActive(viewer.userId, viewer.deviceId);
  if (!user || user.mustChangePassword) return null;
  return toViewer({ user, deviceId: viewer.deviceId, tokenExpiresAt: viewer.tokenExpiresAt });
}

function toViewer({ user, deviceId, tokenExpiresAt }: AuthenticatedUser): Viewer {
  const { id, userWindows, cUser, mail, nomAffiche, cReps, mustChangePassword } = user;
  return {
    userId: id,
    deviceId,
    userWindows,
    cUser,
    mail,
    nomAffiche,
    role: user.role as Viewer['role'],
    cReps,
    scopes: scopesOfUser(user),
    mustChangePassword,
    tokenExpiresAt,
  };
}
