import type { Resolvers } from '@tournee/graphql';
import { type HubContext, requireViewer } from '../../context.ts';
import type { PasswordResetService } from './password-reset.service.ts';
import type { UserAdminService } from './user-admin.service.ts';
import type { UserImportService } from './user-import.service.ts';

export interface UserServices {
  readonly users: UserAdminService;
  readonly imports: UserImportService;
  readonly resets: PasswordResetService;
}

export function userResolvers({ users, imports, resets }: UserServices): Resolvers<HubContext> {
  return {
    Query: {
      adminUsers: async (_parent, { filter, sort, page, pageSize }, context) =>
        users.page(await requireViewer(context), { filter, sort, page, pageSize }),
      adminUser: async (_parent, { id }, context) => users.find(await requireViewer(context), id),
      exportUsers: async (_parent, _args, context) => imports.export(await requireViewer(context)),
    },
    Mutation: {
      addUser: async (_parent, { user }, context) => users.add(await requireViewer(context), user),
      updateUser: async (_parent, { id, user }, context) =>
        users.update(await requireViewer(context), id, user),
      setUserActive: async (_parent, { id, isActive }, context) =>
        users.setActive(await requireViewer(context), id, isActive),
      liftSignInLock: async (_parent, { userId }, context) =>
        users.liftSignInLock(await requireViewer(context), userId),
      sendPasswordReset: async (_parent, { userId }, context) => {
        await users.sendReset(await requireViewer(context), userId);
        return true;
      },
      importUsers: async (_parent, { csv, dryRun }, context) =>
        imports.import(await requireViewer(context), csv, dryRun),
      // Without a session: the token of the link is what he shows instead.
      resetPassword: async (_parent, { token, newPassword }) => {
        await resets.reset(token, newPassword);
        return true;
      },
    },
  };
}
