import { inject, Injectable, signal } from '@angular/core';
import type { Device } from '@tournee/graphql';
import { DEVICE_FIELDS } from '../../shared/data/device-fields.ts';
import { HubClient } from '../../shared/data/hub/hub-client.ts';
import { HubError } from '../../shared/data/hub/hub-error.ts';
import { refusalOfError } from '../../shared/data/session/refusal.ts';
import { SessionStore } from '../../shared/data/session-store.ts';

const MINE = `query MyDevices { myDevices { ${DEVICE_FIELDS} } }`;
const REVOKE = `mutation RevokeDevice($id: ID!) { revokeDevice(id: $id) { ${DEVICE_FIELDS} } }`;

/** The devices of the signed-in person. They are read from the hub each time, and not kept. */
@Injectable()
export class MyDeviceStore {
  readonly #hub = new HubClient(inject(SessionStore));
  readonly #devices = signal<readonly Device[] | null>(null);
  readonly #problem = signal<string | null>(null);
  readonly #isLoading = signal(false);

  /** Newest contact first; null until they are read. */
  readonly devices = this.#devices.asReadonly();
  /** French sentence: why they could not be read. */
  readonly problem = this.#problem.asReadonly();
  readonly isLoading = this.#isLoading.asReadonly();

  constructor() {
    void this.load();
  }

  async load(): Promise<void> {
    this.#isLoading.set(true);
    try {
      this.#devices.set((await this.#hub.request(MINE, {}))['myDevices'] as Device[]);
      this.#problem.set(null);
    } catch (error) {
      this.#problem.set(wordsOf(error));
    } finally {
      this.#isLoading.set(false);
    }
  }

  /** The own device is out at once: asking again makes the hub say so. @returns why not, or null */
  async revoke(id: string): Promise<string | null> {
    try {
      const revoked = (await this.#hub.request(REVOKE, { id }))['revokeDevice'] as Device;
      this.#devices.update((devices) =>
        (devices ?? []).map((device) => (device.id === id ? revoked : device)),
      );
      if (revoked.isCurrent) await this.load();
      return null;
    } catch (error) {
      return wordsOf(error);
    }
  }
}

function wordsOf(error: unknown): string {
  const { message } = refusalOfError(error);
  const isHubs = error instanceof HubError && ['BAD_INPUT', 'FORBIDDEN'].includes(error.code);
  return isHubs ? error.message : message;
}
