import type { Resolvers } from '@tournee/graphql';
import { type HubContext, requireViewer } from '../../context.ts';
import type { SettingService } from './setting.service.ts';

export function settingResolvers(settings: SettingService): Resolvers<HubContext> {
  return {
    Query: {
      adminSettings: async (_parent, _args, context) => settings.list(await requireViewer(context)),
      adminSettingChanges: async (_parent, { name, page, pageSize }, context) =>
        settings.changes(await requireViewer(context), { name, page, pageSize }),
      checkSetting: async (_parent, { name, value }, context) =>
        settings.check(await requireViewer(context), name, value ?? null),
    },
    Mutation: {
      updateSettings: async (_parent, { changes }, context) =>
        settings.update(await requireViewer(context), changes),
    },
  };
}
