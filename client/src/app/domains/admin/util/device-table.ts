import type { DeviceSortKey } from '@tournee/graphql';
import type { TableSpec } from './table-query.ts';

export const DEVICE_TABLE: TableSpec<DeviceSortKey> = {
  sortKeys: ['name', 'nomAffiche', 'lastSeenAt', 'version', 'documents', 'unsent', 'oldestUnsentAt'],
  sort: { key: 'lastSeenAt', direction: 'desc' },
  // `utilisateur` is a key of the user table: there is no list to choose from, it comes with a link.
  filters: { etat: ['service', 'ferme'], envois: ['oui'], utilisateur: [] },
};

/** The hub shows the newest first, and sorts by nothing else. */
export const QUARANTINE_TABLE: TableSpec<'receivedAt'> = {
  sortKeys: ['receivedAt'],
  sort: { key: 'receivedAt', direction: 'desc' },
  filters: { utilisateur: [] },
};
