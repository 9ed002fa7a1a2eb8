import { inject, Injectable } from '@angular/core';
import type {
  AdminUser,
  AdminUserFilter,
  AdminUserPage,
  AdminUserSortKey,
  Role,
  UserImportReport,
  UserInput,
} from '@tournee/graphql';
import { pageVariables, type TableQuery } from '../util/table-query.ts';
import { AdminHub } from './admin-hub.ts';

const USER = `id userWindows cUser mail nomAffiche role scopeKind cAgence cReps isActive mustChangePassword signInLockedUntil
  lastSeenAt deviceCount createdAt updatedAt`;
const PAGE = `query AdminUsers($filter: AdminUserFilter, $sort: AdminUserSort, $page: Int!, $pageSize: Int!) {
  adminUsers(filter: $filter, sort: $sort, page: $page, pageSize: $pageSize) { total rows { ${USER} } }
}`;
const ADD = `mutation AddUser($user: UserInput!) { addUser(user: $user) { ${USER} } }`;
const UPDATE = `mutation UpdateUser($id: ID!, $user: UserInput!) { updateUser(id: $id, user: $user) { ${USER} } }`;
const SET_ACTIVE = `mutation SetUserActive($id: ID!, $isActive: Boolean!) {
  setUserActive(id: $id, isActive: $isActive) { ${USER} }
}`;
const RESET = 'mutation SendPasswordReset($userId: ID!) { sendPasswordReset(userId: $userId) }';
const LIFT_LOCK = `mutation LiftSignInLock($userId: ID!) { liftSignInLock(userId: $userId) { ${USER} } }`;
const EXPORT = 'query ExportUsers { exportUsers }';
const IMPORT = `mutation ImportUsers($csv: String!, $dryRun: Boolean!) {
  importUsers(csv: $csv, dryRun: $dryRun) { added updated unchanged isDryRun faults { line column message } }
}`;

/** The « table de correspondance » at the hub. Every method throws `HubError`. */
@Injectable({ providedIn: 'root' })
export class UserRequests {
  readonly #hub = inject(AdminHub);

  async page(query: TableQuery<AdminUserSortKey>, signal: AbortSignal): Promise<AdminUserPage> {
    const variables = { filter: userFilter(query), ...pageVariables(query) };
    return (await this.#hub.ask<{ adminUsers: AdminUserPage }>(PAGE, variables, signal)).adminUsers;
  }

  async add(user: UserInput): Promise<AdminUser> {
    return (await this.#hub.ask<{ addUser: AdminUser }>(ADD, { user })).addUser;
  }

  async update(id: string, user: UserInput): Promise<AdminUser> {
    return (await this.#hub.ask<{ updateUser: AdminUser }>(UPDATE, { id, user })).updateUser;
  }

  async setActive(id: string, isActive: boolean): Promise<AdminUser> {
    return (await this.#hub.ask<{ setUserActive: AdminUser }>(SET_ACTIVE, { id, isActive })).setUserActive;
  }

  async sendPasswordReset(userId: string): Promise<void> {
    await this.#hub.ask(RESET, { userId });
  }

  async liftSignInLock(userId: string): Promise<void> {
    await this.#hub.ask(LIFT_LOCK, { userId });
  }

  /** The whole table as CSV text, with its byte order mark. */
  async export(): Promise<string> {
    return (await this.#hub.ask<{ exportUsers: string }>(EXPORT)).exportUsers;
  }

  async import(csv: string, dryRun: boolean): Promise<UserImportReport> {
    const answer = await this.#hub.ask<{ importUsers: UserImportReport }>(IMPORT, { csv, dryRun });
    return answer.importUsers;
  }
}

function userFilter({ text, filters }: TableQuery): AdminUserFilter {
  const { role, etat } = filters;
  return {
    text: text === '' ? null : text,
    role: (role as Role | undefined) ?? null,
    isActive: etat === undefined ? null : etat === 'actif',
  };
}
