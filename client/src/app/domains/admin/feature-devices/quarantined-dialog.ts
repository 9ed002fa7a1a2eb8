import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import type { QuarantinedOperation } from '@tournee/graphql';
import { SettingStore } from '../../shared/data/setting-store.ts';
import { momentWords } from '../../shared/ui/moment-words.ts';
import { quarantineMessages } from '../ui/admin-device-messages.ts';
import { PayloadEditor } from '../ui/payload-editor.ts';
import { payloadMessages } from '../ui/payload-messages.ts';

/** What one quarantined operation says, to be read. */
@Component({
  selector: 'app-quarantined-dialog',
  imports: [MatDialogModule, PayloadEditor],
  template: `
    <h2 mat-dialog-title>{{ title }}</h2>
    <mat-dialog-content>
      <p class="hint figures">
        {{ operation.nomAffiche }} · {{ operation.deviceName }} · {{ moment(operation.createdAt) }}<br />
        {{ operation.name }}
        @if (operation.cites) {
          <br />{{ messages.cites }} {{ operation.cites }}
        }
      </p>
      <app-payload-editor
        [code]="operation.code"
        [payload]="operation.payload"
        [isReadOnly]="true"
        [fault]="null"
        [form]="settings.visitForm()"
        [fleetTypes]="settings.fleetTypes()"
      />
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button type="button" class="button" mat-dialog-close>{{ messages.close }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    .hint {
      margin-bottom: var(--space-3);
      overflow-wrap: anywhere;
    }

    mat-dialog-actions {
      padding: var(--space-3) 24px 20px;
    }
  `,
})
export class QuarantinedDialog {
  protected readonly operation = inject<QuarantinedOperation>(MAT_DIALOG_DATA);
  protected readonly settings = inject(SettingStore);

  protected readonly messages = quarantineMessages;
  protected readonly moment = momentWords;
  protected readonly title = quarantineMessages.title(
    payloadMessages.kindOf(this.operation.code),
    this.operation.entityType === 'client'
      ? payloadMessages.client(this.operation.entityId)
      : payloadMessages.prospect,
  );
}
