import { inject, Injectable } from '@angular/core';
import { checkFollowUp, type OperationReason, parisDay, refusal } from '@tournee/graphql';
import { CLOCK } from '../../shared/data/clock-store.ts';
import { OperationStore } from '../../shared/data/operation-store.ts';
import { CLIENT_MESSAGES } from './client-data-messages.ts';

/** Keeps when a client is to be seen again: « date de revoir ». */
@Injectable({ providedIn: 'root' })
export class FollowUpRecorder {
  readonly #operations = inject(OperationStore);
  readonly #clock = inject(CLOCK);

  /**
   * Keeps a day (`yyyy-mm-dd`), or that there is none any more, on this device; it goes to the hub by itself.
   * Resolves with null once it is on disk, else with why it is not kept.
   */
  async record(clientId: string, date: string | null): Promise<OperationReason | null> {
    const reason = checkFollowUp({ date }, parisDay(this.#clock()));
    if (reason !== null) return reason;
    const subject = { code: 'DR', entityType: 'client', entityId: clientId } as const;
    if (await this.#operations.record(subject, { date })) return null;
    return refusal('BASE_NOT_OPEN', CLIENT_MESSAGES.baseNotOpen);
  }
}
