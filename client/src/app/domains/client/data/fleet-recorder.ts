import { inject, Injectable } from '@angular/core';
import { checkFleet, type FleetPayload, fleetPayload, type OperationReason, refusal } from '@tournee/graphql';
import { OperationStore } from '../../shared/data/operation-store.ts';
import { SettingStore } from '../../shared/data/setting-store.ts';
import { CLIENT_MESSAGES } from './client-data-messages.ts';

/** Keeps how many vehicles of which type a client has: « type de parc ». */
@Injectable({ providedIn: 'root' })
export class FleetRecorder {
  readonly #operations = inject(OperationStore);
  readonly types = inject(SettingStore).fleetTypes;

  /** Resolves with null once the fleet is on disk, else with why it is not kept. */
  async record(clientId: string, payload: FleetPayload): Promise<OperationReason | null> {
    const parsed = fleetPayload.safeParse(payload);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return refusal('PAYLOAD_INVALID', issue?.message ?? '', (issue?.path ?? []).join('.'));
    }
    const reason = checkFleet(parsed.data, this.types());
    if (reason !== null) return reason;
    const subject = { code: 'PA', entityType: 'client', entityId: clientId } as const;
    if (await this.#operations.record(subject, parsed.data)) return null;
    return refusal('BASE_NOT_OPEN', CLIENT_MESSAGES.baseNotOpen);
  }
}
