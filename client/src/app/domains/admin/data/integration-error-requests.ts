import { inject, Injectable } from '@angular/core';
import type {
  IntegrationError,
  IntegrationErrorPage,
  IntegrationErrorSortKey,
  IntegrationErrorState,
} from '@tournee/graphql';
import { pageVariables, type TableQuery } from '../util/table-query.ts';
import { AdminHub } from './admin-hub.ts';

const ROW = `id code entityType entityId entityLabel cUser auteur state tries createdAt firstTriedAt lastTriedAt
  reason { code message field }`;
const WHOLE = `${ROW} payload history { id at kind by code message payload }`;
const PAGE = `query AdminIntegrationErrors(
  $filter: IntegrationErrorFilter, $sort: IntegrationErrorSort, $page: Int!, $pageSize: Int!
) {
  adminIntegrationErrors(filter: $filter, sort: $sort, page: $page, pageSize: $pageSize) { total rows { ${ROW} } }
}`;
const FIND = `query AdminIntegrationError($id: ID!) { adminIntegrationError(id: $id) { ${WHOLE} } }`;
const REPLAY = `mutation ReplayOperation($id: ID!, $payload: JSON) {
  replayOperation(id: $id, payload: $payload) { ${WHOLE} }
}`;
const CLOSE = `mutation CloseIntegrationError($id: ID!, $note: String!) {
  closeIntegrationError(id: $id, note: $note) { ${WHOLE} }
}`;
const REOPEN = `mutation ReopenIntegrationError($id: ID!) { reopenIntegrationError(id: $id) { ${WHOLE} } }`;

/** What a row of the list shows; payload and history are read with the one that is opened. */
export type IntegrationErrorRow = Omit<IntegrationError, 'payload' | 'history'>;
type RowPage = Omit<IntegrationErrorPage, 'rows'> & { rows: IntegrationErrorRow[] };

/** Refused and failed operations at the hub. Every method throws `HubError`. */
@Injectable({ providedIn: 'root' })
export class IntegrationErrorRequests {
  readonly #hub = inject(AdminHub);

  async page(query: TableQuery<IntegrationErrorSortKey>, signal: AbortSignal): Promise<RowPage> {
    const filter = {
      text: query.text === '' ? null : query.text,
      state: (query.filters['etat'] as IntegrationErrorState | undefined) ?? null,
      code: query.filters['type'] ?? null,
    };
    const variables = { filter, ...pageVariables(query) };
    const answer = await this.#hub.ask<{ adminIntegrationErrors: RowPage }>(PAGE, variables, signal);
    return answer.adminIntegrationErrors;
  }

  async find(id: string): Promise<IntegrationError | null> {
    const answer = await this.#hub.ask<{ adminIntegrationError: IntegrationError | null }>(FIND, { id });
    return answer.adminIntegrationError;
  }

  /** @param payload the corrected one; null: as it was last tried */
  async replay(id: string, payload: unknown): Promise<IntegrationError> {
    const answer = await this.#hub.ask<{ replayOperation: IntegrationError }>(REPLAY, { id, payload });
    return answer.replayOperation;
  }

  async close(id: string, note: string): Promise<IntegrationError> {
    const answer = await this.#hub.ask<{ closeIntegrationError: IntegrationError }>(CLOSE, { id, note });
    return answer.closeIntegrationError;
  }

  async reopen(id: string): Promise<IntegrationError> {
    const answer = await this.#hub.ask<{ reopenIntegrationError: IntegrationError }>(REOPEN, { id });
    return answer.reopenIntegrationError;
  }
}
