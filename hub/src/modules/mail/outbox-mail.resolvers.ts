import type { Resolvers } from '@tournee/graphql';
import { type HubContext, requireViewer } from '../../context.ts';
import type { OutboxMailService } from './outbox-mail.service.ts';

export function outboxMailResolvers(mails: OutboxMailService): Resolvers<HubContext> {
  return {
    Query: {
      adminMails: async (_parent, { filter, sort, page, pageSize }, context) =>
        mails.page(await requireViewer(context), { filter, sort, page, pageSize }),
      adminMail: async (_parent, { id }, context) => mails.find(await requireViewer(context), id),
    },
    Mutation: {
      retryMail: async (_parent, { id }, context) => mails.retry(await requireViewer(context), id),
    },
  };
}
