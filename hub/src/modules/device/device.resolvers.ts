import type { Resolvers } from '@tournee/graphql';
import { type HubContext, requireViewer } from '../../context.ts';
import type { DeviceService } from './device.service.ts';

export function deviceResolvers(devices: DeviceService): Resolvers<HubContext> {
  return {
    Query: {
      myDevices: async (_parent, _args, context) => devices.mine(await requireViewer(context)),
      adminDevices: async (_parent, { filter, sort, page, pageSize }, context) =>
        devices.page(await requireViewer(context), { filter, sort, page, pageSize }),
    },
    Mutation: {
      reportDevice: async (_parent, { report }, context) => {
        await devices.report(await requireViewer(context), report);
        return true;
      },
      revokeDevice: async (_parent, { id }, context) => devices.revoke(await requireViewer(context), id),
    },
  };
}
