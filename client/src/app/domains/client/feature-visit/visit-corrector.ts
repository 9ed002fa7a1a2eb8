import { inject, Injectable } from '@angular/core';
import { type Operation, refusal, type VisitPayload } from '@tournee/graphql';
import type { OperationCorrector } from '../../shared/data/operation-forms.ts';
import { visitMessages } from '../ui/client-messages.ts';
import { VisitDialogOpener } from './visit-dialog-opener.ts';

/** Opens a refused visit, to a client or a prospect, in the form it was noted in. */
@Injectable({ providedIn: 'root' })
export class VisitCorrector implements OperationCorrector {
  private readonly opener = inject(VisitDialogOpener);

  async correct({ id, entityType, entityId, payload, reason }: Operation, name: string): Promise<void> {
    await this.opener.open({
      subject: { entityType: entityType === 'prospect' ? 'prospect' : 'client', entityId, corrects: id },
      name,
      facts: entityType === 'prospect' ? '' : entityId,
      refused: {
        visit: payload as VisitPayload,
        reason: reason ?? refusal('REFUSED', visitMessages.refused),
      },
    });
  }
}
