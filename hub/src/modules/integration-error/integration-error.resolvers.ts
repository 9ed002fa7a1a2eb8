import type { Resolvers } from '@tournee/graphql';
import { type HubContext, requireViewer } from '../../context.ts';
import type { IntegrationErrorService } from './integration-error.service.ts';

export function integrationErrorResolvers(errors: IntegrationErrorService): Resolvers<HubContext> {
  return {
    Query: {
      adminIntegrationErrors: async (_parent, { filter, sort, page, pageSize }, context) =>
        errors.page(await requireViewer(context), { filter, sort, page, pageSize }),
      adminIntegrationError: async (_parent, { id }, context) =>
        errors.find(await requireViewer(context), id),
    },
    Mutation: {
      replayOperation: async (_parent, { id, payload }, context) =>
        errors.replay(await requireViewer(context), id, payload),
      closeIntegrationError: async (_parent, { id, note }, context) =>
        errors.close(await requireViewer(context), id, note),
      reopenIntegrationError: async (_parent, { id }, context) =>
        errors.reopen(await requireViewer(context), id),
    },
  };
}
