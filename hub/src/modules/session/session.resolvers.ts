import type { Resolvers, Session, User } from '@tournee/graphql';
import { type HubContext, requireViewer, type Viewer } from '../../context.ts';
import type { OpenSession, SessionService } from './session.service.ts';

export function sessionResolvers(sessions: SessionService): Resolvers<HubContext> {
  return {
    Query: {
      me: async (_parent, _args, context) => toUser(await requireViewer(context)),
    },
    Mutation: {
      signIn: async (_parent, args, { address, proof }) =>
        toSession(await sessions.signIn({ ...args, address, proof })),
      refreshSession: async (_parent, { refreshToken }, { proof }) =>
        toSession(await sessions.refresh(refreshToken, proof)),
      signOut: async (_parent, _args, context) => {
        await sessions.signOut((await context.session()).deviceId);
        return true;
      },
      changePassword: async (_parent, args, context) => {
        const { userId, deviceId } = await context.session();
        return toSession(
          await sessions.changePassword({ ...args, userId, deviceId, address: context.address }),
        );
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

function toSession({ user, expiresAt, ...rest }: OpenSession): Session {
  return { ...rest, expiresAt: expiresAt.toISOString(), user: toUser({ ...user, userId: user.id }) };
}
