import type { OutboxMailSortKey, OutboxMailStatus } from '@tournee/graphql';
import type { TableSpec } from './table-query.ts';

export const MAIL_STATUSES = [
  'queued',
  'sending',
  'sent',
  'failed',
  'uncertain',
] as const satisfies readonly OutboxMailStatus[];

export const MAIL_TABLE: TableSpec<OutboxMailSortKey> = {
  sortKeys: ['createdAt', 'sentAt', 'status', 'recipient', 'subject', 'kind'],
  sort: { key: 'createdAt', direction: 'desc' },
  filters: { etat: MAIL_STATUSES, type: [] },
};
