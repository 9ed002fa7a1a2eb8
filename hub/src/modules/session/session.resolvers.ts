import type { Resolvers, Session, User } from '@tournee/graphql';
import { cookieOf, type HubContext, type RefreshCookie, requireViewer, type Viewer } from '../../context.ts';
import { unauthenticated } from '../../errors.ts';
import type { OpenSession, SessionService } from './session.service.ts';

export function sessionResolvers(sessions: SessionService): Resolvers<HubContext> {
  return {
    Query: {
      me: async (_parent, _args, context) => toUser(await requireViewer(context)),
    },
    Mutation: {
      signIn: async (_parent, args, context) => {
        const cookie = cookieOf(context);
        const { address, proof } = context;
        return toSession(await sessions.signIn({ ...args, address, proof }), cookie);
      },
      refreshSession: async (_parent, { refreshToken }, context) => {
        const cookie = cookieOf(context);
        const token = refreshToken ?? cookie?.read();
        if (token == null) throw unauthenticated();
        return toSession(await sessions.refresh(token, context.proof), cookie);
      },
      signOut: async (_parent, _args, context) => {
        // Also when the access token has ended: whoever signs out leaves nothing in the browser.
        cookieOf(context)?.clear();
        await sessions.signOut((await context.session()).deviceId);
        return true;
      },
      changePassword: async (_parent, args, context) => {
        const cookie = cookieOf(context);
        const { userId, deviceId } = await context.session();
        return toSession(await sessions.changePassword({ ...args, userId, deviceId }), cookie);
      },
    },
  };
}

type UserFields = Omit<Viewer, 'deviceId' | 'scopes' | 'tokenExpiresAt' | 'role'> & { role: string };

function toUser(viewer: UserFields): User {
  const { userWindows, cUser, mail, nomAffiche, cReps, mustChangePassword } = viewer;
  return {
    id: String(viewer.userId),
    userWindows,
    cUser,
    mail,
    nomAffiche,
    role: viewer.role as User['role'],
    cReps: [...cReps],
    mustChangePassword,
  };
}

/** A browser that asked for the cookie finds its refresh token there, and nowhere else. */
function toSession({ user, expiresAt, ...rest }: OpenSession, cookie: RefreshCookie | null): Session {
  const session = { ...rest, expiresAt: expiresAt.toISOString(), user: toUser({ ...user, userId: user.id }) };
  if (cookie === null) return session;
  cookie.keep(session.refreshToken);
  return { ...session, refreshToken: '' };
}
