import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { OPERATION_CODES } from '@tournee/graphql';
import { count } from '../../shared/ui/french-numbers.ts';
import { momentWords } from '../../shared/ui/moment-words.ts';
import { AdminList } from '../data/admin-list.ts';
import { IntegrationErrorRequests } from '../data/integration-error-requests.ts';
import { tableAddress } from '../data/table-address.ts';
import { tableMessages } from '../ui/admin-messages.ts';
import { AdminListView } from '../ui/admin-list-view.ts';
import { AdminRow } from '../ui/admin-row.ts';
import type { AdminColumn } from '../ui/admin-table.ts';
import { integrationErrorMessages } from '../ui/integration-error-messages.ts';
import { payloadMessages } from '../ui/payload-messages.ts';
import { type TableFilter, TableFilters } from '../ui/table-filters.ts';
import { ERROR_STATES, INTEGRATION_ERROR_TABLE } from '../util/integration-error-table.ts';

const COLUMNS: readonly AdminColumn[] = [
  { label: integrationErrorMessages.lastTry, sort: 'lastTriedAt', first: 'desc' },
  { label: integrationErrorMessages.kind, sort: 'code', width: '16%' },
  { label: integrationErrorMessages.about, sort: 'entityId', width: '20%' },
  { label: integrationErrorMessages.author, sort: 'cUser', width: '14%' },
  { label: integrationErrorMessages.reason, width: '32%' },
  { label: integrationErrorMessages.tries, sort: 'tries', first: 'desc', isNumber: true },
  { label: integrationErrorMessages.state, sort: 'state' },
];
const FILTERS: readonly TableFilter[] = [
  {
    name: 'etat',
    label: integrationErrorMessages.state,
    choices: ERROR_STATES.map((value) => ({ value, label: integrationErrorMessages.states[value] })),
  },
  {
    name: 'type',
    label: integrationErrorMessages.kind,
    choices: OPERATION_CODES.map((value) => ({ value, label: payloadMessages.kindOf(value) })),
  },
];

/** « Erreurs d’intégration »: what the hub refused or could not integrate. */
@Component({
  selector: 'app-integration-errors-page',
  imports: [AdminListView, AdminRow, RouterLink, TableFilters],
  templateUrl: './integration-errors-page.html',
  styleUrl: '../ui/table-page.css',
})
export class IntegrationErrorsPage {
  private readonly requests = inject(IntegrationErrorRequests);

  protected readonly address = tableAddress(INTEGRATION_ERROR_TABLE);
  protected readonly list = new AdminList(this.address.query, (query, signal) =>
    this.requests.page(query, signal),
  );
  protected readonly messages = { ...tableMessages, ...payloadMessages, ...integrationErrorMessages };
  protected readonly columns = COLUMNS;
  protected readonly filters = FILTERS;
  protected readonly moment = momentWords;
  protected readonly count = count;
}
