import { inject, Injectable } from '@angular/core';
import type { OutboxMail, OutboxMailPage, OutboxMailSortKey, OutboxMailStatus } from '@tournee/graphql';
import { pageVariables, type TableQuery } from '../util/table-query.ts';
import { AdminHub } from './admin-hub.ts';

const ROW =
  'id kind cause recipient senderName senderAddress subject status tries lastError createdAt sentAt';
const WHOLE = `${ROW} recipients text html nextTryAt response`;
const PAGE = `query AdminMails($filter: OutboxMailFilter, $sort: OutboxMailSort, $page: Int!, $pageSize: Int!) {
  adminMails(filter: $filter, sort: $sort, page: $page, pageSize: $pageSize) { total rows { ${ROW} } }
}`;
const FIND = `query AdminMail($id: ID!) { adminMail(id: $id) { ${WHOLE} } }`;
const RETRY = `mutation RetryMail($id: ID!) { retryMail(id: $id) { ${WHOLE} } }`;

/** What a row of the list shows; the body is read with the mail that is opened. */
export type MailRow = Omit<OutboxMail, 'recipients' | 'text' | 'html' | 'nextTryAt' | 'response'>;
type RowPage = Omit<OutboxMailPage, 'rows'> & { rows: MailRow[] };

/** The outbox of the hub. Every method throws `HubError`. */
@Injectable({ providedIn: 'root' })
export class MailRequests {
  readonly #hub = inject(AdminHub);

  async page(query: TableQuery<OutboxMailSortKey>, signal: AbortSignal): Promise<RowPage> {
    const filter = {
      text: query.text === '' ? null : query.text,
      status: (query.filters['etat'] as OutboxMailStatus | undefined) ?? null,
      kind: query.filters['type'] ?? null,
    };
    const variables = { filter, ...pageVariables(query) };
    return (await this.#hub.ask<{ adminMails: RowPage }>(PAGE, variables, signal)).adminMails;
  }

  async find(id: string): Promise<OutboxMail | null> {
    return (await this.#hub.ask<{ adminMail: OutboxMail | null }>(FIND, { id })).adminMail;
  }

  async retry(id: string): Promise<OutboxMail> {
    return (await this.#hub.ask<{ retryMail: OutboxMail }>(RETRY, { id })).retryMail;
  }
}
