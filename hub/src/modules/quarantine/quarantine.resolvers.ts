import type { QuarantineEntry } from '@tournee/db';
import type { QuarantinedOperation, Resolvers } from '@tournee/graphql';
import { cookieOf, type HubContext, requireViewer } from '../../context.ts';
import { unauthenticated } from '../../errors.ts';
import type { QuarantineService } from './quarantine.service.ts';

export function quarantineResolvers(quarantine: QuarantineService): Resolvers<HubContext> {
  return {
    Query: {
      adminQuarantine: async (_parent, { userId, page, pageSize }, context) => {
        const viewer = await requireViewer(context);
        const { rows, total } = await quarantine.page(viewer, { userId: userId ?? null, page, pageSize });
        return { rows: rows.map(toQuarantined), total };
      },
    },
    Mutation: {
      quarantineOperations: async (_parent, { refreshToken, rows }, context) => {
        const token = refreshToken ?? cookieOf(context)?.read();
        if (token == null) throw unauthenticated();
        return { kept: await quarantine.accept(token, rows) };
      },
    },
  };
}

function toQuarantined(entry: QuarantineEntry): QuarantinedOperation {
  const {
    id,
    name,
    code,
    entityType,
    entityId,
    createdAt,
    payload,
    cites,
    userId,
    nomAffiche,
    deviceName,
    receivedAt,
  } = entry;
  return {
    id: String(id),
    name,
    code,
    entityType,
    entityId,
    createdAt: createdAt.toISOString(),
    payload: JSON.parse(payload) as unknown,
    cites,
    userId: String(userId),
    nomAffiche,
    deviceName,
    receivedAt: receivedAt.toISOString(),
  };
}
