import { inject, Injectable } from '@angular/core';
import { HubClient } from '../../shared/data/hub/hub-client.ts';
import { SessionStore } from '../../shared/data/session-store.ts';

/** A table or a form that says nothing for longer than this is taken for broken. */
const TIMEOUT_MS = 30_000;

/** What the admin area asks of the hub: nothing of it is kept on the device, so that it needs the network. */
@Injectable({ providedIn: 'root' })
export class AdminHub {
  readonly #client = new HubClient(inject(SessionStore));

  /**
   * The data of a query or mutation; `Data` is its selection as it is written.
   * @throws HubError
   */
  async ask<Data extends object>(query: string, variables: object = {}, signal?: AbortSignal): Promise<Data> {
    const signals = [AbortSignal.timeout(TIMEOUT_MS), ...(signal ? [signal] : [])];
    return (await this.#client.request(query, variables, AbortSignal.any(signals))) as Data;
  }
}
