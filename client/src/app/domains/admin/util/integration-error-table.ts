import type { IntegrationErrorSortKey, IntegrationErrorState } from '@tournee/graphql';
import { OPERATION_CODES } from '@tournee/graphql';
import type { TableSpec } from './table-query.ts';

export const ERROR_STATES = [
  'open',
  'resolved',
  'closed',
] as const satisfies readonly IntegrationErrorState[];

export const INTEGRATION_ERROR_TABLE: TableSpec<IntegrationErrorSortKey> = {
  sortKeys: ['lastTriedAt', 'firstTriedAt', 'createdAt', 'code', 'cUser', 'entityId', 'tries', 'state'],
  sort: { key: 'lastTriedAt', direction: 'desc' },
  filters: { etat: ERROR_STATES, type: OPERATION_CODES },
};
