import { and, eq, type SQL } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { mail, type MailRow } from '../schema/mail.table.ts';
import { containsText, countRows, orderOf, type Page, type PageRequest, type SortRequest } from './paging.ts';

const SORT_COLUMNS = {
  id: mail.id,
  createdAt: mail.createdAt,
  sentAt: mail.sentAt,
  status: mail.status,
  recipient: mail.recipient,
  subject: mail.subject,
  kind: mail.kind,
};

export interface MailListRequest extends PageRequest {
  readonly text?: string | null | undefined;
  readonly status?: string | null | undefined;
  readonly kind?: string | null | undefined;
  readonly sort: SortRequest<keyof typeof SORT_COLUMNS>;
}

/** The outbox as administrators browse it. */
export function mailListRepository(q: Queryable) {
  return {
    async page(request: MailListRequest): Promise<Page<MailRow>> {
      const isWanted = conditionOf(request);
      const rows = await q
        .select()
        .from(mail)
        .where(isWanted)
        .orderBy(...orderOf(SORT_COLUMNS, request.sort, mail.id))
        .offset(request.offset)
        .fetch(request.limit);
      return { rows, total: await countRows(q, mail, isWanted) };
    },
  };
}

function conditionOf({ text, status, kind }: MailListRequest): SQL | undefined {
  return and(
    containsText([mail.subject, mail.recipient, mail.senderName, mail.senderAddress, mail.cause], text),
    status ? eq(mail.status, status) : undefined,
    kind ? eq(mail.kind, kind) : undefined,
  );
}
