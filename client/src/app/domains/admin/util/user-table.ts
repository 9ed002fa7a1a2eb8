import type { AdminUserSortKey, Role } from '@tournee/graphql';
import type { TableSpec } from './table-query.ts';

export const ROLES = ['commercial', 'admin', 'comptable'] as const satisfies readonly Role[];

export const USER_TABLE: TableSpec<AdminUserSortKey> = {
  sortKeys: ['userWindows', 'nomAffiche', 'cUser', 'mail', 'role', 'cAgence', 'isActive', 'updatedAt'],
  sort: { key: 'nomAffiche', direction: 'asc' },
  filters: { role: ROLES, etat: ['actif', 'inactif'] },
};
