import { inject, Injectable } from '@angular/core';
import type { Device, DevicePage, DeviceSortKey, QuarantinePage } from '@tournee/graphql';
import { DEVICE_FIELDS } from '../../shared/data/device-fields.ts';
import { pageVariables, ROWS_PER_PAGE, type TableQuery } from '../util/table-query.ts';
import { AdminHub } from './admin-hub.ts';

const PAGE = `query AdminDevices($filter: DeviceFilter, $sort: DeviceSort, $page: Int!, $pageSize: Int!) {
  adminDevices(filter: $filter, sort: $sort, page: $page, pageSize: $pageSize) { total rows { ${DEVICE_FIELDS} } }
}`;
const REVOKE = `mutation RevokeDevice($id: ID!) { revokeDevice(id: $id) { ${DEVICE_FIELDS} } }`;
const QUARANTINE = `query AdminQuarantine($userId: ID, $page: Int!, $pageSize: Int!) {
  adminQuarantine(userId: $userId, page: $page, pageSize: $pageSize) {
    total
    rows { id name code entityType entityId createdAt payload cites userId nomAffiche deviceName receivedAt }
  }
}`;

/** Everybody's devices, and what those that are out have handed over. Every method throws `HubError`. */
@Injectable({ providedIn: 'root' })
export class DeviceRequests {
  readonly #hub = inject(AdminHub);

  async page(query: TableQuery<DeviceSortKey>, signal: AbortSignal): Promise<DevicePage> {
    const { utilisateur, etat, envois } = query.filters;
    const filter = {
      text: query.text === '' ? null : query.text,
      userId: utilisateur ?? null,
      isRevoked: etat === undefined ? null : etat === 'ferme',
      hasUnsent: envois === undefined ? null : true,
    };
    const variables = { filter, ...pageVariables(query) };
    return (await this.#hub.ask<{ adminDevices: DevicePage }>(PAGE, variables, signal)).adminDevices;
  }

  async revoke(id: string): Promise<Device> {
    return (await this.#hub.ask<{ revokeDevice: Device }>(REVOKE, { id })).revokeDevice;
  }

  /** Newest first: the hub sorts by nothing else. */
  async quarantine({ filters, page }: TableQuery, signal: AbortSignal): Promise<QuarantinePage> {
    const variables = { userId: filters['utilisateur'] ?? null, page, pageSize: ROWS_PER_PAGE };
    const answer = await this.#hub.ask<{ adminQuarantine: QuarantinePage }>(QUARANTINE, variables, signal);
    return answer.adminQuarantine;
  }
}
