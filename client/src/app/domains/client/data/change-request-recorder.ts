import { inject, Injectable } from '@angular/core';
import {
  changeRequestPayload,
  checkChangeRequest,
  type OperationReason,
  type ProspectChange,
  refusal,
} from '@tournee/graphql';
import { OperationStore } from '../../shared/data/operation-store.ts';
import { CLIENT_MESSAGES } from './client-data-messages.ts';

/** Asks the accountant to change a client's card: « demande de modification ». */
@Injectable({ providedIn: 'root' })
export class ChangeRequestRecorder {
  readonly #operations = inject(OperationStore);

  /** Resolves with null once the request is on disk, else with why it is not kept. */
  async record(clientId: string, payload: ProspectChange): Promise<OperationReason | null> {
    const parsed = changeRequestPayload.safeParse(payload);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const message = issue?.code === 'custom' ? issue.message : CLIENT_MESSAGES.changeInvalid;
      return refusal('PAYLOAD_INVALID', message, (issue?.path ?? []).map(String).join('.'));
    }
    const reason = checkChangeRequest(parsed.data.changes);
    if (reason !== null) return reason;
    const subject = { code: 'MC', entityType: 'client', entityId: clientId } as const;
    if (await this.#operations.record(subject, parsed.data)) return null;
    return refusal('BASE_NOT_OPEN', CLIENT_MESSAGES.baseNotOpen);
  }
}
