import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { momentWords } from '../../shared/ui/moment-words.ts';
import { AdminList } from '../data/admin-list.ts';
import { MailRequests } from '../data/mail-requests.ts';
import { tableAddress } from '../data/table-address.ts';
import { tableMessages } from '../ui/admin-messages.ts';
import { AdminListView } from '../ui/admin-list-view.ts';
import { AdminRow } from '../ui/admin-row.ts';
import type { AdminColumn } from '../ui/admin-table.ts';
import { mailMessages } from '../ui/mail-messages.ts';
import { type TableFilter, TableFilters } from '../ui/table-filters.ts';
import { MAIL_STATUSES, MAIL_TABLE } from '../util/mail-table.ts';

const COLUMNS: readonly AdminColumn[] = [
  { label: mailMessages.created, sort: 'createdAt', first: 'desc' },
  { label: mailMessages.subject, sort: 'subject', width: '34%' },
  { label: mailMessages.recipient, sort: 'recipient', width: '22%' },
  { label: mailMessages.sender, width: '16%' },
  { label: mailMessages.kind, sort: 'kind' },
  { label: mailMessages.sentAt, sort: 'sentAt', first: 'desc' },
  { label: mailMessages.status, sort: 'status' },
];
const FILTERS: readonly TableFilter[] = [
  {
    name: 'etat',
    label: mailMessages.status,
    choices: MAIL_STATUSES.map((value) => ({ value, label: mailMessages.statuses[value] })),
  },
  {
    name: 'type',
    label: mailMessages.kind,
    choices: Object.entries(mailMessages.kinds).map(([value, label]) => ({ value, label })),
  },
];

/** « Mails »: the outbox. */
@Component({
  selector: 'app-mails-page',
  imports: [AdminListView, AdminRow, RouterLink, TableFilters],
  templateUrl: './mails-page.html',
  styleUrl: '../ui/table-page.css',
})
export class MailsPage {
  private readonly requests = inject(MailRequests);

  protected readonly address = tableAddress(MAIL_TABLE);
  protected readonly list = new AdminList(this.address.query, (query, signal) =>
    this.requests.page(query, signal),
  );
  protected readonly messages = { ...tableMessages, ...mailMessages };
  protected readonly columns = COLUMNS;
  protected readonly filters = FILTERS;
  protected readonly moment = momentWords;
}
